-- search-near - terms of the glossary that sound like words of a question (site)
--	$1	reader's language
--	$2	question
-- Up to five rows, the nearest first.

SELECT item.slug,
       text.title,
       nullif(text.title_lang, $1) AS title_lang
  FROM suggest_terms($1, $2) WITH ORDINALITY AS near (item_id, number)
  JOIN item USING (item_id)
  JOIN item_text AS text ON text.item_id = near.item_id AND text.lang = $1
 ORDER BY near.number
