-- lexicon-pivot - pairs without a dictionary, by way of English (owner)
-- No rows.  After lexicon-dictionary.  What English parts into many words
-- says little; what two English words lead to is surer.

WITH missing AS (
	SELECT one.lang, other.lang AS target_lang
	  FROM language AS one
	 CROSS JOIN language AS other
	 WHERE one.lang <> other.lang
	   AND 'en' NOT IN (one.lang, other.lang)
	   AND NOT EXISTS (
	       SELECT FROM lexicon
	        WHERE lexicon.lang = one.lang
	          AND lexicon.target_lang = other.lang
	          AND lexicon.source = 'dictionary')
)
INSERT INTO lexicon (lang, head, lexemes, target_lang, targets, source, weight)
SELECT missing.lang, there.head, there.lexemes, missing.target_lang,
       back.targets, 'dictionary', least(0.5, sum(there.weight * back.weight))
  FROM missing
  JOIN lexicon AS there
    ON there.lang = missing.lang
   AND there.target_lang = 'en'
   AND there.source = 'dictionary'
  JOIN lexicon AS back
    ON back.lang = 'en'
   AND back.head = split_part(there.targets, ' ', 1)
   AND back.lexemes = there.targets
   AND back.target_lang = missing.target_lang
   AND back.source = 'dictionary'
 GROUP BY missing.lang, there.head, there.lexemes, missing.target_lang,
       back.targets
HAVING sum(there.weight * back.weight) >= 0.05
