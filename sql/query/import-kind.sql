-- import-kind - the kinds of kinds.def (owner)
-- No rows.

INSERT INTO kind AS old (kind, position, grouping)
SELECT kind, position, grouping
  FROM stage_kind
    ON CONFLICT (kind) DO UPDATE
   SET position = excluded.position,
       grouping = excluded.grouping
 WHERE (old.position, old.grouping)
       IS DISTINCT FROM
       (excluded.position, excluded.grouping)
