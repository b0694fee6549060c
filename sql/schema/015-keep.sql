-- 015-keep - how much is kept, and how long: bounds, purges, erasures.
--
-- A host may say three numbers (host.conf.example); a worker tells them to
-- its session, and what is not said has the default that stands here.

-- The day up to which what is saved today is kept.
CREATE FUNCTION learn.kept() RETURNS date
LANGUAGE sql STABLE AS $$
SELECT (current_date + learn.number('keep_months', 24)
	   * interval '1 month')::date
$$;

-- --- how many spaces -------------------------------------------------------

CREATE TABLE learn.hour (
	hour		timestamptz PRIMARY KEY,
	spaces		int NOT NULL		-- made in it
);
COMMENT ON TABLE learn.hour IS 'how many spaces are made in an hour';

-- Is all that people keep together more than the host has room for?
CREATE FUNCTION learn.crowded() RETURNS boolean
LANGUAGE sql STABLE AS $$
SELECT pg_total_relation_size('learn.note')
     + pg_total_relation_size('learn.field')
    > learn.number('work_megabytes', 10240) * 1024::bigint * 1024
$$;

-- A new space is counted.  It is not made, and profint.crowded is "yes",
-- when this hour has had enough or there is no room.  Who moves to another
-- key is not new.
CREATE FUNCTION learn.bound_space() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM learn.space
	    WHERE space_id = NEW.space_id) THEN
		RETURN NEW;
	ELSIF NEW.kind = 'person' AND learn.person() IS NOT NULL THEN
		NEW.used := true;
		RETURN NEW;
	ELSIF NOT learn.crowded() THEN
		INSERT INTO learn.hour AS this (hour, spaces)
		VALUES (NEW.made_at, 1)
		    ON CONFLICT (hour) DO UPDATE
		   SET spaces = this.spaces + 1
		 WHERE this.spaces < learn.number('spaces_hour', 600);
		IF FOUND THEN
			RETURN NEW;
		END IF;
	END IF;
	PERFORM set_config('profint.crowded', 'yes', true);
	RETURN NULL;
END $$;
CREATE TRIGGER bound BEFORE INSERT ON learn.space
    FOR EACH ROW EXECUTE FUNCTION learn.bound_space();

CREATE FUNCTION learn.use_space() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	UPDATE learn.space
	   SET forms = forms + 1,
	       used = used OR made_at < now() - interval '1 day'
	 WHERE space_id = NEW.space_id
	   AND (forms < 100
		OR NOT used AND made_at < now() - interval '1 day');
	RETURN NULL;
END $$;
CREATE TRIGGER used AFTER INSERT ON learn.request
    FOR EACH ROW EXECUTE FUNCTION learn.use_space();

CREATE FUNCTION learn.own_space() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	UPDATE learn.space
	   SET used = true
	 WHERE space_id = NEW.space_id
	   AND NOT used;
	RETURN NULL;
END $$;
CREATE TRIGGER used AFTER UPDATE OF own ON learn.device
    FOR EACH ROW WHEN (NEW.own) EXECUTE FUNCTION learn.own_space();

-- What is kept of one person is bounded: true when there is room for so many
-- more bytes.  In its first day a space is smaller, and so are all when the
-- host has no room left.
CREATE FUNCTION learn.fits(more bigint) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN (SELECT coalesce(sum(length(body) + 200), 0) FROM learn.note)
	    + (SELECT coalesce(sum(length(body) + 200), 0) FROM learn.field)
	    + more < 1024 * 1024 * CASE
		WHEN learn.crowded() OR EXISTS (SELECT FROM learn.space
		    WHERE space_id = (SELECT learn.person())
		      AND made_at > now() - interval '1 day')
		THEN 1 ELSE 4 END;
END $$;

-- --- what the command line may clear ---------------------------------------

-- Spaces made between profint.from and profint.to, filled by at most
-- profint.forms forms, to which nobody came back: `profint purge --flood`
-- sets these three.
CREATE POLICY flood ON learn.space TO profint_owner
    USING (NOT used
	AND kind = 'person'
	AND forms <= learn.number('forms', 1)
	AND made_at >= nullif(current_setting('profint.from', true), '')::timestamptz
	AND made_at < nullif(current_setting('profint.to', true), '')::timestamptz);

ALTER TABLE learn.hour
	ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY noted ON learn.hour TO profint_learn USING (true);
CREATE POLICY all_of_it ON learn.hour TO profint_owner USING (true);
GRANT SELECT, INSERT, UPDATE ON learn.hour TO profint_learn;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA learn FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA learn TO profint_learn;
