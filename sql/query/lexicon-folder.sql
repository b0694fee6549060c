-- lexicon-folder - where the dictionaries were that were read last (owner)
-- At most one row: folder.

SELECT version AS folder FROM lexicon_state WHERE source = 'dictionary'
