-- lexicon-ready - let the planner know the staged rows (owner)
-- No rows.

ANALYZE stage_lexicon, stage_dictionary, stage_phrase, stage_name, stage_pair
