-- step-sections - one step of a module: what one reads, and where one writes (learn)
--	$1	slug
--	$2	language
--	$3	step
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
       section.answer,
       section.role IS DISTINCT FROM lag(section.role) OVER shown AS opens,
       section.role = 'alone' AS reading,
       section.role = 'group' AS meeting,
       section.role IN ('aim', 'room', 'run', 'pitfalls', 'variants') AS leading,
       section.role IN ('handout', 'screen') AS support,
       section.role = 'screen' AS screened
  FROM item
  JOIN item_section AS section USING (item_id)
 WHERE item.kind = 'module'
   AND item.slug = $1
   AND section.lang = $2
   AND section.step = $3
WINDOW shown AS (ORDER BY section.position)
 ORDER BY section.position
