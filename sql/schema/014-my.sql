-- 014-my - work that is opened by its code, moved under a new one, loaded
-- from a file, erased.

-- This device opens the space of this kind and code, and no other person's
-- any more.
CREATE FUNCTION learn.resume(code text, device text, device_key bytea,
    of_kind text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	IF of_kind = 'person' THEN
		DELETE FROM learn.device AS one
		 WHERE one.space_id = (SELECT learn.person());
	END IF;
	PERFORM set_config('profint.device', device, true),
		set_config('profint.code', code, true);
	INSERT INTO learn.device (token_hash, space_id, wrapped_key,
	    expires_at)
	SELECT decode(device, 'hex'), space.space_id, device_key,
	       learn.open_until(false)
	  FROM learn.space
	 WHERE space.code_hash = learn.setting('code')
	   AND space.kind = of_kind
	    ON CONFLICT DO NOTHING;
	PERFORM set_config('profint.code', '', true);
END $$;

-- Everything moves to a new space, sealed with another key; the old one is
-- gone, with its code and all other devices.  NOTES and FIELDS are what was
-- read before, sealed again: 'changed' when that is not what is there now
-- (read again), 'again' (this form was acted upon before), 'closed', 'moved'.
CREATE FUNCTION learn.move(key bytea, new_id bytea, code bytea,
    device_key bytea, code_key bytea, sealed bytea, notes jsonb, fields jsonb)
RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	old_id	bytea := learn.person();
	dates	jsonb;
	steps	jsonb;
	sheets	jsonb;
BEGIN
	-- Who saves meanwhile waits here, and then finds nothing open.
	PERFORM FROM learn.space WHERE space_id = old_id FOR UPDATE;
	IF NOT FOUND THEN
		RETURN 'closed';
	ELSIF EXISTS (SELECT FROM learn.request AS sent
	    WHERE sent.space_id = old_id AND sent.key_hash = key) THEN
		RETURN 'again';
	END IF;

	IF EXISTS (
		SELECT
		  FROM (SELECT * FROM learn.note WHERE space_id = old_id)
		    AS old
		  FULL JOIN jsonb_to_recordset(notes) AS new (kind text,
			slug text, segment text, version int)
		    USING (kind, slug, segment)
		 WHERE old.version IS DISTINCT FROM new.version)
	    OR EXISTS (
		SELECT
		  FROM (SELECT encode(worksheet_id, 'hex') AS id, name, version
			  FROM learn.field
			 WHERE space_id = old_id) AS old
		  FULL JOIN jsonb_to_recordset(fields) AS new (id text,
			name text, version int)
		    USING (id, name)
		 WHERE old.version IS DISTINCT FROM new.version)
	THEN
		RETURN 'changed';
	END IF;

	-- One space is seen at a time: what is not sealed is carried over.
	SELECT coalesce(jsonb_agg(to_jsonb(old)), '[]') INTO dates
	  FROM (SELECT kind, slug, segment, saved_at
		  FROM learn.note
		 WHERE space_id = old_id) AS old;
	SELECT coalesce(jsonb_agg(to_jsonb(old)), '[]') INTO steps
	  FROM (SELECT kind, slug, step, state, reached_on
		  FROM learn.progress
		 WHERE space_id = old_id) AS old;
	SELECT coalesce(jsonb_agg(to_jsonb(old)), '[]') INTO sheets
	  FROM (SELECT encode(worksheet_id, 'hex') AS id, tool,
		       encode(follows, 'hex') AS follows, created_on, saved_at
		  FROM learn.worksheet
		 WHERE space_id = old_id) AS old;

	PERFORM set_config('profint.code', encode(code, 'hex'), true);
	INSERT INTO learn.space (space_id, kind, code_hash, wrapped_key,
	    sealed_code, created_on, saved_on, kept_until)
	SELECT new_id, kind, code, code_key, sealed, created_on, saved_on,
	       kept_until
	  FROM learn.space
	 WHERE space_id = old_id;
	INSERT INTO learn.device (token_hash, space_id, wrapped_key, own,
	    expires_at)
	SELECT token_hash, new_id, device_key, own, expires_at
	  FROM learn.device
	 WHERE space_id = old_id;
	PERFORM learn.erase_space(old_id);
	PERFORM set_config('profint.code', '', true);

	INSERT INTO learn.note (space_id, kind, slug, segment, version, body,
	    saved_at)
	SELECT new_id, kind, slug, segment, new.version,
	       decode(new.body, 'hex'), old.saved_at
	  FROM jsonb_to_recordset(notes) AS new (kind text, slug text,
		segment text, version int, body text)
	  JOIN jsonb_to_recordset(dates) AS old (kind text, slug text,
		segment text, saved_at timestamptz)
	    USING (kind, slug, segment);
	INSERT INTO learn.progress (space_id, kind, slug, step, state,
	    reached_on)
	SELECT new_id, kind, slug, step, state, reached_on
	  FROM jsonb_to_recordset(steps) AS old (kind text, slug text,
		step text, state text, reached_on date);
	INSERT INTO learn.worksheet (space_id, worksheet_id, tool, follows,
	    created_on, saved_at)
	SELECT new_id, decode(id, 'hex'), tool, decode(follows, 'hex'),
	       created_on, saved_at
	  FROM jsonb_to_recordset(sheets) AS old (id text, tool text,
		follows text, created_on date, saved_at timestamptz);
	INSERT INTO learn.field (space_id, worksheet_id, name, version, body)
	SELECT new_id, decode(id, 'hex'), name, version, decode(body, 'hex')
	  FROM jsonb_to_recordset(fields) AS new (id text, name text,
		version int, body text);
	INSERT INTO learn.request (space_id, key_hash) VALUES (new_id, key);
	RETURN 'moved';
END $$;

-- Steps of modules that a file says are done are done today: a file is no
-- witness.  Counts nothing: it was counted when it was done.
CREATE FUNCTION learn.load_progress(steps jsonb) RETURNS void
LANGUAGE sql AS $$
INSERT INTO learn.progress AS old (space_id, kind, slug, step, state)
SELECT DISTINCT learn.person(), item.kind, item.slug, step.step, 'done'
  FROM jsonb_to_recordset(steps) AS new (slug text, step text)
  JOIN public.item
    ON item.item_id = learn.item('module', new.slug)
  JOIN public.item_step AS step
    ON step.item_id = item.item_id
   AND step.step = new.step
 WHERE learn.person() IS NOT NULL
    ON CONFLICT (space_id, kind, slug, step) DO UPDATE
   SET state = 'done',
       reached_on = current_date
 WHERE old.state <> 'done'
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA learn FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA learn TO profint_learn;
