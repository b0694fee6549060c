-- lexicon-copy - rows of stage_lexicon (owner)
-- No rows.

COPY stage_lexicon (
	lang, lexemes, target_lang, targets, source, weight
) FROM STDIN
