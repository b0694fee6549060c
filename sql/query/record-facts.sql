-- record-facts - how far one person is with a module, and when (learn)
--	$1	slug of the module
--	$2	language
-- Zero rows or one: after session-open.

SELECT item.slug,
       text.title,
       nullif(text.title_lang, text.lang) AS title_lang,
       count(*) AS steps,
       count(done.step) AS done,
       count(*) = count(done.step) AS complete,
       to_char(min(done.reached_on), 'YYYY-MM-DD') AS first_day,
       to_char(max(done.reached_on), 'YYYY-MM-DD') AS last_day,
       sum(step.alone_minutes) AS minutes
  FROM item
  JOIN item_text AS text USING (item_id)
  JOIN item_step AS step USING (item_id)
  LEFT JOIN learn.reached AS done
    ON done.kind = item.kind
   AND done.slug = item.slug
   AND done.step = step.step
   AND done.state = 'done'
 WHERE item.kind = 'module'
   AND item.slug = $1
   AND text.lang = $2
 GROUP BY item.slug, text.title, text.title_lang, text.lang
