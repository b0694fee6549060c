-- lexicon-languages - the languages there are (owner)
-- Zero rows or more: lang.

SELECT lang FROM language ORDER BY position
