-- 013-session - what a group does together.
--
-- A session is a space like a person's, with a data key of its own; what
-- people write there, their nicknames too, is sealed with it.  It is open to
-- the devices of those who lead it (they have its resume code) and of those
-- who joined it (with its join code, which is short: it is found by a keyed
-- hash and stretched before it opens anything).
--
CREATE TABLE learn.session (
	space_id	bytea PRIMARY KEY REFERENCES learn.space ON DELETE CASCADE,
	module		text NOT NULL,		-- slug
	other		text,			-- second language of the projection
	state		text NOT NULL DEFAULT 'open'
	    CHECK (state IN ('open', 'paused', 'ended')),
	step		text NOT NULL,		-- where the group is
	asked		text,			-- place projected; NULL: the step's first
	join_hash	bytea NOT NULL UNIQUE,	-- finds it by its join code
	join_salt	bytea NOT NULL,
	join_key	bytea NOT NULL,		-- the data key, under the stretched code
	sealed_join	bytea NOT NULL,		-- the join code, to show it again
	timer_from	timestamptz,
	timer_minutes	int CHECK (timer_minutes BETWEEN 1 AND 600),
	cards		int NOT NULL DEFAULT 0,	-- written so far
	version		int NOT NULL DEFAULT 1,	-- of what all see
	people		int NOT NULL DEFAULT 1	-- version of who is where
);
COMMENT ON TABLE learn.session IS 'where a group is';

CREATE TABLE learn.member (
	space_id	bytea NOT NULL REFERENCES learn.space ON DELETE CASCADE,
	member_id	bytea NOT NULL CHECK (length(member_id) = 16),
	name_hash	bytea NOT NULL,		-- keyed with the data key
	body		bytea NOT NULL,		-- nickname and people at the table, sealed
	step		text NOT NULL,		-- the last they looked at
	PRIMARY KEY (space_id, member_id),
	UNIQUE (space_id, name_hash)
);
COMMENT ON TABLE learn.member IS 'who has joined a session, by nickname';

CREATE TABLE learn.card (
	space_id	bytea NOT NULL REFERENCES learn.space ON DELETE CASCADE,
	card_id		bytea NOT NULL CHECK (length(card_id) = 16),
	member_id	bytea,			-- who wrote it; NULL: who leads
	place		text NOT NULL,		-- 'case/madame-s/q1', 'module/networks/tool'
	number		int NOT NULL,		-- in the order written
	state		text NOT NULL CHECK (state IN ('own', 'shared', 'removed')),
	body		bytea NOT NULL,		-- sealed
	PRIMARY KEY (space_id, card_id)
);
COMMENT ON TABLE learn.card IS 'findings of a group; those of state own are for their writer alone';

-- --- who sees what ---------------------------------------------------------

-- Who the device is in this session: NULL who leads, or nobody.
CREATE FUNCTION learn.member() RETURNS bytea
LANGUAGE sql STABLE AS $$
SELECT device.member_id
  FROM learn.device
 WHERE device.space_id = (SELECT learn.person())
$$;

DO $$
DECLARE
	name	text;
BEGIN
	FOREACH name IN ARRAY ARRAY['session', 'member', 'card'] LOOP
		EXECUTE format('ALTER TABLE learn.%I
		    ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE
		    ON learn.%I TO profint_learn', name);
	END LOOP;
END $$;

CREATE POLICY own ON learn.session TO profint_learn
    USING (space_id = ANY (ARRAY(SELECT device.space_id FROM learn.device)));
CREATE POLICY found ON learn.session FOR SELECT TO profint_learn
    USING (join_hash = learn.setting('join'));
CREATE POLICY own ON learn.member TO profint_learn
    USING (space_id = (SELECT learn.person()));
CREATE POLICY own ON learn.card TO profint_learn
    USING (space_id = (SELECT learn.person())
	AND (state <> 'own'
	    OR member_id IS NOT DISTINCT FROM (SELECT learn.member())));

-- --- opening ---------------------------------------------------------------

-- How long a device that is used now stays in a session: a day's work, and
-- one's own as long as browsers keep a cookie.
CREATE FUNCTION learn.stays_until(own boolean) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
SELECT now() + CASE WHEN own THEN interval '400 days'
		    ELSE interval '12 hours' END
$$;

-- Begin a transaction as this device in this session (both hex), and keep
-- the device open.  The resume code only for those who lead.
CREATE FUNCTION learn.open_session(device text, space text)
RETURNS TABLE (space_id bytea, wrapped_key bytea, sealed_code bytea,
    own boolean, kept_until date, renewed boolean, role text, module text,
    other text, state text, step text, asked text, sealed_join bytea,
    version int, people int, timer_minutes int, timer_left int)
LANGUAGE plpgsql AS $$
DECLARE
	moved	boolean;
BEGIN
	PERFORM set_config('profint.device', device, true),
		set_config('profint.space', space, true);
	UPDATE learn.device AS one
	   SET expires_at = learn.stays_until(one.own)
	 WHERE one.space_id = (SELECT learn.person())
	   AND one.expires_at < learn.stays_until(one.own)
	    - CASE WHEN one.own THEN interval '1 day'
		   ELSE interval '1 hour' END;
	moved := FOUND;
	RETURN QUERY
	SELECT whole.space_id, one.wrapped_key,
	       CASE WHEN one.role = 'facilitator' THEN whole.sealed_code END,
	       one.own, whole.kept_until, moved, one.role, at.module, at.other,
	       at.state, at.step, at.asked, at.sealed_join, at.version,
	       at.people, at.timer_minutes,
	       ceil(extract(epoch FROM at.timer_from - now()
		   + at.timer_minutes * interval '1 minute'))::int
	  FROM learn.device AS one
	  JOIN learn.space AS whole ON whole.space_id = one.space_id
	  JOIN learn.session AS at ON at.space_id = one.space_id
	 WHERE one.space_id = (SELECT learn.person());
END $$;

-- A new session, and the device that leads it, unless they are there
-- already: the same form makes the same names.
CREATE FUNCTION learn.create_session(space bytea, device bytea, code bytea,
    device_key bytea, code_key bytea, sealed bytea, at_module text,
    in_other text, at_join bytea, salt bytea, join_key bytea, sealed_join bytea)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	IF learn.make_space(space, 'session', device, code, code_key, sealed,
	    current_date + 90) THEN
		INSERT INTO learn.device (token_hash, space_id, wrapped_key,
		    expires_at, role)
		VALUES (device, space, device_key, learn.stays_until(false),
		    'facilitator');
		INSERT INTO learn.session (space_id, module, other, step,
		    join_hash, join_salt, join_key, sealed_join)
		SELECT space, at_module, in_other, step.step, at_join, salt,
		       join_key, sealed_join
		  FROM public.item
		  JOIN public.item_step AS step USING (item_id)
		 WHERE item.kind = 'module'
		   AND item.slug = at_module
		 ORDER BY step.position
		 LIMIT 1;
		PERFORM learn.count('session', at_module, '');
	END IF;
END $$;

-- The session of this join code's hash (hex): what its code opens.
CREATE FUNCTION learn.find_session(code text)
RETURNS TABLE (space_id bytea, salt bytea, join_key bytea, state text)
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('profint.join', code, true);
	RETURN QUERY
	SELECT one.space_id, one.join_salt, one.join_key, one.state
	  FROM learn.session AS one
	 WHERE one.join_hash = learn.setting('join');
	PERFORM set_config('profint.join', '', true);
END $$;

-- This device is in the session from now on: 'joined'; 'taken': somebody has
-- that nickname, and ITS_ME does not say that it is this person; 'full';
-- 'closed'.
CREATE FUNCTION learn.join_session(device bytea, space bytea, device_key bytea,
    member bytea, hash bytea, sealed bytea, its_me boolean, mine boolean)
RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	at	learn.session;
	there	bytea;
BEGIN
	PERFORM set_config('profint.device', encode(device, 'hex'), true),
		set_config('profint.space', encode(space, 'hex'), true);
	IF EXISTS (SELECT FROM learn.device AS one WHERE one.space_id = space) THEN
		RETURN 'joined';
	END IF;
	INSERT INTO learn.device (token_hash, space_id, wrapped_key, own,
	    expires_at, role, member_id)
	VALUES (device, space, device_key, mine, learn.stays_until(mine),
	    'member', member);
	SELECT * INTO at FROM learn.session AS one
	 WHERE one.space_id = space FOR UPDATE;
	SELECT one.member_id INTO there FROM learn.member AS one
	 WHERE one.space_id = space AND one.name_hash = hash;
	IF at.state = 'open' AND there IS NOT NULL AND its_me THEN
		UPDATE learn.device AS one SET member_id = there
		 WHERE one.space_id = space;
		RETURN 'joined';
	ELSIF at.state = 'open' AND there IS NULL AND (SELECT count(*) < 300
	    FROM learn.member AS one WHERE one.space_id = space) THEN
		INSERT INTO learn.member (space_id, member_id, name_hash,
		    body, step)
		VALUES (space, member, hash, sealed, at.step);
		UPDATE learn.session AS one SET people = one.people + 1
		 WHERE one.space_id = space;
		RETURN 'joined';
	END IF;
	DELETE FROM learn.device AS one WHERE one.space_id = space;
	RETURN CASE WHEN at.state IS DISTINCT FROM 'open' THEN 'closed'
		    WHEN there IS NOT NULL THEN 'taken'
		    ELSE 'full' END;
END $$;

-- This device leads the session from now on.
CREATE FUNCTION learn.lead_session(device bytea, space bytea, device_key bytea)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('profint.device', encode(device, 'hex'), true),
		set_config('profint.space', encode(space, 'hex'), true);
	INSERT INTO learn.device AS old (token_hash, space_id, wrapped_key,
	    expires_at, role)
	VALUES (device, space, device_key, learn.stays_until(false),
	    'facilitator')
	    ON CONFLICT (token_hash, space_id) DO UPDATE
	   SET role = 'facilitator',
	       member_id = NULL;
END $$;

-- --- working ---------------------------------------------------------------
--
-- One order for all, so that no two wait for each other: whoever writes in a
-- session first shares its row in learn.space (learn.writer(), or a device
-- that joins), so that nobody erases it meanwhile; then locks its row in
-- learn.session; and changes the row in learn.space (learn.once(), 'extend')
-- last.  Erasing takes that row for itself and has nothing before it.

-- Is this device the one that leads?
CREATE FUNCTION learn.leads() RETURNS boolean
LANGUAGE sql STABLE AS $$
SELECT EXISTS (SELECT FROM learn.device
    WHERE space_id = (SELECT learn.person()) AND role = 'facilitator')
$$;

-- The person here looks at this step.
CREATE FUNCTION learn.be_at(at_step text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	here	bytea;
BEGIN
	IF NOT EXISTS (SELECT FROM learn.member AS one
	    WHERE one.space_id = (SELECT learn.person())
	      AND one.member_id = (SELECT learn.member())
	      AND one.step <> at_step) THEN
		RETURN;
	END IF;
	here := learn.writer();
	UPDATE learn.session AS one
	   SET people = one.people + 1
	 WHERE one.space_id = here;
	UPDATE learn.member AS one
	   SET step = at_step
	 WHERE one.space_id = here
	   AND one.member_id = (SELECT learn.member());
END $$;

-- A card is written: 'saved', 'again' (it was before), 'full', 'paused' (only
-- those who lead may write), 'closed' (nothing is open).
CREATE FUNCTION learn.write_card(key bytea, card bytea, at_place text,
    sealed bytea, is_shared boolean) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	here	bytea := learn.writer();
	at	learn.session;
BEGIN
	SELECT * INTO at FROM learn.session AS one
	 WHERE one.space_id = here FOR UPDATE;
	IF NOT FOUND THEN
		RETURN 'closed';
	ELSIF at.state <> 'open' AND NOT learn.leads() THEN
		RETURN 'paused';
	ELSIF at.cards >= 3000 THEN
		RETURN 'full';
	ELSIF NOT learn.once(key) THEN
		RETURN 'again';
	END IF;
	INSERT INTO learn.card (space_id, card_id, member_id, place, number,
	    state, body)
	VALUES (here, card, learn.member(), at_place, at.cards + 1,
	    CASE WHEN is_shared THEN 'shared' ELSE 'own' END, sealed);
	UPDATE learn.session AS one
	   SET cards = one.cards + 1,
	       version = one.version + 1
	 WHERE one.space_id = here;
	RETURN 'saved';
END $$;

-- A card is shared, taken back by its writer ('unshare'), taken off the board
-- by those who lead ('remove'), or erased by its writer ('erase').
CREATE FUNCTION learn.change_card(card bytea, what text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	here	bytea := learn.writer();
	me	bytea := learn.member();
	done	boolean := false;
BEGIN
	IF what = 'erase' THEN
		DELETE FROM learn.card AS one
		 WHERE one.space_id = here AND one.card_id = card
		   AND one.member_id IS NOT DISTINCT FROM me;
		done := FOUND;
	ELSIF what = 'remove' AND learn.leads() THEN
		UPDATE learn.card AS one SET state = 'removed'
		 WHERE one.space_id = here AND one.card_id = card
		   AND one.state = 'shared';
		done := FOUND;
	ELSIF what IN ('share', 'unshare') THEN
		UPDATE learn.card AS one
		   SET state = CASE what WHEN 'share' THEN 'shared'
				    ELSE 'own' END
		 WHERE one.space_id = here AND one.card_id = card
		   AND one.member_id IS NOT DISTINCT FROM me
		   AND one.state <> 'removed';
		done := FOUND;
	END IF;
	IF done THEN
		UPDATE learn.session AS one
		   SET version = one.version + 1
		 WHERE one.space_id = here;
	END IF;
END $$;

-- What only those who lead may do: 'step' and 'ask' (a place), 'timer'
-- (minutes, '0' stops it), 'state', 'extend' (90 more days from today),
-- 'erase'.  False: not by this device.
CREATE FUNCTION learn.steer(what text, value text) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
	here	bytea := learn.person();
BEGIN
	IF here IS NULL OR NOT learn.leads() THEN
		RETURN false;
	ELSIF what = 'erase' THEN
		PERFORM learn.erase_space(here);
		RETURN true;
	ELSIF what = 'step' AND NOT EXISTS (
		SELECT
		  FROM learn.session AS one
		  JOIN public.item ON item.kind = 'module'
		   AND item.slug = one.module
		  JOIN public.item_step AS known USING (item_id)
		 WHERE one.space_id = here
		   AND known.step = value)
	THEN
		RETURN false;
	END IF;
	here := learn.writer();
	UPDATE learn.session AS one
	   SET step = CASE what WHEN 'step' THEN value ELSE one.step END,
	       asked = CASE what WHEN 'ask' THEN value WHEN 'step' THEN NULL
			    ELSE one.asked END,
	       state = CASE what WHEN 'state' THEN value ELSE one.state END,
	       timer_from = CASE WHEN what = 'timer' AND value <> '0' THEN now()
				 WHEN what IN ('timer', 'step') THEN NULL
				 ELSE one.timer_from END,
	       timer_minutes = CASE WHEN what = 'timer' AND value <> '0'
				    THEN value::int
				    WHEN what IN ('timer', 'step') THEN NULL
				    ELSE one.timer_minutes END,
	       version = one.version + 1
	 WHERE one.space_id = here;
	IF what = 'extend' THEN
		UPDATE learn.space SET kept_until = current_date + 90
		 WHERE space_id = here;
	END IF;
	RETURN true;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA learn FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA learn TO profint_learn;
