-- import-step - steps of modules (owner)
-- No rows.

WITH gone AS (
	DELETE FROM item_step AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM stage_step AS stage
		 WHERE stage.number = item.number
		   AND stage.position = old.position)
)
INSERT INTO item_step (item_id, position, step, alone_minutes, group_minutes)
SELECT item.item_id, stage.position, stage.step, stage.alone_minutes,
       stage.group_minutes
  FROM stage_step AS stage
  JOIN stage_item AS item USING (number)
  LEFT JOIN item_step AS old
    ON old.item_id = item.item_id
   AND old.position = stage.position
 WHERE old.item_id IS NULL
    OR (old.step, old.alone_minutes, old.group_minutes)
       IS DISTINCT FROM
       (stage.step, stage.alone_minutes, stage.group_minutes)
    ON CONFLICT (item_id, position) DO UPDATE
   SET step = excluded.step,
       alone_minutes = excluded.alone_minutes,
       group_minutes = excluded.group_minutes
