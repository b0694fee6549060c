-- item-facts - an item's facts without language, one row (site)
--	$1	kind
--	$2	slug
-- Zero rows or one.

SELECT coalesce(json_agg(fact.value ORDER BY fact.position)
           FILTER (WHERE fact.fact = 'process'), '[]') AS processes,
       coalesce(json_agg(fact.value ORDER BY fact.position)
           FILTER (WHERE fact.fact = 'country'), '[]') AS countries,
       coalesce(json_agg(fact.value ORDER BY fact.position)
           FILTER (WHERE fact.fact = 'organisation'), '[]') AS organisations,
       coalesce(json_agg(json_build_object(
               'name', fact.value, 'href', fact.href, 'year', fact.year,
               'checked', to_char(fact.checked_on, 'YYYY-MM-DD'))
               ORDER BY fact.position)
           FILTER (WHERE fact.fact = 'source'), '[]') AS sources
  FROM item
  LEFT JOIN item_fact AS fact USING (item_id)
 WHERE item.kind = $1
   AND item.slug = $2
