-- 016-campaign - a questionnaire that people answer without a name.
--
-- A campaign is a space: who leads it opens it with a device or its resume
-- code.  It has a letter box besides.  Whoever has the link drops answers
-- in, sealed with the box's public key; only the secret key opens them, and
-- that is sealed with the space's data key.
--
-- Answers have no time and no order: they lie in one array, which is
-- shuffled whenever one is added.  Rows of a table would lie in the order
-- they came, in the database's files and in every dump of it.

CREATE TABLE learn.campaign (
	space_id	bytea PRIMARY KEY REFERENCES learn.space ON DELETE CASCADE,
	tool		text NOT NULL,		-- slug of what is asked
	link_hash	bytea NOT NULL UNIQUE CHECK (length(link_hash) = 32),	-- finds it by its link
	sealed_link	bytea NOT NULL,		-- the link's code, to show it again
	sealed_title	bytea NOT NULL,
	public_key	bytea NOT NULL CHECK (length(public_key) = 32),
	sealed_secret	bytea NOT NULL,		-- opens the answers
	closes_on	date NOT NULL,		-- the last day of the link
	closed		boolean NOT NULL DEFAULT false,	-- for good: the results are shown
	answers		bytea[] NOT NULL DEFAULT '{}'	-- each a name of 16 bytes, then what is sealed
);
COMMENT ON TABLE learn.campaign IS 'what is asked without names, and what was answered';

ALTER TABLE learn.campaign
	ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON learn.campaign TO profint_learn
    USING (space_id = ANY (ARRAY(SELECT device.space_id FROM learn.device)));
-- For the two functions of respondents, while they run and no longer.
CREATE POLICY asked ON learn.campaign FOR SELECT TO profint_learn
    USING (link_hash = learn.setting('link'));
CREATE POLICY answered ON learn.campaign FOR UPDATE TO profint_learn
    USING (link_hash = learn.setting('link'));
GRANT SELECT, INSERT, UPDATE, DELETE ON learn.campaign TO profint_learn;

-- --- answering -------------------------------------------------------------

-- Was an answer of this name given before?
CREATE FUNCTION learn.has_answer(answers bytea[], name bytea) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
SELECT EXISTS (SELECT FROM unnest(answers) AS one
    WHERE substr(one, 1, 16) = name)
$$;

-- One more, somewhere among the others.
CREATE FUNCTION learn.with_answer(answers bytea[], name bytea, sealed bytea)
RETURNS bytea[]
LANGUAGE sql AS $$
SELECT array_agg(one ORDER BY gen_random_uuid())
  FROM unnest(answers || (name || sealed)) AS one
$$;

-- What a respondent may know of the campaign with this link (its hash, hex),
-- and whether the answer of this name was sent.  No row when there is none.
CREATE FUNCTION learn.asked(link text, name bytea)
RETURNS TABLE (tool text, public_key bytea, is_open boolean, is_sent boolean)
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('profint.link', link, true);
	RETURN QUERY
	SELECT one.tool,
	       one.public_key,
	       NOT one.closed AND one.closes_on >= current_date,
	       coalesce(learn.has_answer(one.answers, name), false)
	  FROM learn.campaign AS one
	 WHERE one.link_hash = learn.setting('link');
	PERFORM set_config('profint.link', '', true);
END $$;

-- One more answer to a campaign: 'saved', 'again' (this form was sent
-- before), 'full', 'closed', 'none' (there is no such campaign to be seen).
-- IS_PAPER: whatever day it is.
CREATE FUNCTION learn.add_answer(space bytea, name bytea, sealed bytea,
    is_paper boolean) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	at	learn.campaign;
BEGIN
	SELECT * INTO at
	  FROM learn.campaign AS one
	 WHERE one.space_id = space
	   FOR UPDATE;
	IF NOT FOUND THEN
		RETURN 'none';
	ELSIF at.closed
	    OR NOT is_paper AND at.closes_on < current_date THEN
		RETURN 'closed';
	ELSIF learn.has_answer(at.answers, name) THEN
		RETURN 'again';
	ELSIF cardinality(at.answers) >= 500 THEN
		RETURN 'full';
	END IF;
	UPDATE learn.campaign AS one
	   SET answers = learn.with_answer(one.answers, name, sealed)
	 WHERE one.space_id = space;
	RETURN 'saved';
END $$;

-- A respondent answers the campaign with this link (its hash, hex): as
-- learn.add_answer().
CREATE FUNCTION learn.answer(link text, name bytea, sealed bytea) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	result	text;
BEGIN
	PERFORM set_config('profint.link', link, true);
	result := learn.add_answer((SELECT one.space_id
	    FROM learn.campaign AS one
	    WHERE one.link_hash = learn.setting('link')), name, sealed, false);
	PERFORM set_config('profint.link', '', true);
	RETURN result;
END $$;

-- --- leading ---------------------------------------------------------------

-- Begin a transaction as this device in this campaign (both hex), and keep
-- the device open.  No row when it opens no such campaign.
CREATE FUNCTION learn.open_campaign(device text, space text)
RETURNS TABLE (space_id bytea, wrapped_key bytea, sealed_code bytea,
    own boolean, kept_until date, tool text, sealed_link bytea,
    sealed_title bytea, public_key bytea, sealed_secret bytea,
    closes_on date, closed boolean, is_open boolean, answers int)
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('profint.device', device, true),
		set_config('profint.space', space, true);
	UPDATE learn.device AS one
	   SET expires_at = learn.open_until(one.own)
	 WHERE one.space_id = learn.setting('space')
	   AND one.expires_at < learn.open_until(one.own)
	    - interval '5 minutes';
	RETURN QUERY
	SELECT whole.space_id, one.wrapped_key, whole.sealed_code, one.own,
	       whole.kept_until, at.tool, at.sealed_link, at.sealed_title,
	       at.public_key, at.sealed_secret, at.closes_on, at.closed,
	       NOT at.closed AND at.closes_on >= current_date,
	       cardinality(at.answers)
	  FROM learn.device AS one
	  JOIN learn.space AS whole ON whole.space_id = one.space_id
	  JOIN learn.campaign AS at ON at.space_id = one.space_id
	 WHERE one.space_id = learn.setting('space');
END $$;

-- A new campaign, and the device that leads it, unless they are there
-- already: the same form makes the same names.
CREATE FUNCTION learn.create_campaign(space bytea, device bytea, code bytea,
    device_key bytea, code_key bytea, sealed bytea, at_tool text, link bytea,
    link_sealed bytea, title bytea, public bytea, secret bytea, until date,
    lang text)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	IF learn.make_space(space, 'campaign', device, code, code_key, sealed,
	    until + 90) THEN
		INSERT INTO learn.device (token_hash, space_id, wrapped_key,
		    own, expires_at)
		SELECT device, space, device_key, bool_or(one.own),
		       learn.open_until(bool_or(one.own))
		  FROM learn.device AS one;
		INSERT INTO learn.campaign (space_id, tool, link_hash,
		    sealed_link, sealed_title, public_key, sealed_secret,
		    closes_on)
		VALUES (space, at_tool, link, link_sealed, title, public,
		    secret, until);
		PERFORM learn.count('campaign', at_tool, lang);
	END IF;
END $$;

-- No more answers, for good.  What is shown from now on never changes, so
-- that nobody sees what one more answer made of it.
CREATE FUNCTION learn.close_campaign(space bytea) RETURNS void
LANGUAGE sql AS $$
UPDATE learn.campaign AS one
   SET closed = true
 WHERE one.space_id = space
$$;

-- The link works for 30 more days from today, and all is kept for 90 more.
CREATE FUNCTION learn.extend_campaign(space bytea) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	UPDATE learn.campaign AS one
	   SET closes_on = greatest(one.closes_on, current_date + 30)
	 WHERE one.space_id = space
	   AND NOT one.closed;
	UPDATE learn.space AS one
	   SET kept_until = greatest(one.kept_until, current_date + 120)
	 WHERE one.space_id = space
	   AND one.kind = 'campaign';
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA learn FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA learn TO profint_learn;
