-- import-ready - let the planner know the staged rows (owner)
-- No rows.

ANALYZE stage_item, stage_link, stage_segment, stage_text, stage_section,
    stage_file
