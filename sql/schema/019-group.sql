-- 019-group - what a host wants to know and to bound of sessions and
-- campaigns: how many are opened, how many take part, which of them nobody
-- came back to; and cards that were written on paper.

CREATE TABLE learn.day (
	day		date NOT NULL,
	kind		text NOT NULL,		-- of space
	spaces		int NOT NULL,		-- made on it
	PRIMARY KEY (day, kind)
);
COMMENT ON TABLE learn.day IS 'how many sessions and campaigns are opened in a day';

ALTER TABLE learn.day
	ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY noted ON learn.day TO profint_learn USING (true);
CREATE POLICY all_of_it ON learn.day TO profint_owner USING (true);
GRANT SELECT, INSERT, UPDATE ON learn.day TO profint_learn;

-- A new session or campaign is counted.  It is not made, and profint.crowded
-- says why, when this device has opened ten within a day ("device") or the
-- day has had as many as the host allows ("day").
CREATE FUNCTION learn.bound_group() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM learn.space
	    WHERE space_id = NEW.space_id) THEN
		RETURN NEW;
	ELSIF (SELECT count(*) >= 10
	    FROM learn.device
	    JOIN learn.space USING (space_id)
	    WHERE space.kind = NEW.kind
	      AND space.made_at > now() - interval '1 day'
	      AND device.role IS DISTINCT FROM 'member') THEN
		PERFORM set_config('profint.crowded', 'device', true);
		RETURN NULL;
	END IF;
	INSERT INTO learn.day AS this (day, kind, spaces)
	VALUES (current_date, NEW.kind, 1)
	    ON CONFLICT (day, kind) DO UPDATE
	   SET spaces = this.spaces + 1
	 WHERE this.spaces < learn.number(NEW.kind || 's_day', 200);
	IF FOUND THEN
		RETURN NEW;
	END IF;
	PERFORM set_config('profint.crowded', 'day', true);
	RETURN NULL;
END $$;
-- Before the trigger "bound", by its name: what is refused here is not new.
CREATE TRIGGER at_most BEFORE INSERT ON learn.space
    FOR EACH ROW WHEN (NEW.kind <> 'person')
    EXECUTE FUNCTION learn.bound_group();

-- --- how many take part ----------------------------------------------------

ALTER TABLE learn.session
	ADD present int NOT NULL DEFAULT 0;	-- people who joined, those at tables
						-- each

-- So many people, no more exactly than a count for a host needs.
CREATE FUNCTION learn.people_range(people int) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
SELECT CASE WHEN people < 1 THEN NULL
	    WHEN people <= 5 THEN '1-5'
	    WHEN people <= 12 THEN '6-12'
	    WHEN people <= 25 THEN '13-25'
	    WHEN people <= 50 THEN '26-50'
	    ELSE '51-' END
$$;

-- Who joins is as many as profint.people says (1), which group-join sets.  A
-- table is counted, and the session in the range that it has grown into.
CREATE FUNCTION learn.count_member() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
	more	int := learn.number('people', 1);
	at	learn.session;
	before	text;
	after	text;
BEGIN
	UPDATE learn.session AS one
	   SET present = one.present + more
	 WHERE one.space_id = NEW.space_id
	RETURNING one.* INTO at;
	before := learn.people_range(at.present - more);
	after := learn.people_range(at.present);
	IF more > 1 THEN
		PERFORM learn.count('table', at.module, '');
	END IF;
	IF before IS DISTINCT FROM after THEN
		UPDATE learn.counter
		   SET count = count - 1
		 WHERE quarter = date_trunc('quarter', current_date)::date
		   AND what = 'session-people'
		   AND slug = before
		   AND lang = ''
		   AND count > 0;
		PERFORM learn.count('session-people', after, '');
	END IF;
	RETURN NULL;
END $$;
CREATE TRIGGER counted AFTER INSERT ON learn.member
    FOR EACH ROW EXECUTE FUNCTION learn.count_member();

REVOKE EXECUTE ON FUNCTION learn.people_range(int), learn.count_member()
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION learn.people_range(int), learn.count_member()
    TO profint_learn;

-- --- what nobody came back to ----------------------------------------------

-- Somebody has joined, or a device that opens it is used again later.
CREATE FUNCTION learn.use_group() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	UPDATE learn.space
	   SET used = true
	 WHERE space_id = NEW.space_id
	   AND kind <> 'person'
	   AND NOT used;
	RETURN NULL;
END $$;
CREATE TRIGGER used_group AFTER INSERT ON learn.member
    FOR EACH ROW EXECUTE FUNCTION learn.use_group();
CREATE TRIGGER used_group AFTER UPDATE OF expires_at ON learn.device
    FOR EACH ROW WHEN (NEW.expires_at > OLD.expires_at)
    EXECUTE FUNCTION learn.use_group();

-- As before, and with profint.groups "yes" sessions and campaigns that were
-- made in these hours, too: those that nobody joined, answered or came back
-- to.
DROP POLICY flood ON learn.space;
CREATE POLICY flood ON learn.space TO profint_owner
    USING (NOT used
	AND (kind = 'person'
	    OR current_setting('profint.groups', true) = 'yes')
	AND forms <= learn.number('forms', 1)
	AND made_at >= nullif(current_setting('profint.from', true), '')::timestamptz
	AND made_at < nullif(current_setting('profint.to', true), '')::timestamptz);
CREATE POLICY flood ON learn.campaign FOR SELECT TO profint_owner
    USING (current_setting('profint.groups', true) = 'yes');

-- --- on paper --------------------------------------------------------------

ALTER TABLE learn.card
	ADD paper int CHECK (paper BETWEEN 1 AND 50);	-- from paper: how many
					-- people stand behind it; NULL: it is not

-- Who leads types cards from paper, whatever day it is: an array of {id,
-- place, people, body}, id and body (sealed) as hex.  'saved', 'again' (this
-- form was acted upon before), 'full', 'closed' (nothing is open, or this
-- device does not lead).
CREATE FUNCTION learn.write_paper(key bytea, cards jsonb) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	here	bytea := learn.writer();
	at	learn.session;
BEGIN
	SELECT * INTO at FROM learn.session AS one
	 WHERE one.space_id = here FOR UPDATE;
	IF NOT FOUND OR NOT learn.leads() THEN
		RETURN 'closed';
	ELSIF at.cards + jsonb_array_length(cards) > 3000 THEN
		RETURN 'full';
	ELSIF NOT learn.once(key) THEN
		RETURN 'again';
	END IF;
	INSERT INTO learn.card (space_id, card_id, place, number, state, body,
	    paper)
	SELECT here, decode(one.id, 'hex'), one.place, at.cards + one.number,
	       'shared', decode(one.body, 'hex'), one.people
	  FROM ROWS FROM (jsonb_to_recordset(cards)
		AS (id text, place text, body text, people int))
		WITH ORDINALITY AS one (id, place, body, people, number);
	UPDATE learn.session AS one
	   SET cards = one.cards + jsonb_array_length(write_paper.cards),
	       version = one.version + 1
	 WHERE one.space_id = here;
	RETURN 'saved';
END $$;

REVOKE EXECUTE ON FUNCTION learn.write_paper(bytea, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION learn.write_paper(bytea, jsonb) TO profint_learn;

-- --- what a host is asked to erase -----------------------------------------

-- Is this the session or campaign that profint.space, profint.code or
-- profint.join names, or a session that nobody has written in since before
-- profint.before?  `profint purge --session` sets one of the four.
CREATE POLICY wanted ON learn.session FOR SELECT TO profint_owner
    USING (join_hash = learn.setting('join'));
CREATE FUNCTION learn.is_wanted(one learn.space) RETURNS boolean
LANGUAGE sql STABLE AS $$
SELECT one.kind <> 'person'
   AND coalesce(one.space_id = learn.setting('space')
	OR one.code_hash = learn.setting('code')
	OR one.space_id = (SELECT session.space_id FROM learn.session
	    WHERE join_hash = learn.setting('join'))
	OR one.kind = 'session'
	    AND one.saved_on < nullif(current_setting('profint.before', true),
		'')::date, false)
$$;
CREATE POLICY wanted ON learn.space TO profint_owner
    USING (learn.is_wanted(space));

REVOKE EXECUTE ON FUNCTION learn.is_wanted(learn.space) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION learn.bound_group(), learn.use_group()
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION learn.bound_group(), learn.use_group()
    TO profint_learn;
