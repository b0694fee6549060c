-- import-file - canonical files (owner)
-- No rows.

WITH gone AS (
	DELETE FROM item_file AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM stage_file AS stage
		 WHERE stage.number = item.number
		   AND stage.name = old.name)
)
INSERT INTO item_file (item_id, name, body)
SELECT item.item_id, stage.name, stage.body
  FROM stage_file AS stage
  JOIN stage_item AS item USING (number)
  LEFT JOIN item_file AS old
    ON old.item_id = item.item_id
   AND old.name = stage.name
 WHERE old.item_id IS NULL
    OR (old.body)
       IS DISTINCT FROM
       (stage.body)
    ON CONFLICT (item_id, name) DO UPDATE
   SET body = excluded.body
