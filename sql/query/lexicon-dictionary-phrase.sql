-- lexicon-dictionary-phrase - each phrase of dictionaries as lexemes (owner)
-- No rows.  Longer ones explain rather than name.

WITH vector AS MATERIALIZED (
	SELECT one.lang, one.phrase,
	       to_tsvector(language.search, search_fold(one.lang, one.phrase))
	           AS tsv
	  FROM (SELECT lang, phrase FROM stage_dictionary
	         UNION
	        SELECT target_lang, target FROM stage_dictionary) AS one
	  JOIN language USING (lang)
)
INSERT INTO stage_phrase (lang, phrase, lexemes)
SELECT lang, phrase, lexicon_lexemes(tsv)
  FROM vector
 WHERE length(tsv) BETWEEN 1 AND 3
