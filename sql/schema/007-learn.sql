-- 007-learn - people's own work: nothing readable lies here.
--
-- What a person writes is sealed with the data key of their space, which
-- lies here only wrapped: once under a key made from the resume code, once
-- for each device under a key made from that device's token.  Neither code
-- nor token is stored, only another derivation of each, to find the row.
--
-- Every table has row-level security, forced.  A transaction says whose
-- device (or code) it speaks for; whatever it then asks, it sees that
-- space's rows and no others.  Who says nothing, or nonsense, sees none.
-- It may say which space of its device it speaks for; if it does not, it is
-- the person's.  The owner sees what is to be purged.

CREATE SCHEMA learn;

-- profint.device or profint.code as bytes; NULL when it is not set, or no
-- hex of 16 to 64 bytes.  Never raises.
CREATE FUNCTION learn.setting(name text) RETURNS bytea
LANGUAGE sql STABLE AS $$
SELECT CASE
           WHEN current_setting('profint.' || name, true)
               ~ '^([0-9a-f]{2}){16,64}$'
           THEN decode(current_setting('profint.' || name, true), 'hex')
       END
$$;

-- profint.NAME as a number of at most nine digits, or OTHERWISE.  Never
-- raises.
CREATE FUNCTION learn.number(name text, otherwise int) RETURNS int
LANGUAGE sql STABLE AS $$
SELECT CASE
           WHEN current_setting('profint.' || name, true) ~ '^[0-9]{1,9}$'
           THEN current_setting('profint.' || name, true)::int
           ELSE otherwise
       END
$$;

CREATE TABLE learn.space (
	space_id	bytea PRIMARY KEY CHECK (length(space_id) = 16),
	kind		text NOT NULL CHECK (kind IN ('person', 'session', 'campaign')),
	code_hash	bytea UNIQUE,		-- finds it by its code; NULL: devices alone open it
	wrapped_key	bytea,			-- the data key, under the code's key
	sealed_code	bytea,			-- the code, under the data key: to show it again
	created_on	date NOT NULL DEFAULT current_date,
	saved_on	date NOT NULL DEFAULT current_date,	-- last change
	kept_until	date NOT NULL,		-- the last day
	made_at		timestamptz NOT NULL DEFAULT date_trunc('hour', now()),
	forms		int NOT NULL DEFAULT 0,	-- acted upon; from 100 on not counted
	used		boolean NOT NULL DEFAULT false	-- on another day, or on a
						-- device of one's own
);
CREATE INDEX space_kept ON learn.space (kept_until);
COMMENT ON TABLE learn.space IS 'what belongs to one person, session or campaign';

CREATE TABLE learn.device (
	token_hash	bytea NOT NULL CHECK (length(token_hash) = 32),
	space_id	bytea NOT NULL REFERENCES learn.space ON DELETE CASCADE,
	wrapped_key	bytea NOT NULL,		-- the data key, under the token's key
	own		boolean,		-- not a shared computer; NULL: not said
	expires_at	timestamptz NOT NULL,
	role		text CHECK (role IN ('facilitator', 'member')),	-- in a session
	member_id	bytea,			-- who it is there; NULL: who leads
	PRIMARY KEY (token_hash, space_id)
);
CREATE INDEX device_space ON learn.device (space_id);
CREATE INDEX device_expires ON learn.device (expires_at);
COMMENT ON TABLE learn.device IS 'browsers that open a space, until they leave';

CREATE TABLE learn.note (
	space_id	bytea NOT NULL REFERENCES learn.space ON DELETE CASCADE,
	kind		text NOT NULL,		-- of the item that asks
	slug		text NOT NULL,
	segment		text NOT NULL,		-- the question's, in whatever language
	version		int NOT NULL DEFAULT 1 CHECK (version > 0),
	body		bytea NOT NULL,		-- sealed
	saved_at	timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (space_id, kind, slug, segment)
);
COMMENT ON TABLE learn.note IS 'answers to the questions of items';

CREATE TABLE learn.progress (
	space_id	bytea NOT NULL REFERENCES learn.space ON DELETE CASCADE,
	kind		text NOT NULL,
	slug		text NOT NULL,
	step		text NOT NULL,		-- of a module; 'compare' of a case
	state		text NOT NULL CHECK (state IN ('begun', 'done', 'skipped')),
	reached_on	date NOT NULL DEFAULT current_date,
	PRIMARY KEY (space_id, kind, slug, step)
);
COMMENT ON TABLE learn.progress IS 'how far a person has come';

CREATE TABLE learn.worksheet (
	space_id	bytea NOT NULL REFERENCES learn.space ON DELETE CASCADE,
	worksheet_id	bytea NOT NULL CHECK (length(worksheet_id) = 16),
	tool		text NOT NULL,		-- slug
	follows		bytea,			-- the worksheet whose rows it follows up
	created_on	date NOT NULL DEFAULT current_date,
	saved_at	timestamptz NOT NULL DEFAULT now(),
	version		int NOT NULL DEFAULT 1,	-- of all that is in it
	edition		int NOT NULL DEFAULT 1,	-- of what a group made of the tool
	PRIMARY KEY (space_id, worksheet_id)
);
COMMENT ON TABLE learn.worksheet IS 'tools that somebody fills in';

CREATE TABLE learn.field (
	space_id	bytea NOT NULL,
	worksheet_id	bytea NOT NULL,
	name		text NOT NULL,		-- 'goal', 'actions', 'actions.K7.what', '_title'
	version		int NOT NULL DEFAULT 1 CHECK (version > 0),
	body		bytea NOT NULL,		-- sealed
	PRIMARY KEY (space_id, worksheet_id, name),
	FOREIGN KEY (space_id, worksheet_id)
	    REFERENCES learn.worksheet ON DELETE CASCADE
);
COMMENT ON TABLE learn.field IS 'fields of worksheets, a row each';

CREATE TABLE learn.request (
	space_id	bytea NOT NULL REFERENCES learn.space ON DELETE CASCADE,
	key_hash	bytea NOT NULL,		-- of the form's key
	sent_at		timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (space_id, key_hash)
);
CREATE INDEX request_sent ON learn.request (sent_at);
COMMENT ON TABLE learn.request IS 'forms that have been acted upon: once is enough';

CREATE TABLE learn.erased (
	space_hash	bytea PRIMARY KEY,	-- sha256 of the space_id
	erased_on	date NOT NULL DEFAULT current_date
);
COMMENT ON TABLE learn.erased IS 'spaces to be erased again after a restore';

CREATE TABLE learn.counter (
	quarter		date NOT NULL,		-- its first day
	what		text NOT NULL,		-- module-begun, module-done, worksheet
	slug		text NOT NULL,
	lang		text NOT NULL,
	count		int NOT NULL DEFAULT 1,
	PRIMARY KEY (quarter, what, slug, lang)
);
COMMENT ON TABLE learn.counter IS 'how often, and nothing about whom';

-- --- who sees what ---------------------------------------------------------

-- The space that this transaction speaks for, or NULL: the one it names, if
-- its device opens that, else its person's.
-- (In plpgsql it is planned once a connection, not at each call: a fifth of
-- the time, several times a save.)
CREATE FUNCTION learn.person() RETURNS bytea
LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN (
		SELECT space.space_id
		  FROM learn.device
		  JOIN learn.space USING (space_id)
		 WHERE CASE WHEN coalesce(current_setting('profint.space',
				true), '') = ''
			    THEN space.kind = 'person'
			    ELSE space.space_id = learn.setting('space') END
		 LIMIT 1);
END $$;

DO $$
DECLARE
	name	text;
BEGIN
	FOREACH name IN ARRAY ARRAY['space', 'device', 'note', 'progress',
	    'worksheet', 'field', 'request', 'erased', 'counter'] LOOP
		EXECUTE format('ALTER TABLE learn.%I
		    ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
	END LOOP;

	-- One space at a time: what a person writes alone is not the group's.
	-- As a SELECT it is asked once a statement and serves an index.
	FOREACH name IN ARRAY ARRAY['note', 'progress', 'worksheet', 'field',
	    'request'] LOOP
		EXECUTE format('CREATE POLICY own ON learn.%I TO profint_learn
		    USING (space_id = (SELECT learn.person()))', name);
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE
		    ON learn.%I TO profint_learn', name);
	END LOOP;
END $$;

CREATE POLICY own ON learn.device TO profint_learn
    USING (token_hash = learn.setting('device') AND expires_at > now());
CREATE POLICY own ON learn.space TO profint_learn
    USING (space_id = ANY (ARRAY(SELECT device.space_id FROM learn.device))
	OR code_hash = learn.setting('code'));
GRANT SELECT, INSERT, UPDATE, DELETE ON learn.space, learn.device
    TO profint_learn;

CREATE POLICY noted ON learn.erased FOR INSERT TO profint_learn
    WITH CHECK (true);
CREATE POLICY noted ON learn.counter TO profint_learn USING (true);
GRANT INSERT ON learn.erased TO profint_learn;
GRANT SELECT, INSERT, UPDATE ON learn.counter TO profint_learn;
GRANT USAGE ON SCHEMA learn TO profint_learn;

CREATE POLICY all_of_it ON learn.erased TO profint_owner USING (true);
CREATE POLICY all_of_it ON learn.counter TO profint_owner USING (true);
CREATE POLICY purged ON learn.space TO profint_owner
    USING (kept_until < current_date OR EXISTS (SELECT FROM learn.erased
	WHERE erased.space_hash = sha256(space.space_id)));
CREATE POLICY purged ON learn.device TO profint_owner
    USING (expires_at <= now());
CREATE POLICY purged ON learn.request TO profint_owner
    USING (sent_at < now() - interval '30 days');

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA learn FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA learn TO profint_learn;
GRANT EXECUTE ON FUNCTION learn.setting(text), learn.number(text, int)
    TO profint_owner;
