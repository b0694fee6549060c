-- import-item-remove - items that their collection no longer has (owner)
-- No rows.

DELETE FROM item
 USING stage_collection
 WHERE item.collection = stage_collection.collection
   AND NOT EXISTS (
	SELECT FROM stage_item AS stage
	 WHERE stage.kind = item.kind
	   AND stage.slug = item.slug)
