-- lexicon-dictionary - what dictionaries say, also by a third language (owner)
-- No rows.  Only what leads to words that our texts have: others find
-- nothing.  By way of a third language, a word that leads into many there
-- says little, and what two of them lead to is surer: the four best of a
-- word that is not in the dictionary of the pair, or has other names there.

WITH way AS (
	SELECT there.name, back.target,
	       least(0.5, sum(there.weight * back.weight)) AS weight
	  FROM stage_pair AS there
	  JOIN stage_name AS one
	    ON one.name = there.name AND strpos(one.lexemes, ' ') = 0
	  JOIN stage_pair AS back ON back.name = there.target
	  JOIN stage_name AS other
	    ON other.name = back.target AND other.written
	   AND other.lang <> one.lang
	 WHERE there.weight >= 0.25
	   AND back.weight >= 0.25
	 GROUP BY there.name, back.target
	HAVING sum(there.weight * back.weight) >= 0.1
), ranked AS (
	SELECT way.*, other.lang, row_number() OVER (
	           PARTITION BY way.name, other.lang
	           ORDER BY way.weight DESC, other.lexemes) AS rank
	  FROM way
	  JOIN stage_name AS other ON other.name = way.target
), said AS (
	SELECT name, target, weight FROM stage_pair
	 UNION ALL
	SELECT ranked.name, ranked.target, ranked.weight
	  FROM ranked
	 WHERE ranked.rank <= 4
	   AND NOT EXISTS (SELECT FROM stage_pair AS pair
	        WHERE pair.name = ranked.name AND pair.target = ranked.target)
)
INSERT INTO stage_lexicon
       (lang, lexemes, target_lang, targets, source, weight)
SELECT one.lang, one.lexemes, other.lang, other.lexemes, 'dictionary',
       said.weight
  FROM said
  JOIN stage_name AS one ON one.name = said.name
  JOIN stage_name AS other ON other.name = said.target AND other.written
