-- group.sql - a host bounds what is opened, counts who takes part, and erases
-- what he is asked to; who leads types cards from paper.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT plan(40);

CREATE FUNCTION pg_temp.bytes(n int, length int) RETURNS bytea
LANGUAGE sql AS $$ SELECT decode(lpad(to_hex(n), 2 * length, '0'), 'hex') $$;
-- Session N is led by device D.  What stopped it, if anything did.
CREATE FUNCTION pg_temp.begin(n int, d int) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('profint.crowded', '', true);
	PERFORM learn.create_session(pg_temp.bytes(n, 16),
	    pg_temp.bytes(d, 32), pg_temp.bytes(n, 31), 'key', 'key', 'code',
	    'networks', NULL, pg_temp.bytes(n, 30), 'salt', 'join', 'sealed');
	RETURN current_setting('profint.crowded');
END $$;
CREATE FUNCTION pg_temp.join(d int, n int, name text, people int)
RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('profint.people', people::text, true);
	RETURN learn.join_session(pg_temp.bytes(d, 32), pg_temp.bytes(n, 16),
	    'key', pg_temp.bytes(d, 16), name::bytea, 'about', false, false);
END $$;
CREATE FUNCTION pg_temp.open(d int, n int) RETURNS text
LANGUAGE sql AS $$
SELECT role FROM learn.open_session(encode(pg_temp.bytes(d, 32), 'hex'),
    encode(pg_temp.bytes(n, 16), 'hex'))
$$;
CREATE FUNCTION pg_temp.paper(key text, VARIADIC ids int[]) RETURNS text
LANGUAGE sql AS $$
SELECT learn.write_paper(key::bytea, (SELECT jsonb_agg(jsonb_build_object(
	'id', lpad(to_hex(one), 32, '0'), 'place', 'module/networks/case',
	'body', 'abcd', 'people', 4)) FROM unnest(ids) AS one))
$$;
CREATE FUNCTION pg_temp.counted() RETURNS text
LANGUAGE sql AS $$
SELECT string_agg(what || ' ' || slug || ' ' || count, ', '
	ORDER BY what, slug)
  FROM learn.counter WHERE count > 0
$$;
CREATE FUNCTION pg_temp.named(setting text, value text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
	found	bigint;
BEGIN
	PERFORM set_config('profint.' || setting, value, true);
	SELECT count(*) INTO found FROM learn.space;
	PERFORM set_config('profint.' || setting, '', true);
	RETURN found;
END $$;

DELETE FROM learn.counter;
DELETE FROM learn.space;
DELETE FROM learn.day;
SET LOCAL ROLE profint_learn;

-- --- how many are opened ----------------------------------------------------

SELECT is((SELECT string_agg(pg_temp.begin(n, 1), ',')
    FROM generate_series(1, 10) AS n), ',,,,,,,,,',
	'a device opens ten sessions');
SELECT is(pg_temp.begin(11, 1), 'device', 'and not an eleventh');
SELECT is(pg_temp.begin(10, 1), '', 'the same form makes no other');
SELECT is(pg_temp.begin(11, 2), '', 'another device does');
SELECT is((SELECT spaces FROM learn.day WHERE kind = 'session'), 11,
	'each is counted once');
SELECT set_config('profint.sessions_day', '12', true);
SELECT is(pg_temp.begin(12, 3), '', 'until the host has enough for a day');
SELECT is(pg_temp.begin(13, 4), 'day', 'then nobody does');
SELECT is(pg_temp.open(4, 13), NULL, 'and nothing is there');
SELECT is(pg_temp.begin(12, 3), '', 'but who did may send the form again');
SELECT set_config('profint.sessions_day', 'nonsense', true);
SELECT is(pg_temp.begin(13, 4), '', 'what is no number counts as none said');
SELECT lives_ok($$ SELECT learn.create(pg_temp.bytes(99, 16),
    pg_temp.bytes(99, 32), pg_temp.bytes(98, 32), 'k', 'k', 'c') $$,
	'persons are not bounded so');
SELECT is((SELECT count(*) FROM learn.day), 1::bigint, 'nor counted');

-- --- who takes part ---------------------------------------------------------

SELECT is(pg_temp.join(20, 1, 'ana', 1), 'joined', 'somebody joins');
SELECT is(pg_temp.counted(), 'session networks 13, session-people 1-5 1',
	'it is a small session');
SELECT is(pg_temp.join(21, 1, 'table', 7), 'joined', 'a table joins');
SELECT is(pg_temp.join(21, 1, 'table', 7), 'joined', 'twice');
SELECT is(pg_temp.join(22, 1, 'table', 7), 'taken', 'another has no such name');
SELECT is(pg_temp.counted(), 'session networks 13, session-people 6-12 1,'
	' table networks 1', 'it has grown, and is counted there alone');
SELECT is(pg_temp.join(23, 2, 'ana', 1), 'joined', 'another session meets');
SELECT is(pg_temp.counted(), 'session networks 13, session-people 1-5 1,'
	' session-people 6-12 1, table networks 1', 'and is another');
SELECT is(learn.people_range(n), range, n || ' people')
  FROM (VALUES (0, NULL), (5, '1-5'), (6, '6-12'), (13, '13-25'),
	(51, '51-')) AS one (n, range);

-- --- on paper ---------------------------------------------------------------

SELECT is(pg_temp.open(20, 1), 'member', 'who takes part');
SELECT is(pg_temp.paper('a', 1), 'closed', 'types nothing for others');
SELECT is(pg_temp.open(1, 1), 'facilitator', 'who leads');
SELECT is(learn.steer('state', 'ended'), true, 'after the end');
SELECT is(pg_temp.paper('b', 1, 2, 3), 'saved', 'does');
SELECT is(pg_temp.paper('b', 1, 2, 3), 'again', 'once');
SELECT is((SELECT string_agg(number || state || paper, ' ' ORDER BY number)
    FROM learn.card), '1shared4 2shared4 3shared4',
	'they are on the board, in their order');
UPDATE learn.session SET cards = 2999
 WHERE space_id = pg_temp.bytes(1, 16);
SELECT is(pg_temp.paper('c', 4, 5), 'full', 'until it is full');
SELECT is(pg_temp.open(2, 11), 'facilitator', 'another session');
SELECT is((SELECT count(*) FROM learn.card), 0::bigint, 'has none of it');

-- --- what a host may erase --------------------------------------------------

RESET ROLE;
UPDATE learn.space SET saved_on = current_date - 10
 WHERE space_id IN (pg_temp.bytes(1, 16), pg_temp.bytes(99, 16));
SET LOCAL ROLE profint_owner;
SELECT set_config('profint.space', '', true),
       set_config('profint.device', '', true);
SELECT is((SELECT count(*) FROM learn.space), 0::bigint,
	'the command line sees nobody''s session');
SELECT is(pg_temp.named('space', encode(pg_temp.bytes(1, 16), 'hex')) * 100
    + pg_temp.named('code', encode(pg_temp.bytes(1, 31), 'hex')) * 10
    + pg_temp.named('join', encode(pg_temp.bytes(1, 30), 'hex')), 111::bigint,
	'but one that it names by number, resume code or join code');
SELECT is(pg_temp.named('before', (current_date - 5)::text), 1::bigint,
	'or those of before a day');
SELECT is(pg_temp.named('space', encode(pg_temp.bytes(99, 16), 'hex'))
    + pg_temp.named('code', encode(pg_temp.bytes(98, 32), 'hex')), 0::bigint,
	'never a person''s work');
SELECT is((SELECT count(*) FROM learn.session) + (SELECT count(*)
    FROM learn.card), 0::bigint, 'nor what was written there');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
