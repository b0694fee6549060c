-- import-item-number - the item_id of each staged item (owner)
-- No rows.

UPDATE stage_item AS stage
   SET item_id = item.item_id
  FROM item
 WHERE item.kind = stage.kind
   AND item.slug = stage.slug
