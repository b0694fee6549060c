-- lexicon-dictionary-stage - a place for what dictionaries say (owner)
-- No rows.  It is gone with the transaction.

DO $$
BEGIN
	CREATE TEMPORARY TABLE stage_dictionary (
		lang		text NOT NULL,
		phrase		text NOT NULL,
		target_lang	text NOT NULL,
		target		text NOT NULL,
		rank		int NOT NULL	-- of the target in its entry
	) ON COMMIT DROP;
	CREATE TEMPORARY TABLE stage_phrase (
		lang		text NOT NULL,
		phrase		text NOT NULL,
		lexemes		text NOT NULL
	) ON COMMIT DROP;
END
$$
