-- keep.sql - what people keep is bounded, and cleared when its day has come.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT no_plan();
DELETE FROM learn.hour;
DELETE FROM learn.space;
DELETE FROM learn.erased;

CREATE FUNCTION pg_temp.bytes(number int, length int) RETURNS bytea
LANGUAGE sql AS $$
SELECT decode(lpad(to_hex(number), 2 * length, '0'), 'hex')
$$;
CREATE FUNCTION pg_temp.arrive(number int) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('profint.crowded', '', true);
	PERFORM learn.create(pg_temp.bytes(number, 16),
	    pg_temp.bytes(number, 32), pg_temp.bytes(number, 31), 'k', 'k', 'c');
	RETURN current_setting('profint.crowded');
END $$;
CREATE FUNCTION pg_temp.note(key text, version int, length int) RETURNS text
LANGUAGE sql AS $$
SELECT string_agg(result, ',')
  FROM learn.save_notes(key::bytea, jsonb_build_array(jsonb_build_object(
	'kind', 'case', 'slug', 'madame-s', 'segment', 'q1',
	'version', version, 'body', repeat('ab', length))))
$$;
CREATE FUNCTION pg_temp.as_number(number int) RETURNS text
LANGUAGE sql AS $$
SELECT set_config('profint.device', lpad(to_hex(number), 64, '0'), true)
$$;

-- --- how many ---------------------------------------------------------------

SET LOCAL ROLE profint_learn;
SELECT set_config('profint.spaces_hour', '3', true);
SELECT is(string_agg(pg_temp.arrive(n), ',' ORDER BY n), ',,,yes,yes',
	'an hour has room for so many, and says so to the next')
  FROM generate_series(1, 5) AS n;
SELECT is((SELECT spaces FROM learn.hour), 3, 'these are counted');
SELECT is(pg_temp.arrive(2), '', 'a form that is sent twice is not another');
SELECT pg_temp.as_number(5);
SELECT is(pg_temp.note('k', 0, 10), 'closed', 'who was refused has nothing');
SELECT is(set_config('profint.spaces_hour', said, true) || ' ' ||
	learn.number('spaces_hour', 600), said || ' 600',
	'a number called "' || said || '" is none')
  FROM unnest(ARRAY['', 'x', '-1', '1e3', '9999999999']) AS said;
SELECT is(pg_temp.arrive(5), '', 'and an hour has room for 600');
RESET ROLE;
SELECT is((SELECT count(*) FROM learn.space), 4::bigint, 'four were made');
SET LOCAL ROLE profint_learn;
SELECT set_config('profint.work_megabytes', '0', true);
SELECT is(pg_temp.arrive(6), 'yes', 'where there is no room nobody begins');
SELECT pg_temp.as_number(1);
SELECT is(pg_temp.note('k1', 0, 10), 'saved', 'but who is there writes on');
SELECT set_config('profint.work_megabytes', '', true);

-- --- how much ---------------------------------------------------------------

SELECT is(pg_temp.note('k2', 1, 1100000), 'full',
	'a new space takes less than a megabyte');
RESET ROLE;
UPDATE learn.space SET made_at = made_at - interval '2 days';
SET LOCAL ROLE profint_learn;
SELECT is(pg_temp.note('k2', 1, 1100000), 'saved', 'an older one more');
SELECT is(pg_temp.note('k3', 2, 4200000), 'full', 'but there is an end');
SELECT set_config('profint.work_megabytes', '0', true);
SELECT is(pg_temp.note('k4', 2, 1100000), 'full',
	'and it comes sooner where there is no room');
SELECT set_config('profint.work_megabytes', '', true);

-- --- how long ---------------------------------------------------------------

SELECT is(learn.kept(), (current_date + interval '24 months')::date,
	'work is kept for two years');
SELECT set_config('profint.keep_months', '3', true);
SELECT is(learn.kept(), (current_date + interval '3 months')::date,
	'or as long as the host says');
SELECT set_config('profint.keep_months', '', true);

-- --- who is swept away with a flood -----------------------------------------

RESET ROLE;
DELETE FROM learn.space;
SET LOCAL ROLE profint_learn;
SELECT pg_temp.arrive(n), pg_temp.note('first', 0, 5)
  FROM generate_series(1, 5) AS n;
SELECT pg_temp.as_number(2);
SELECT pg_temp.note('second', 1, 5);
SELECT pg_temp.as_number(3);
SELECT learn.say_own(true);
SELECT pg_temp.as_number(4);
SELECT learn.say_own(false), pg_temp.note('first', 1, 5);
RESET ROLE;
SELECT is((SELECT string_agg(right(encode(space_id, 'hex'), 1) || ' ' ||
	forms || ' ' || used, ',' ORDER BY space_id) FROM learn.space),
	'1 1 false,2 2 false,3 1 true,4 1 false,5 1 false',
	'it is known who sent more than one form, or has a device of their own');
UPDATE learn.space SET made_at = made_at - interval '2 days'
 WHERE space_id = pg_temp.bytes(5, 16);
DELETE FROM learn.request;
SET LOCAL ROLE profint_learn;
SELECT pg_temp.as_number(5);
SELECT pg_temp.note('later', 1, 5);
RESET ROLE;
SELECT ok((SELECT used FROM learn.space
	WHERE space_id = pg_temp.bytes(5, 16)),
	'nor is who came back when the first form is forgotten');

SET LOCAL ROLE profint_owner;
SELECT is((SELECT count(*) FROM learn.space), 0::bigint,
	'the command line sees nobody''s space');
SELECT is((SELECT count(*) FROM learn.note), 0::bigint, 'nor note');
SELECT set_config('profint.from', (now() - interval '2 hours')::text, true),
       set_config('profint.to', (now() + interval '2 hours')::text, true);
SELECT is((SELECT count(*) FROM learn.space), 2::bigint,
	'but those of a flood, when it names the hours');
SELECT set_config('profint.forms', '2', true);
SELECT is((SELECT count(*) FROM learn.space), 3::bigint,
	'and how often a script has written');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
