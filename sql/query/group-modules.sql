-- group-modules - the modules that a group may work with (learn)
--	$1	language
--	$2	slug of the chosen one, or NULL
-- Zero rows or more.

SELECT item.slug,
       text.title,
       nullif(text.title_lang, $1) AS title_lang,
       coalesce(item.slug = $2, false) AS chosen
  FROM item
  JOIN item_text AS text
    ON text.item_id = item.item_id
   AND text.lang = $1
 WHERE item.kind = 'module'
   AND item.successor IS NULL
   AND EXISTS (
	SELECT
	  FROM item_step
	 WHERE item_step.item_id = item.item_id)
 ORDER BY item.position
