-- import-kind - the kinds of kinds.def (owner)
-- No rows.

INSERT INTO kind AS old (kind, position, grouping, names)
SELECT kind, position, grouping, names
  FROM stage_kind
    ON CONFLICT (kind) DO UPDATE
   SET position = excluded.position,
       grouping = excluded.grouping,
       names = excluded.names
 WHERE (old.position, old.grouping, old.names)
       IS DISTINCT FROM
       (excluded.position, excluded.grouping, excluded.names)
