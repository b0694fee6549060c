-- import-alias - names that items once had (owner)
-- No rows.

WITH gone AS (
	DELETE FROM item_alias AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM stage_alias AS stage
		  JOIN stage_item AS now USING (number)
		 WHERE now.kind = old.kind
		   AND stage.slug = old.slug)
)
INSERT INTO item_alias AS old (kind, slug, item_id)
SELECT DISTINCT ON (item.kind, stage.slug) item.kind, stage.slug, item.item_id
  FROM stage_alias AS stage
  JOIN stage_item AS item USING (number)
 ORDER BY item.kind, stage.slug, item.item_id
    ON CONFLICT (kind, slug) DO UPDATE
   SET item_id = excluded.item_id
 WHERE old.item_id <> excluded.item_id
