-- lexicon-dictionary-pair - what dictionaries say, read both ways (owner)
-- No rows.  Names that are the same in both languages need no dictionary.
-- The later a translation stands in its entry, the less it is sure; what
-- is read against the dictionary's direction is less sure too.

WITH name AS MATERIALIZED (
	SELECT phrase.lang, phrase.phrase, name.name
	  FROM stage_phrase AS phrase
	  JOIN stage_name AS name USING (lang, lexemes)
), pair AS (
	SELECT one.name, other.name AS target, stage.rank
	  FROM stage_dictionary AS stage
	  JOIN name AS one
	    ON one.lang = stage.lang AND one.phrase = stage.phrase
	  JOIN name AS other
	    ON other.lang = stage.target_lang AND other.phrase = stage.target
	 WHERE lower(stage.phrase) <> lower(stage.target)
), both_ways AS (
	SELECT name, target, 0.6 / sqrt(rank) AS weight FROM pair
	 UNION ALL
	SELECT target, name, 0.4 / sqrt(rank) FROM pair
)
INSERT INTO stage_pair (name, target, weight)
SELECT name, target, max(weight)
  FROM both_ways
 GROUP BY name, target
