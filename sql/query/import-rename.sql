-- import-rename - items keep their number when their slug changes (owner)
-- No rows.

UPDATE item
   SET slug = renamed.slug
  FROM (SELECT DISTINCT ON (stage.number) old.item_id, stage.slug
	  FROM stage_item AS stage
	  JOIN stage_alias AS alias USING (number)
	  JOIN item AS old
	    ON old.kind = stage.kind
	   AND old.slug = alias.slug
	   AND old.collection = stage.collection
	 WHERE NOT EXISTS (
		SELECT FROM item AS taken
		 WHERE taken.kind = stage.kind
		   AND taken.slug = stage.slug)
	 ORDER BY stage.number, old.item_id) AS renamed
 WHERE item.item_id = renamed.item_id
