-- import-field - fields of tools (owner)
-- No rows.

WITH gone AS (
	DELETE FROM item_field AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM stage_field AS stage
		 WHERE stage.number = item.number
		   AND stage.name = old.name)
)
INSERT INTO item_field (item_id, position, name, parent, type, person,
    heading, label, help, example, options)
SELECT item.item_id, stage.position, stage.name, stage.parent, stage.type,
       stage.person, stage.heading, stage.label, stage.help, stage.example,
       stage.options
  FROM stage_field AS stage
  JOIN stage_item AS item USING (number)
  LEFT JOIN item_field AS old
    ON old.item_id = item.item_id
   AND old.name = stage.name
 WHERE old.item_id IS NULL
    OR (old.position, old.parent, old.type, old.person, old.heading,
        old.label, old.help, old.example, old.options)
       IS DISTINCT FROM
       (stage.position, stage.parent, stage.type, stage.person, stage.heading,
        stage.label, stage.help, stage.example, stage.options)
    ON CONFLICT (item_id, name) DO UPDATE
   SET position = excluded.position,
       parent = excluded.parent,
       type = excluded.type,
       person = excluded.person,
       heading = excluded.heading,
       label = excluded.label,
       help = excluded.help,
       example = excluded.example,
       options = excluded.options
