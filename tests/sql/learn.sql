-- learn.sql - whoever asks without a WHERE sees their own work; others, or
-- nobody, see nothing of it.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT plan(52);

-- What other tests have counted.
DELETE FROM learn.counter;

-- Two people, each with a space, a device and a note.
CREATE FUNCTION pg_temp.bytes(letter text, length int) RETURNS bytea
LANGUAGE sql AS $$ SELECT decode(repeat(letter, 2 * length), 'hex') $$;
CREATE FUNCTION pg_temp.device(letter text) RETURNS text
LANGUAGE sql AS $$ SELECT repeat(letter, 64) $$;
CREATE FUNCTION pg_temp.arrive(letter text) RETURNS void
LANGUAGE sql AS $$
SELECT learn.create(pg_temp.bytes(letter, 16), pg_temp.bytes(letter, 32),
    pg_temp.bytes(letter, 31), 'key', 'key', 'code')
$$;
CREATE FUNCTION pg_temp.note(key text, version int, body text)
RETURNS text LANGUAGE sql AS $$
SELECT string_agg(concat_ws(' ', result, version, encode(body, 'escape')), ',')
  FROM learn.save_notes(key::bytea, jsonb_build_array(jsonb_build_object(
	'kind', 'case', 'slug', 'madame-s', 'segment', 'q1',
	'version', version, 'body', encode(body::bytea, 'hex'))))
$$;
-- The rows of each table, as whoever is here sees them.
CREATE FUNCTION pg_temp.seen() RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	name	text;
	number	int;
	found	text := '';
BEGIN
	FOREACH name IN ARRAY ARRAY['space', 'device', 'note', 'progress',
	    'worksheet', 'field', 'request'] LOOP
		EXECUTE format('SELECT count(*) FROM learn.%I', name)
		   INTO number;
		found := found || number;
	END LOOP;
	RETURN found;
END $$;

SELECT is_empty($$
	SELECT relname FROM pg_class
	 WHERE relnamespace = 'learn'::regnamespace AND relkind IN ('r', 'p')
	   AND NOT (relrowsecurity AND relforcerowsecurity)
	$$, 'every table has row-level security, forced');
SELECT is_empty($$
	SELECT relname FROM pg_class
	 WHERE relnamespace = 'learn'::regnamespace
	   AND has_table_privilege('profint_site', oid, 'SELECT')
	$$, 'the public pages may look at none');
SELECT ok(NOT has_schema_privilege('profint_site', 'learn', 'USAGE'),
	'nor enter');
SELECT is_empty($$
	SELECT proname FROM pg_proc
	 WHERE pronamespace = 'learn'::regnamespace AND prosecdef
	$$, 'no function lends its owner''s eyes');

SET LOCAL ROLE profint_learn;
SELECT is(pg_temp.seen(), '0000000', 'nobody sees nothing');
SELECT pg_temp.arrive('a');
SELECT is(pg_temp.note('k1', 0, 'one'), 'saved 1', 'a note is saved');
SELECT learn.reach('module', 'networks', 'case', 'done', 'fr');
INSERT INTO learn.worksheet (space_id, worksheet_id, tool)
VALUES (pg_temp.bytes('a', 16), pg_temp.bytes('1', 16), 'wt1');
INSERT INTO learn.field (space_id, worksheet_id, name, body)
VALUES (pg_temp.bytes('a', 16), pg_temp.bytes('1', 16), 'goal', 'x');
SELECT is(pg_temp.seen(), '1111111', 'who wrote it sees it');
SELECT learn.open(pg_temp.device('c'));
SELECT is(pg_temp.seen(), '0000000', 'another device sees nothing');
SELECT pg_temp.arrive('b');
SELECT is(pg_temp.seen(), '1100000', 'nor does another person');
SELECT is(pg_temp.note('k1', 0, 'two'), 'saved 1',
	'who may use the same key and the same place');

-- --- nonsense ---------------------------------------------------------------

SELECT is(set_config('profint.device', said, true) || ' ' || pg_temp.seen(),
	said || ' 0000000', 'a device called "' || left(said, 20) ||
	'" sees nothing, and nothing fails')
  FROM unnest(ARRAY['', ' ', 'x', '\x', repeat('a', 63), repeat('A', 64),
	repeat('a', 64) || E'\n', repeat('a', 66), repeat('zz', 32),
	''' OR true --', repeat('é', 64), repeat('a', 10000)]) AS said;
RESET profint.device;
SELECT is(pg_temp.seen(), '0000000', 'nor does one that says nothing again');
SELECT is(set_config('profint.code', said, true) || ' ' || pg_temp.seen(),
	said || ' 0000000', 'a code called "' || left(said, 20) || '", too')
  FROM unnest(ARRAY['', 'zz', repeat('a', 60), repeat('A', 62)]) AS said;
SELECT set_config('profint.code', repeat('a', 62), true);
SELECT is(pg_temp.seen(), '1000000', 'a right code opens the space, no more');
SELECT set_config('profint.code', '', true);

-- --- what others have cannot be touched ------------------------------------

SELECT learn.open(pg_temp.device('b'));
SELECT throws_ok($$
	INSERT INTO learn.note (space_id, kind, slug, segment, body)
	VALUES (pg_temp.bytes('a', 16), 'case', 'x', 'q1', 'mine')
	$$, '42501', NULL, 'nothing is put into another space');
SELECT throws_ok($$
	INSERT INTO learn.device (token_hash, space_id, wrapped_key, expires_at)
	VALUES (pg_temp.bytes('c', 32), pg_temp.bytes('a', 16), 'k', now())
	$$, '42501', NULL, 'nor is a device let in by another');
SELECT throws_ok($$
	UPDATE learn.note SET space_id = pg_temp.bytes('a', 16)
	$$, '42501', NULL, 'nothing is moved there');
UPDATE learn.note SET body = 'changed';
DELETE FROM learn.space;
SELECT is(pg_temp.seen(), '0000000', 'one can erase oneself');
SELECT learn.open(pg_temp.device('a'));
SELECT is(pg_temp.seen(), '1111111', 'and nobody else');
SELECT is((SELECT body FROM learn.note), 'one', 'nor change what they wrote');
SELECT throws_ok('SELECT * FROM learn.erased', '42501', NULL,
	'who was erased is not for reading');

-- --- saving -----------------------------------------------------------------

SELECT is(pg_temp.note('k1', 1, 'again'), 'again', 'a form counts once');
SELECT is((SELECT body FROM learn.note), 'one', 'the second time does nothing');
SELECT is(pg_temp.note('k2', 1, 'two'), 'saved 2', 'a newer text is saved');
SELECT is(pg_temp.note('k3', 1, 'three'), 'conflict 2 two',
	'a text made from an older one is not, and gets the newer');
SELECT is(pg_temp.note('k4', 0, 'four'), 'conflict 2 two',
	'nor one made from nothing');
SELECT is(pg_temp.note('k5', 2, repeat('x', 5000000)), 'full',
	'there is an end to what one person may keep');
SELECT is(pg_temp.note('k5', 2, 'five'), 'saved 3',
	'and what was refused has not used up its key');
SELECT pg_temp.arrive('a');
SELECT is(pg_temp.seen(), '1111115', 'a first save sent twice is one');

SELECT learn.reach('module', 'networks', 'case', 'begun', 'fr');
SELECT is((SELECT state FROM learn.progress), 'done',
	'what is done does not become less');
SELECT learn.reach('module', 'networks', step, 'done', 'sv')
  FROM unnest(ARRAY['situate', 'discussion', 'tool', 'project',
	'evaluation', 'evaluation']) AS step;
SELECT is((SELECT string_agg(concat_ws(' ', what, slug, lang, count), ','
	ORDER BY what) FROM learn.counter),
	'module-begun networks fr 1,module-done networks sv 1',
	'modules are counted when begun and when done, once each');

-- --- a device ---------------------------------------------------------------

SELECT ok(expires_at = now() + interval '30 minutes' AND own IS NULL,
	'a device is taken for shared until it is said') FROM learn.device;
SELECT learn.say_own(true);
SELECT ok(expires_at > now() + interval '399 days', 'one''s own stays open')
  FROM learn.device;
SELECT learn.say_own(false);
UPDATE learn.device SET expires_at = now() + interval '10 minutes';
SELECT is(renewed, true, 'a shared one stays open while it is used')
  FROM learn.open(pg_temp.device('a'));
SELECT ok(expires_at = now() + interval '30 minutes', 'for half an hour more')
  FROM learn.device;
SELECT learn.leave();
SELECT is(pg_temp.seen(), '0000000', 'who leaves sees nothing more');
SELECT is(pg_temp.note('k9', 0, 'late'), 'closed', 'and saves nothing');
SELECT pg_temp.arrive('a');
SELECT is(pg_temp.seen(), '0000000',
	'nor does the form of the first save open it again');

SELECT * FROM finish();
ROLLBACK;
