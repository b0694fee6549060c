-- lexicon-pivot - what dictionaries say by way of a third language (owner)
-- No rows.  After lexicon-dictionary.  A word that leads into many words
-- there says little; what two of them lead to is surer.  The four best of a
-- word that is not in the dictionary of the pair, or has other names there.

WITH way AS (
	SELECT there.lang, there.head, there.lexemes, back.target_lang,
	       back.targets,
	       least(0.5, sum(there.weight * back.weight)) AS weight
	  FROM lexicon AS there
	  JOIN lexicon AS back
	    ON back.lang = there.target_lang
	   AND back.head = split_part(there.targets, ' ', 1)
	   AND back.lexemes = there.targets
	   AND back.source = 'dictionary'
	 WHERE there.source = 'dictionary'
	   AND back.target_lang <> there.lang
	   AND there.lexemes = there.head
	   AND there.weight >= 0.25
	   AND back.weight >= 0.25
	 GROUP BY 1, 2, 3, 4, 5
	HAVING sum(there.weight * back.weight) >= 0.1
), ranked AS (
	SELECT way.*, row_number() OVER (
	           PARTITION BY lang, lexemes, target_lang
	           ORDER BY weight DESC, targets) AS rank
	  FROM way
)
INSERT INTO lexicon (lang, head, lexemes, target_lang, targets, source, weight)
SELECT lang, head, lexemes, target_lang, targets, 'dictionary', weight
  FROM ranked
 WHERE rank <= 4
    ON CONFLICT DO NOTHING
