-- my-modules - the modules that the person here has begun (learn)
--	$1	language
-- Zero rows or more.

SELECT item.slug,
       text.title,
       nullif(text.title_lang, $1) AS title_lang,
       count(*) AS steps,
       count(*) FILTER (WHERE progress.state = 'done') AS done,
       coalesce((array_agg(step.step ORDER BY step.position)
           FILTER (WHERE progress.state IS DISTINCT FROM 'done'))[1],
           (array_agg(step.step ORDER BY step.position))[1]) AS next,
       count(*) = count(*) FILTER (WHERE progress.state = 'done') AS complete
  FROM item
  JOIN item_text AS text
    ON text.item_id = item.item_id
   AND text.lang = $1
  JOIN item_step AS step
    ON step.item_id = item.item_id
  LEFT JOIN learn.reached AS progress
    ON progress.space_id = (SELECT learn.person())
   AND progress.kind = item.kind
   AND progress.slug = item.slug
   AND progress.step = step.step
 WHERE item.kind = 'module'
 GROUP BY item.item_id, text.title, text.title_lang
HAVING count(progress.step) > 0
 ORDER BY item.position
