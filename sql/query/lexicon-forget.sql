-- lexicon-forget - what a source says no longer is void (owner)
--	$1	glossary, learned or dictionary
-- No rows.

DELETE FROM lexicon AS old
 WHERE old.source = $1
   AND NOT EXISTS (SELECT FROM stage_lexicon AS now
        WHERE now.lang = old.lang
          AND now.lexemes = old.lexemes
          AND now.target_lang = old.target_lang
          AND now.targets = old.targets
          AND now.source = old.source
          AND now.weight = old.weight)
