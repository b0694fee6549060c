-- import-kind-free - make room where the order of kinds changed (owner)
-- No rows.  Positions are unique; those about to change step aside.

UPDATE kind
   SET position = -1 - position
 WHERE NOT EXISTS (
	SELECT FROM stage_kind AS stage
	 WHERE stage.kind = kind.kind
	   AND stage.position = kind.position)
