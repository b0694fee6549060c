-- search-help - other ways to ask (site)
--	$1	reader's language
--	$2	question
-- One row.  suggestion: the question with misspelt words mended, or NULL;
-- terms: what the glossary calls a word of another language.

SELECT search_suggest($1, $2) AS suggestion,
       (SELECT coalesce(json_agg(json_build_object(
                   'slug', item.slug,
                   'title', text.title,
                   'lang', nullif(text.title_lang, $1))
               ORDER BY found.whole DESC, length(text.title)), '[]')
          FROM search_glossary($1, $2) AS found
          JOIN item USING (item_id)
          JOIN item_text AS text
            ON text.item_id = found.item_id AND text.lang = $1) AS terms
