-- item-alias - where an item with an old slug lives now (site,learn)
--	$1	kind
--	$2	old slug
-- Zero rows or one.

SELECT item.kind,
       item.slug
  FROM item_alias AS alias
  JOIN item USING (item_id)
 WHERE alias.kind = $1
   AND alias.slug = $2
