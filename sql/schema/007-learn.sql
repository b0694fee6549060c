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
-- The owner sees what is to be purged.

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

CREATE TABLE learn.space (
	space_id	bytea PRIMARY KEY CHECK (length(space_id) = 16),
	kind		text NOT NULL CHECK (kind IN ('person', 'session')),
	code_hash	bytea UNIQUE,		-- finds it by its code; NULL: devices alone open it
	wrapped_key	bytea,			-- the data key, under the code's key
	sealed_code	bytea,			-- the code, under the data key: to show it again
	created_on	date NOT NULL DEFAULT current_date,
	saved_on	date NOT NULL DEFAULT current_date,	-- last change
	kept_until	date NOT NULL		-- the last day
);
COMMENT ON TABLE learn.space IS 'what belongs to one person, or to one session';

CREATE TABLE learn.device (
	token_hash	bytea NOT NULL CHECK (length(token_hash) = 32),
	space_id	bytea NOT NULL REFERENCES learn.space ON DELETE CASCADE,
	wrapped_key	bytea NOT NULL,		-- the data key, under the token's key
	own		boolean,		-- not a shared computer; NULL: not said
	expires_at	timestamptz NOT NULL,
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

DO $$
DECLARE
	name	text;
BEGIN
	FOREACH name IN ARRAY ARRAY['space', 'device', 'note', 'progress',
	    'worksheet', 'field', 'request', 'erased', 'counter'] LOOP
		EXECUTE format('ALTER TABLE learn.%I
		    ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
	END LOOP;

	-- As an array it is asked once a statement and serves an index.
	FOREACH name IN ARRAY ARRAY['note', 'progress', 'worksheet', 'field',
	    'request'] LOOP
		EXECUTE format('CREATE POLICY own ON learn.%I TO profint_learn
		    USING (space_id = ANY (ARRAY(
			SELECT device.space_id FROM learn.device)))', name);
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

-- --- what is done with it --------------------------------------------------
--
-- Each may be repeated when its answer was lost: the key of the form says
-- that it is the same once more.

-- The day up to which what is saved today is kept.
CREATE FUNCTION learn.kept() RETURNS date
LANGUAGE sql STABLE AS $$
SELECT (current_date + interval '24 months')::date
$$;

-- How long a device that is used now stays open.
CREATE FUNCTION learn.open_until(own boolean) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
SELECT now() + CASE WHEN own THEN interval '400 days'
		    ELSE interval '30 minutes' END
$$;

-- The space of the person whose device this is, or NULL.
CREATE FUNCTION learn.person() RETURNS bytea
LANGUAGE sql STABLE AS $$
SELECT space.space_id
  FROM learn.device
  JOIN learn.space USING (space_id)
 WHERE space.kind = 'person'
$$;

-- The same, held: nobody erases it or moves it under another key before this
-- transaction ends, and NULL when somebody just did.
CREATE FUNCTION learn.writer() RETURNS bytea
LANGUAGE sql AS $$
SELECT space.space_id
  FROM learn.space
 WHERE space.space_id = learn.person()
   FOR KEY SHARE
$$;

-- Begin a transaction as the device whose token's hash this is (hex), and
-- keep it open.  No row when it opens nothing.
CREATE FUNCTION learn.open(device text)
RETURNS TABLE (space_id bytea, wrapped_key bytea, sealed_code bytea,
    own boolean, kept_until date, renewed boolean)
LANGUAGE plpgsql AS $$
DECLARE
	moved	boolean;
BEGIN
	PERFORM set_config('profint.device', device, true);
	UPDATE learn.device AS one
	   SET expires_at = learn.open_until(one.own)
	 WHERE one.expires_at < learn.open_until(one.own)
	    - CASE WHEN one.own THEN interval '1 day'
		   ELSE interval '5 minutes' END;
	moved := FOUND;
	RETURN QUERY
	SELECT space.space_id, one.wrapped_key, space.sealed_code, one.own,
	       space.kept_until, moved
	  FROM learn.device AS one
	  JOIN learn.space USING (space_id)
	 WHERE space.kind = 'person';
END $$;

-- A new space and the device that opens it, unless they are there already:
-- the same form makes the same names.
CREATE FUNCTION learn.create(space bytea, device bytea, code bytea,
    device_key bytea, code_key bytea, sealed bytea) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('profint.device', encode(device, 'hex'), true),
		set_config('profint.code', encode(code, 'hex'), true);
	INSERT INTO learn.space (space_id, kind, code_hash, wrapped_key,
	    sealed_code, kept_until)
	VALUES (space, 'person', code, code_key, sealed, learn.kept())
	    ON CONFLICT DO NOTHING;
	IF FOUND THEN
		INSERT INTO learn.device (token_hash, space_id, wrapped_key,
		    expires_at)
		VALUES (device, space, device_key, learn.open_until(false));
	END IF;
	PERFORM set_config('profint.code', '', true);
END $$;

-- One more of something, this quarter.
CREATE FUNCTION learn.count(what text, slug text, lang text) RETURNS void
LANGUAGE sql AS $$
INSERT INTO learn.counter AS old (quarter, what, slug, lang)
VALUES (date_trunc('quarter', current_date)::date, what, slug, lang)
    ON CONFLICT (quarter, what, slug, lang) DO UPDATE
   SET count = old.count + 1
$$;

-- The form with this key is acted upon now: true; it was before, or nothing
-- is open here: false.
CREATE FUNCTION learn.once(key bytea) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
	here	bytea := learn.writer();
BEGIN
	IF here IS NULL THEN
		RETURN false;
	END IF;
	INSERT INTO learn.request (space_id, key_hash) VALUES (here, key)
	    ON CONFLICT DO NOTHING;
	IF FOUND THEN
		UPDATE learn.space
		   SET saved_on = current_date,
		       kept_until = learn.kept()
		 WHERE space.space_id = here
		   AND saved_on <> current_date;
		RETURN true;
	END IF;
	RETURN false;
END $$;

-- What is kept of one person is bounded: true when there is room for so many
-- more bytes.
CREATE FUNCTION learn.fits(more bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
SELECT (SELECT coalesce(sum(length(body) + 200), 0) FROM learn.note)
     + (SELECT coalesce(sum(length(body) + 200), 0) FROM learn.field)
     + more < 4 * 1024 * 1024
$$;

-- Save notes: an array of {kind, slug, segment, version, body}, version the
-- one that was changed (0: none), body sealed, as hex.  A row for each:
-- 'saved'; 'conflict', with what is there instead.  One row alone: 'again'
-- (this form was acted upon before), 'full', 'closed' (nothing is open).
CREATE FUNCTION learn.save_notes(key bytea, notes jsonb)
RETURNS TABLE (result text, kind text, slug text, segment text, version int,
    body bytea)
LANGUAGE plpgsql AS $$
DECLARE
	here	bytea := learn.writer();
	new	record;
BEGIN
	IF here IS NULL THEN
		result := 'closed';
		RETURN NEXT;
		RETURN;
	ELSIF NOT learn.fits(length(notes::text) / 2) THEN
		result := 'full';
		RETURN NEXT;
		RETURN;
	ELSIF NOT learn.once(key) THEN
		result := 'again';
		RETURN NEXT;
		RETURN;
	END IF;
	-- In one order for all, so that two who save the same wait in turn.
	FOR new IN
		SELECT one.kind, one.slug, one.segment, one.version,
		       decode(one.body, 'hex') AS body
		  FROM jsonb_to_recordset(notes) AS one (kind text,
			slug text, segment text, version int, body text)
		 ORDER BY one.kind, one.slug, one.segment
	LOOP
		kind := new.kind;
		slug := new.slug;
		segment := new.segment;
		IF new.version = 0 THEN
			INSERT INTO learn.note AS old (space_id, kind, slug,
			    segment, body)
			VALUES (here, new.kind, new.slug, new.segment,
			    new.body)
			    ON CONFLICT DO NOTHING
			RETURNING old.version INTO version;
		ELSE
			UPDATE learn.note AS old
			   SET version = old.version + 1,
			       body = new.body,
			       saved_at = now()
			 WHERE old.space_id = here
			   AND old.kind = new.kind
			   AND old.slug = new.slug
			   AND old.segment = new.segment
			   AND old.version = new.version
			RETURNING old.version INTO version;
		END IF;
		IF FOUND THEN
			result := 'saved';
			body := NULL;
		ELSE
			result := 'conflict';
			SELECT old.version, old.body
			  INTO version, body
			  FROM learn.note AS old
			 WHERE old.space_id = here
			   AND old.kind = new.kind
			   AND old.slug = new.slug
			   AND old.segment = new.segment;
		END IF;
		RETURN NEXT;
	END LOOP;
END $$;

-- A step is reached: 'begun', 'done' or 'skipped'.  Nothing that is done
-- becomes less.  Counts modules that are begun and those that are finished.
CREATE FUNCTION learn.reach(at_kind text, at_slug text, at_step text,
    at_state text, lang text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	here	bytea := learn.person();
	first	boolean;
BEGIN
	IF here IS NULL THEN
		RETURN;
	END IF;
	-- The item was called otherwise when it was begun.
	UPDATE learn.progress AS old
	   SET slug = at_slug
	 WHERE old.kind = at_kind
	   AND old.slug <> at_slug
	   AND old.slug = ANY (learn.names(at_kind, at_slug))
	   AND NOT EXISTS (SELECT FROM learn.progress AS new
		WHERE new.kind = at_kind
		  AND new.slug = at_slug
		  AND new.step = old.step);
	first := NOT EXISTS (SELECT FROM learn.progress
	    WHERE kind = at_kind AND slug = at_slug);
	INSERT INTO learn.progress AS old (space_id, kind, slug, step, state)
	VALUES (here, at_kind, at_slug, at_step, at_state)
	    ON CONFLICT (space_id, kind, slug, step) DO UPDATE
	   SET state = excluded.state,
	       reached_on = current_date
	 WHERE old.state <> excluded.state
	   AND old.state <> 'done';
	IF NOT FOUND OR at_kind <> 'module' THEN
		RETURN;
	END IF;
	IF first THEN
		PERFORM learn.count('module-begun', at_slug, lang);
	END IF;
	IF at_state = 'done' AND NOT EXISTS (
		SELECT
		  FROM public.item
		  JOIN public.item_step AS step USING (item_id)
		  LEFT JOIN learn.progress AS done
		    ON done.kind = item.kind
		   AND done.slug = item.slug
		   AND done.step = step.step
		   AND done.state = 'done'
		 WHERE item.kind = 'module'
		   AND item.slug = at_slug
		   AND done.step IS NULL)
	THEN
		PERFORM learn.count('module-done', at_slug, lang);
	END IF;
END $$;

-- My device (true) or a shared computer (false).
CREATE FUNCTION learn.say_own(mine boolean) RETURNS void
LANGUAGE sql AS $$
UPDATE learn.device
   SET own = mine,
       expires_at = learn.open_until(mine)
$$;

-- This device opens nothing any more.
CREATE FUNCTION learn.leave() RETURNS void
LANGUAGE sql AS $$
DELETE FROM learn.device
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA learn FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA learn TO profint_learn;
GRANT EXECUTE ON FUNCTION learn.setting(text) TO profint_owner;
