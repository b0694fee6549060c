-- lexicon-dictionary-ready - let the planner know the staged rows (owner)
-- No rows.

ANALYZE stage_dictionary, stage_phrase
