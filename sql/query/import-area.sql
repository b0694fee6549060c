-- import-area - further areas of items (owner)
-- No rows.

WITH gone AS (
	DELETE FROM item_area AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM stage_area AS stage
		 WHERE stage.number = item.number
		   AND stage.area = old.area)
)
INSERT INTO item_area (item_id, area)
SELECT item.item_id, stage.area
  FROM stage_area AS stage
  JOIN stage_item AS item USING (number)
    ON CONFLICT DO NOTHING
