-- kit-documents - the cases and tools that a module hands out (site)
--	$1	slug
-- Zero rows or more, at most twelve: a kit is made while a reader waits.

SELECT other.kind,
       other.slug
  FROM item
  JOIN item_link AS link USING (item_id)
  JOIN item AS other
    ON other.item_id = link.to_id
 WHERE item.kind = 'module'
   AND item.slug = $1
   AND other.kind IN ('case', 'tool')
   AND other.successor IS NULL
 ORDER BY other.kind, other.position, other.slug
 LIMIT 12
