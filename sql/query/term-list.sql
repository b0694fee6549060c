-- term-list - the glossary in the order of the reader's language (site)
--	$1	language
-- Zero rows or more.  `heading` stands on the first term of each letter;
-- a definition is the first segment after the title.

SELECT item.slug,
       text.title,
       nullif(text.title_lang, $1) AS title_lang,
       CASE
           WHEN text.initial IS DISTINCT FROM
                lag(text.initial) OVER (ORDER BY text.sort_key, item.slug)
           THEN text.initial
       END AS heading,
       definition.body,
       original.body AS original_body,
       nullif(item.source_lang, $1) AS original_lang,
       definition.body IS NULL AS elsewhere,
       (SELECT json_agg(json_build_object(
                   'lang', other.lang, 'title', other.title)
               ORDER BY language.position)
          FROM item_text AS other
          JOIN language USING (lang)
         WHERE other.item_id = item.item_id
           AND other.lang <> $1
           AND other.title_lang = other.lang) AS others
  FROM item
  JOIN item_text AS text USING (item_id)
  JOIN segment AS original
    ON original.item_id = item.item_id
   AND original.lang = item.source_lang
   AND original.position = 1
  LEFT JOIN segment AS definition
    ON definition.item_id = item.item_id
   AND definition.lang = $1
   AND definition.name = original.name
 WHERE item.kind = 'term'
   AND item.successor IS NULL
   AND text.lang = $1
 ORDER BY text.sort_key, item.slug
