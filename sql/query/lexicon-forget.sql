-- lexicon-forget - what a source has said is void (owner)
--	$1	glossary, learned or dictionary
-- No rows.

DELETE FROM lexicon WHERE source = $1
