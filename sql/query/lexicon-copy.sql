-- lexicon-copy - rows of lexicon (owner)
-- No rows.

COPY lexicon (
	lang, head, lexemes, target_lang, targets, source, weight
) FROM STDIN
