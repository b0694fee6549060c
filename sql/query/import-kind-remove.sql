-- import-kind-remove - kinds that kinds.def no longer has (owner)
-- No rows.  Fails when there are items of such a kind.

DELETE FROM kind
 WHERE kind NOT IN (SELECT kind FROM stage_kind)
