-- item-sections - an item's text, section by section (site)
--	$1	kind
--	$2	slug
--	$3	language
-- Zero rows or more.

SELECT section.role,
       section.anchor,
       section.heading,
       nullif(section.heading_lang, section.lang) AS heading_lang,
       section.body,
       section.figure,
       section.figure = 'wheel' AS wheel,
       section.figure = 'braid' AS braid,
       section.figure = 'loop' AS loop,
       section.figure = 'wt' AS wt,
       section.role = 'compare' AS folded,
       section.heading IS NULL
           AND section.role NOT IN ('hook', 'intro', 'statement', 'definition', 'text', 'compare', 'fields')
           AND section.role IS DISTINCT FROM lag(section.role) OVER (ORDER BY section.position) AS named
  FROM item
  JOIN item_section AS section USING (item_id)
 WHERE item.kind = $1
   AND item.slug = $2
   AND section.lang = $3
 ORDER BY section.position
