-- lexicon-dictionary-copy - rows of stage_dictionary (owner)
-- No rows.

COPY stage_dictionary (lang, phrase, target_lang, target, rank) FROM STDIN
