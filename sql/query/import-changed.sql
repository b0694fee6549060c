-- import-changed - the day on which an item changed (owner)
-- No rows.

UPDATE item
   SET changed_on = current_date
  FROM stage_item AS stage
 WHERE item.item_id = stage.item_id
   AND item.changed_on <> current_date
   AND EXISTS (
	SELECT
	  FROM (SELECT file.name, file.body
		  FROM stage_file AS file
		 WHERE file.number = stage.number) AS new
	  FULL JOIN (SELECT file.name, file.body
		       FROM item_file AS file
		      WHERE file.item_id = stage.item_id) AS old
	 USING (name, body)
	 WHERE new IS NULL OR old IS NULL)
