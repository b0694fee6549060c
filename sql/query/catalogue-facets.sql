-- catalogue-facets - how many resources each further filter would leave (site)
--	$1	language
--	$2	what is chosen, JSON: {"area":"teams"}
-- Zero rows or more, facet by facet, as facet_counts() says.  Where nothing
-- is chosen they are not counted, but looked up.

SELECT facet, value, label, label_lang, total, free
  FROM facet_named($1, ARRAY(
    SELECT ROW(facet, value, total, free)::facet_count
      FROM facet_total
     WHERE lang = $1))
 WHERE $2::jsonb = '{}'
 UNION ALL
SELECT facet, value, label, label_lang, total, free
  FROM facet_counts($1, ARRAY(
    SELECT item_id
      FROM item
      JOIN kind USING (kind)
     WHERE kind.grouping = 'resource'
       AND item.successor IS NULL), $2::jsonb)
 WHERE $2::jsonb <> '{}'
