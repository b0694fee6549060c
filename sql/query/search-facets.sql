-- search-facets - how many hits each further filter would leave (site)
--	$1	reader's language
--	$2	question
--	$3	area, NULL: any
--	$4	kind, NULL: any
--	$5	country, NULL: any
-- Zero rows or more, facet by facet.  A facet's own filter does not narrow
-- its own counts.  label is NULL where the interface knows the word.

WITH base AS MATERIALIZED (
	SELECT item.item_id, item.kind, item.area,
	       $3::text IS NULL OR item.area IS NOT DISTINCT FROM $3 AS by_area,
	       $4::text IS NULL OR item.kind = $4 AS by_kind,
	       $5::text IS NULL OR EXISTS (
	           SELECT FROM item_fact AS fact
	            WHERE fact.item_id = item.item_id
	              AND fact.fact = 'country' AND fact.value = $5) AS by_country
	  FROM search_found($1, $2) AS found
	  JOIN item USING (item_id)
), facets AS (
	SELECT 1 AS number, 'area' AS facet, base.area AS value,
	       text.title AS label,
	       nullif(text.title_lang, $1) AS label_lang,
	       area.position, count(*) AS total
	  FROM base
	  JOIN item AS area ON area.kind = 'area' AND area.slug = base.area
	  JOIN item_text AS text
	    ON text.item_id = area.item_id AND text.lang = $1
	 WHERE by_kind AND by_country
	 GROUP BY base.area, text.title, text.title_lang, area.position
	 UNION ALL
	SELECT 2, 'kind', base.kind, NULL, NULL, kind.position, count(*)
	  FROM base
	  JOIN kind USING (kind)
	 WHERE by_area AND by_country
	 GROUP BY base.kind, kind.position
	 UNION ALL
	SELECT 3, 'country', fact.value, NULL, NULL, 0, count(*)
	  FROM base
	  JOIN item_fact AS fact USING (item_id)
	 WHERE fact.fact = 'country'
	   AND by_area AND by_kind
	 GROUP BY fact.value
)
SELECT facet, value, label, label_lang, total
  FROM facets
 ORDER BY number, position, value
