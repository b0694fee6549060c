-- lexicon-glossary - the names of terms, each language with each (owner)
-- No rows.  A title like "tuteur / tutrice" has two names.

WITH name AS (
	SELECT item_id, text.lang,
	       lexicon_lexemes(to_tsvector(language.search,
	           search_fold(text.lang, part))) AS lexemes
	  FROM item
	  JOIN item_text AS text USING (item_id)
	  JOIN language USING (lang)
	 CROSS JOIN regexp_split_to_table(text.search_title, '[/,()]') AS part
	 WHERE item.kind = 'term'
	   AND item.successor IS NULL
)
INSERT INTO stage_lexicon
       (lang, lexemes, target_lang, targets, source, weight)
SELECT DISTINCT name.lang, name.lexemes, other.lang, other.lexemes,
       'glossary', 0.9::real
  FROM name
  JOIN name AS other USING (item_id)
 WHERE other.lang <> name.lang
   AND name.lexemes <> ''
   AND other.lexemes <> ''
   AND length(name.lexemes) + length(other.lexemes) < 400
