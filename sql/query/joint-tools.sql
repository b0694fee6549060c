-- joint-tools - the tools and interview grids that a group may fill in (learn)
--	$1	slug of the session's module
--	$2	language
-- Zero rows or more, those of the module first.

SELECT item.slug,
       text.title,
       nullif(text.title_lang, $2) AS title_lang,
       link.to_id IS NOT NULL AS linked
  FROM item
  JOIN item_text AS text
    ON text.item_id = item.item_id
   AND text.lang = $2
  LEFT JOIN item AS module
    ON module.kind = 'module'
   AND module.slug = $1
  LEFT JOIN item_link AS link
    ON link.item_id = module.item_id
   AND link.to_id = item.item_id
 WHERE item.successor IS NULL
   AND (item.kind = 'grid'
	OR item.kind = 'tool' AND EXISTS (SELECT FROM item_field
	    WHERE item_field.item_id = item.item_id))
 ORDER BY link.to_id IS NULL, item.kind <> 'tool', item.position, item.slug
