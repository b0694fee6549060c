-- export-files - the files of a collection (owner)
--	$1	collection
-- Zero rows or more.

SELECT item.kind,
       item.slug,
       file.name,
       file.body
  FROM item
  JOIN item_file AS file USING (item_id)
 WHERE item.collection = $1
 ORDER BY item.kind, item.slug, file.name
