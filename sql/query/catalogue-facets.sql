-- catalogue-facets - how many resources each further filter would leave (site)
--	$1	language
--	$2	main area, NULL: any
--	$3	further area, NULL: any
--	$4	kind, NULL: any
--	$5	factor, NULL: any
--	$6	country, NULL: any
-- Zero rows or more, facet by facet.  A facet's own filter does not narrow
-- its own counts.  label is NULL where the interface knows the word.

WITH base AS (
	SELECT card.item_id,
	       card.kind,
	       card.kind_position,
	       card.area,
	       $2::text IS NULL OR card.area = $2 AS by_area,
	       $3::text IS NULL OR EXISTS (
	           SELECT FROM item_area AS also
	            WHERE also.item_id = card.item_id AND also.area = $3) AS by_also,
	       $4::text IS NULL OR card.kind = $4 AS by_kind,
	       $5::text IS NULL OR EXISTS (
	           SELECT FROM item_factor AS factor
	            WHERE factor.item_id = card.item_id AND factor.slug = $5) AS by_factor,
	       $6::text IS NULL OR EXISTS (
	           SELECT FROM item_fact AS fact
	            WHERE fact.item_id = card.item_id
	              AND fact.fact = 'country' AND fact.value = $6) AS by_country
	  FROM item_card AS card
	 WHERE card.lang = $1
	   AND card.grouping = 'resource'
	   AND NOT card.withdrawn
), model AS (
	SELECT item.kind, item.slug, item.position, text.title,
	       nullif(text.title_lang, $1) AS title_lang
	  FROM item
	  JOIN item_text AS text USING (item_id)
	 WHERE item.kind IN ('area', 'factor')
	   AND text.lang = $1
), facets AS (
	SELECT 1 AS number, 'area' AS facet, base.area AS value,
	       model.title AS label, model.title_lang AS label_lang,
	       model.position, count(*) AS total
	  FROM base
	  JOIN model ON model.kind = 'area' AND model.slug = base.area
	 WHERE by_also AND by_kind AND by_factor AND by_country
	 GROUP BY base.area, model.title, model.title_lang, model.position
	 UNION ALL
	SELECT 2, 'also', also.area, model.title, model.title_lang,
	       model.position, count(*)
	  FROM base
	  JOIN item_area AS also USING (item_id)
	  JOIN model ON model.kind = 'area' AND model.slug = also.area
	 WHERE by_area AND by_kind AND by_factor AND by_country
	 GROUP BY also.area, model.title, model.title_lang, model.position
	 UNION ALL
	SELECT 3, 'kind', base.kind, NULL, NULL, base.kind_position, count(*)
	  FROM base
	 WHERE by_area AND by_also AND by_factor AND by_country
	 GROUP BY base.kind, base.kind_position
	 UNION ALL
	SELECT 4, 'factor', factor.slug, model.title, model.title_lang,
	       model.position, count(*)
	  FROM base
	  JOIN item_factor AS factor USING (item_id)
	  JOIN model ON model.kind = 'factor' AND model.slug = factor.slug
	 WHERE by_area AND by_also AND by_kind AND by_country
	 GROUP BY factor.slug, model.title, model.title_lang, model.position
	 UNION ALL
	SELECT 5, 'country', fact.value, NULL, NULL, 0, count(*)
	  FROM base
	  JOIN item_fact AS fact USING (item_id)
	 WHERE fact.fact = 'country'
	   AND by_area AND by_also AND by_kind AND by_factor
	 GROUP BY fact.value
)
SELECT facet, value, label, label_lang, total
  FROM facets
 ORDER BY number, position, value
