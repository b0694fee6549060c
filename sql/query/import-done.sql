-- import-done - let the planner know (owner)
-- No rows.

ANALYZE item, item_link, segment, item_text, item_section, item_file
