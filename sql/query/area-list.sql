-- area-list - the four areas with their factors (site)
--	$1	language
-- Zero rows or more.

SELECT area.slug,
       area.position,
       text.title,
       nullif(text.title_lang, $1) AS title_lang,
       text.summary,
       nullif(text.summary_lang, $1) AS summary_lang,
       (SELECT json_agg(json_build_object(
                   'slug', factor.slug,
                   'number', factor.position,
                   'title', factor_text.title,
                   'lang', nullif(factor_text.title_lang, $1))
               ORDER BY factor.position)
          FROM item AS factor
          JOIN item_text AS factor_text USING (item_id)
         WHERE factor.kind = 'factor'
           AND factor.area = area.slug
           AND factor_text.lang = $1) AS factors
  FROM item AS area
  JOIN item_text AS text USING (item_id)
 WHERE area.kind = 'area'
   AND text.lang = $1
 ORDER BY area.position
