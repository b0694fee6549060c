-- item-sections - a part of an item's text, section by section (site,learn)
--	$1	kind
--	$2	slug
--	$3	language
--	$4	part: 'page' (what the item's own page shows), 'all', 'compare',
--		'fields', 'sheet' (the evaluation of a session), or a step
--		of a module
-- Zero rows or more.

SELECT section.step,
       section.role,
       section.anchor,
       section.heading,
       nullif(section.heading_lang, section.lang) AS heading_lang,
       section.body,
       section.figure,
       section.figure = 'wheel' AS wheel,
       section.figure = 'braid' AS braid,
       section.figure = 'loop' AS loop,
       section.figure = 'wt' AS wt,
       section.heading IS NULL
           AND section.role NOT IN ('hook', 'intro', 'statement', 'definition', 'text', 'fields', 'evaluation')
           AND section.role <> $4
           AND (section.step, section.role) IS DISTINCT FROM
               (lag(section.step) OVER shown, lag(section.role) OVER shown)
           AS named,
       section.role = 'goals' AS opening,
       section.role IN ('alone', 'group') AS reading,
       section.role IN ('aim', 'room', 'run', 'pitfalls', 'variants') AS leading,
       section.role IN ('handout', 'screen') AS support,
       section.role IN ('hook', 'questions', 'compare') AS sheet,
       section.role = 'questions' AS questions,
       section.step IS DISTINCT FROM lag(section.step) OVER shown
           AND section.step IS NOT NULL AS opens
  FROM item
  JOIN item_section AS section USING (item_id)
 WHERE item.kind = $1
   AND item.slug = $2
   AND section.lang = $3
   AND CASE $4
           WHEN 'page' THEN section.step IS NULL
               AND section.role NOT IN ('compare', 'try', 'evaluation')
           WHEN 'all' THEN true
           WHEN 'compare' THEN section.role IN ('compare', 'try')
           WHEN 'fields' THEN section.role = 'fields'
           WHEN 'sheet' THEN section.role = 'evaluation'
           ELSE section.step = $4
       END
WINDOW shown AS (ORDER BY section.position)
 ORDER BY section.position
