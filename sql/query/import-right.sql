-- import-right - the right options of self-checks (owner)
-- No rows.

WITH gone AS (
	DELETE FROM item_right AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM stage_right AS stage
		 WHERE stage.number = item.number
		   AND stage.name = old.name)
)
INSERT INTO item_right (item_id, name)
SELECT item.item_id, stage.name
  FROM stage_right AS stage
  JOIN stage_item AS item USING (number)
    ON CONFLICT DO NOTHING
