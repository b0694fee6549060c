-- lexicon-dictionary-phrase - each phrase of dictionaries as lexemes (owner)
-- No rows.  Longer ones explain rather than name.  Folding works on any
-- text, and five hundred lines cost little more than one.

WITH one AS (
	SELECT lang, phrase, row_number() OVER (PARTITION BY lang) / 500 AS batch
	  FROM (SELECT lang, phrase FROM stage_dictionary
	         UNION
	        SELECT target_lang, target FROM stage_dictionary) AS one
), batch AS (
	SELECT lang, array_agg(phrase ORDER BY phrase) AS phrases,
	       search_fold(lang, string_agg(phrase, E'\n' ORDER BY phrase))
	           AS folded
	  FROM one
	 GROUP BY lang, batch
), vector AS MATERIALIZED (
	SELECT batch.lang, batch.phrases[line.number] AS phrase,
	       to_tsvector(language.search, line.folded) AS tsv
	  FROM batch
	  JOIN language USING (lang)
	 CROSS JOIN string_to_table(batch.folded, E'\n') WITH ORDINALITY
	    AS line (folded, number)
)
INSERT INTO stage_phrase (lang, phrase, lexemes)
SELECT lang, phrase, lexicon_lexemes(tsv)
  FROM vector
 WHERE length(tsv) BETWEEN 1 AND 3
