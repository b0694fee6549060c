-- item-links - what an item leads to, one row per kind (site)
--	$1	kind
--	$2	slug
--	$3	language
-- Zero rows or more.  Links count in both directions; an area leads to
-- all that has it as main or further area.

WITH here AS (
	SELECT item_id, kind, slug
	  FROM item
	 WHERE kind = $1
	   AND slug = $2
), linked AS (
	SELECT link.to_id AS item_id
	  FROM item_link AS link
	  JOIN here USING (item_id)
	 UNION
	SELECT link.item_id
	  FROM item_link AS link
	  JOIN here ON here.item_id = link.to_id
	 UNION
	SELECT item.item_id
	  FROM item
	  JOIN here ON here.kind = 'area' AND item.area = here.slug
	 WHERE item.kind <> 'area'
	   AND item.kind <> 'term'
	 UNION
	SELECT also.item_id
	  FROM item_area AS also
	  JOIN here ON here.kind = 'area' AND also.area = here.slug
	  JOIN item ON item.item_id = also.item_id
	   AND item.kind NOT IN ('factor', 'recommendation', 'term')
)
SELECT item.kind,
       item.kind = 'tool' AS tools,
       json_agg(json_build_object(
               'kind', item.kind,
               'slug', item.slug,
               'tint', coalesce(item.area, 'all'),
               'title', text.title,
               'title_lang', nullif(text.title_lang, text.lang))
           ORDER BY item.position, item.slug) AS items
  FROM linked
  JOIN item USING (item_id)
  JOIN kind USING (kind)
  JOIN item_text AS text
    ON text.item_id = item.item_id AND text.lang = $3
 WHERE item.successor IS NULL
 GROUP BY item.kind, kind.position
 ORDER BY kind.position
