-- lexicon-dictionary-phrase - each phrase of dictionaries as lexemes (owner)
-- No rows.

INSERT INTO stage_phrase (lang, phrase, tsv)
SELECT one.lang, one.phrase,
       to_tsvector(language.search, search_fold(one.lang, one.phrase))
  FROM (SELECT lang, phrase FROM stage_dictionary
         UNION
        SELECT target_lang, target FROM stage_dictionary) AS one
  JOIN language USING (lang)
