-- lexicon-add - what a source says now and did not say (owner)
--	$1	glossary, learned or dictionary
-- No rows.  After lexicon-forget.  In the order of the key, which is
-- written fastest.

INSERT INTO lexicon (lang, head, lexemes, target_lang, targets, source, weight)
SELECT now.lang, split_part(now.lexemes, ' ', 1), now.lexemes,
       now.target_lang, now.targets, now.source, now.weight
  FROM stage_lexicon AS now
 WHERE now.source = $1
   AND NOT EXISTS (SELECT FROM lexicon AS old
        WHERE old.lang = now.lang
          AND old.lexemes = now.lexemes
          AND old.target_lang = now.target_lang
          AND old.targets = now.targets
          AND old.source = now.source)
 ORDER BY 1, 2, 4, 3, 5
