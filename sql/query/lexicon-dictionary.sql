-- lexicon-dictionary - what dictionaries say, read both ways (owner)
-- No rows.  Names that are the same in both languages need no dictionary.
-- The later a translation stands in its entry, the less it is sure; what
-- is read against the dictionary's direction is less sure too.

WITH pair AS (
	SELECT stage.lang, name.lexemes,
	       stage.target_lang, other.lexemes AS targets,
	       stage.rank
	  FROM stage_dictionary AS stage
	  JOIN stage_phrase AS name
	    ON name.lang = stage.lang AND name.phrase = stage.phrase
	  JOIN stage_phrase AS other
	    ON other.lang = stage.target_lang AND other.phrase = stage.target
	 WHERE lower(stage.phrase) <> lower(stage.target)
	), both_ways AS (
	SELECT lang, lexemes, target_lang, targets, 0.6 / sqrt(rank) AS weight
	  FROM pair
	 UNION ALL
	SELECT target_lang, targets, lang, lexemes, 0.4 / sqrt(rank)
	  FROM pair
)
INSERT INTO lexicon (lang, head, lexemes, target_lang, targets, source, weight)
SELECT lang, split_part(lexemes, ' ', 1), lexemes, target_lang, targets,
       'dictionary', max(weight)
  FROM both_ways
 WHERE '' NOT IN (lexemes, targets)
 GROUP BY lang, lexemes, target_lang, targets
