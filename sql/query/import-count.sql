-- import-count - what the import is about to do (owner)
-- One row.

SELECT count(*) FILTER (WHERE item.item_id IS NULL) AS added,
       count(*) FILTER (WHERE item.item_id IS NOT NULL AND EXISTS (
		SELECT
		  FROM (SELECT file.name, file.body
			  FROM stage_file AS file
			 WHERE file.number = stage.number) AS new
		  FULL JOIN (SELECT file.name, file.body
			       FROM item_file AS file
			      WHERE file.item_id = item.item_id) AS old
		 USING (name, body)
		 WHERE new IS NULL OR old IS NULL)) AS changed,
       (SELECT count(*)
	  FROM item
	  JOIN stage_collection USING (collection)
	 WHERE NOT EXISTS (
		SELECT FROM stage_item AS stage
		 WHERE stage.kind = item.kind
		   AND stage.slug = item.slug)) AS removed
  FROM stage_item AS stage
  LEFT JOIN item USING (kind, slug)
