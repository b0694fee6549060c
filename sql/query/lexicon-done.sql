-- lexicon-done - let the planner know (owner)
-- No rows.

ANALYZE lexicon
