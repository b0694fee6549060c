-- record-modules - the modules a record may be about (learn)
--	$1	language
--	$2	slug of the one that was chosen, or ''
-- Zero rows or more.

SELECT item.slug,
       text.title,
       nullif(text.title_lang, text.lang) AS title_lang,
       item.slug = $2 AS chosen
  FROM item
  JOIN item_text AS text USING (item_id)
 WHERE item.kind = 'module'
   AND text.lang = $1
 ORDER BY item.position, item.slug
