-- factor-leads - factors, and what takes each of them further (learn)
--	$1	names of factors: {f04,f11}
--	$2	language
-- A row each, in their order.  leads: a recommendation, a case and a module:
-- linked to the factor, else through a recommendation, else of its area.

SELECT factor.slug,
       text.title,
       nullif(text.title_lang, $2) AS title_lang,
       json_agg(json_build_object(
               'kind', one.kind,
               'slug', one.slug,
               'tint', coalesce(one.area, 'all'),
               'title', one.title,
               'title_lang', nullif(one.title_lang, $2))
           ORDER BY one.number) AS leads
  FROM unnest($1::text[]) WITH ORDINALITY AS low (name, number)
  JOIN item AS factor
    ON factor.kind = 'factor'
   AND split_part(factor.slug, '-', 1) = low.name
  JOIN item_text AS text
    ON text.item_id = factor.item_id
   AND text.lang = $2
 CROSS JOIN LATERAL (
	SELECT DISTINCT ON (kind.number)
	       kind.number,
	       item.kind,
	       item.slug,
	       item.area,
	       of.title,
	       of.title_lang
	  FROM unnest(ARRAY['recommendation', 'case', 'module'])
	       WITH ORDINALITY AS kind (kind, number)
	  JOIN item
	    ON item.kind = kind.kind
	   AND item.successor IS NULL
	  JOIN item_text AS of
	    ON of.item_id = item.item_id
	   AND of.lang = $2
	  LEFT JOIN item_factor AS near
	    ON near.item_id = item.item_id
	   AND near.slug = factor.slug
	 WHERE near.slug IS NOT NULL
	    OR item.area = factor.area
	 ORDER BY kind.number,
	       near.slug IS NULL,
	       NOT EXISTS (
		SELECT
		  FROM item_link AS link
		 WHERE (link.item_id, link.to_id) IN (
			(item.item_id, factor.item_id),
			(factor.item_id, item.item_id))),
	       item.position) AS one
 GROUP BY low.number, factor.slug, text.title, text.title_lang
 ORDER BY low.number
