-- 009-work - what people do with their work: open it, save it, go on.
--
-- How much is kept, and until when, is said in 015-keep.sql.  Each function
-- may be repeated when its answer was lost: the key of the form says that it
-- is the same once more.

-- How long a device that is used now stays open.
CREATE FUNCTION learn.open_until(own boolean) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
SELECT now() + CASE WHEN own THEN interval '400 days'
		    ELSE interval '30 minutes' END
$$;

-- learn.person(), held: nobody erases it or moves it under another key before
-- this transaction ends, and NULL when somebody just did.
CREATE FUNCTION learn.writer() RETURNS bytea
LANGUAGE sql AS $$
SELECT space.space_id
  FROM learn.space
 WHERE space.space_id = learn.person()
   FOR KEY SHARE
$$;

-- Begin a transaction as the device whose token's hash this is (hex), and
-- keep it open.  No row when it opens nothing; a row of nulls when it opens
-- nothing of a person, but some session or campaign.
CREATE FUNCTION learn.open(device text)
RETURNS TABLE (space_id bytea, wrapped_key bytea, sealed_code bytea,
    own boolean, kept_until date, renewed boolean)
LANGUAGE plpgsql AS $$
DECLARE
	moved	boolean;
BEGIN
	PERFORM set_config('profint.device', device, true),
		set_config('profint.space', '', true);
	UPDATE learn.device AS one
	   SET expires_at = learn.open_until(one.own)
	 WHERE one.role IS NULL
	   AND one.expires_at < learn.open_until(one.own)
	    - CASE WHEN one.own THEN interval '1 day'
		   ELSE interval '5 minutes' END;
	moved := FOUND;
	RETURN QUERY
	SELECT space.space_id, one.wrapped_key, space.sealed_code, one.own,
	       space.kept_until, moved
	  FROM learn.device AS one
	  JOIN learn.space USING (space_id)
	 WHERE space.kind = 'person';
	IF NOT FOUND THEN
		RETURN QUERY
		SELECT NULL::bytea, NULL::bytea, NULL::bytea, one.own,
		       NULL::date, false
		  FROM learn.device AS one
		 LIMIT 1;
	END IF;
END $$;

-- A new space, from here on in this transaction; false when it is there
-- already, or when there is no room for it.
CREATE FUNCTION learn.make_space(space bytea, of_kind text, device bytea,
    code bytea, code_key bytea, sealed bytea, until date) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
	made	boolean;
BEGIN
	PERFORM set_config('profint.device', encode(device, 'hex'), true),
		set_config('profint.space', CASE of_kind WHEN 'person' THEN ''
		    ELSE encode(space, 'hex') END, true),
		set_config('profint.code', encode(code, 'hex'), true);
	INSERT INTO learn.space (space_id, kind, code_hash, wrapped_key,
	    sealed_code, kept_until)
	VALUES (space, of_kind, code, code_key, sealed, until)
	    ON CONFLICT DO NOTHING;
	made := FOUND;
	PERFORM set_config('profint.code', '', true);
	RETURN made;
END $$;

-- The space of this kind that a code opens (its hash, hex).  No row when it
-- opens none.
CREATE FUNCTION learn.find(code text, of_kind text)
RETURNS TABLE (space_id bytea, wrapped_key bytea)
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('profint.code', code, true);
	RETURN QUERY
	SELECT one.space_id, one.wrapped_key
	  FROM learn.space AS one
	 WHERE one.code_hash = learn.setting('code')
	   AND one.kind = of_kind;
	PERFORM set_config('profint.code', '', true);
END $$;

-- A space that is open here is gone with its keys and all that lies in it,
-- here and after a restore.
CREATE FUNCTION learn.erase_space(space bytea) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM learn.space AS one WHERE one.space_id = space;
	IF FOUND THEN
		INSERT INTO learn.erased (space_hash) VALUES (sha256(space))
		    ON CONFLICT DO NOTHING;
	END IF;
END $$;

-- A person's new space and the device that opens it, unless they are there
-- already: the same form makes the same names.
CREATE FUNCTION learn.create(space bytea, device bytea, code bytea,
    device_key bytea, code_key bytea, sealed bytea) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	IF learn.make_space(space, 'person', device, code, code_key, sealed,
	    learn.kept()) THEN
		INSERT INTO learn.device (token_hash, space_id, wrapped_key,
		    expires_at)
		VALUES (device, space, device_key, learn.open_until(false));
	END IF;
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
-- is open here: false.  A person's work is kept longer for it, a session
-- until its own day.
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
		       kept_until = CASE kind WHEN 'person'
			   THEN learn.kept() ELSE kept_until END
		 WHERE space.space_id = here
		   AND saved_on <> current_date;
		RETURN true;
	END IF;
	RETURN false;
END $$;

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

-- The item that has this name, or once had it.
CREATE FUNCTION learn.item(at_kind text, at_slug text) RETURNS int
LANGUAGE sql STABLE AS $$
SELECT coalesce((
	SELECT item.item_id
	  FROM public.item
	 WHERE item.kind = at_kind
	   AND item.slug = at_slug), (
	SELECT alias.item_id
	  FROM public.item_alias AS alias
	 WHERE alias.kind = at_kind
	   AND alias.slug = at_slug))
$$;

-- A step is reached: 'begun', 'done' or 'skipped'.  Nothing that is done
-- becomes less.  Counts modules that are begun and those that are finished,
-- each once: two devices of one person wait in turn here.
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
	PERFORM pg_advisory_xact_lock(hashtextextended(encode(here, 'hex'), 0));
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
