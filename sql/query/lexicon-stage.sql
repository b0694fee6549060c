-- lexicon-stage - a place for what is to be known (owner)
-- No rows.  It is gone with the transaction, as is how it is worked with.

DO $$
BEGIN
	PERFORM set_config('work_mem', '64MB', true),
	        set_config('default_statistics_target', '10', true);
	CREATE TEMPORARY TABLE IF NOT EXISTS stage_lexicon (
		lang		text NOT NULL,
		lexemes		text NOT NULL,
		target_lang	text NOT NULL,
		targets		text NOT NULL,
		source		text NOT NULL,
		weight		real NOT NULL
	) ON COMMIT DROP;
	CREATE TEMPORARY TABLE IF NOT EXISTS stage_dictionary (
		lang		text NOT NULL,
		phrase		text NOT NULL,
		target_lang	text NOT NULL,
		target		text NOT NULL,
		rank		int NOT NULL	-- of the target in its entry
	) ON COMMIT DROP;
	CREATE TEMPORARY TABLE IF NOT EXISTS stage_phrase (
		lang		text NOT NULL,
		phrase		text NOT NULL,
		lexemes		text NOT NULL
	) ON COMMIT DROP;
	CREATE TEMPORARY TABLE IF NOT EXISTS stage_name (
		name		int GENERATED ALWAYS AS IDENTITY,
		lang		text NOT NULL,
		lexemes		text NOT NULL,
		written		boolean NOT NULL	-- our texts have all of them
	) ON COMMIT DROP;
	CREATE TEMPORARY TABLE IF NOT EXISTS stage_pair (
		name		int NOT NULL,
		target		int NOT NULL,
		weight		real NOT NULL
	) ON COMMIT DROP;
END
$$
