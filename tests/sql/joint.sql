-- joint.sql - a session's worksheets: its members write them and nobody
-- else sees them; a person's own are apart.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT plan(44);

CREATE FUNCTION pg_temp.bytes(letter text, length int) RETURNS bytea
LANGUAGE sql AS $$ SELECT decode(repeat(letter, 2 * length), 'hex') $$;
CREATE FUNCTION pg_temp.open(device text, space text) RETURNS text
LANGUAGE sql AS $$
SELECT role FROM learn.open_session(repeat(device, 64), repeat(space, 32))
$$;
-- Session A is led by device a, B by b.
CREATE FUNCTION pg_temp.begin(letter text) RETURNS void
LANGUAGE sql AS $$
SELECT learn.create_session(pg_temp.bytes(letter, 16),
    pg_temp.bytes(letter, 32), pg_temp.bytes(letter, 31), 'key', 'key', 'code',
    'networks', NULL, pg_temp.bytes(letter, 30), 'salt', 'join', 'sealed')
$$;
CREATE FUNCTION pg_temp.join(device text, space text) RETURNS text
LANGUAGE sql AS $$
SELECT learn.join_session(pg_temp.bytes(device, 32), pg_temp.bytes(space, 16),
    'key', pg_temp.bytes(device, 16), device::bytea, 'about', false, false)
$$;
CREATE FUNCTION pg_temp.start(sheet text, key text DEFAULT NULL) RETURNS text
LANGUAGE sql AS $$
SELECT result FROM learn.save_worksheet(coalesce(key, 'start' || sheet)::bytea,
    pg_temp.bytes(sheet, 16), 'wt1', NULL, true, 'fr', '[]')
$$;
-- One field; what came of it, and the version.
CREATE FUNCTION pg_temp.save(key text, sheet text, field text, base int,
    body text DEFAULT 'abcd') RETURNS text
LANGUAGE sql AS $$
SELECT concat_ws(' ', result, version)
  FROM learn.save_worksheet(key::bytea, pg_temp.bytes(sheet, 16), 'wt1', NULL,
    false, 'fr', jsonb_build_array(jsonb_build_object('name', field,
	'version', base, 'body', body)))
$$;
CREATE FUNCTION pg_temp.seen() RETURNS text
LANGUAGE sql AS $$
SELECT concat((SELECT count(*) FROM learn.worksheet), ' ',
	(SELECT count(*) FROM learn.field))
$$;
CREATE FUNCTION pg_temp.versions(sheet text) RETURNS text
LANGUAGE sql AS $$
SELECT concat(one.version, ' ', one.edition)
  FROM learn.worksheet AS one
 WHERE worksheet_id = pg_temp.bytes(sheet, 16)
$$;

SET LOCAL ROLE profint_learn;
SELECT is(pg_temp.start('1'), 'closed', 'nobody begins nothing');
SELECT pg_temp.begin('a');
SELECT pg_temp.begin('b');
SELECT is(pg_temp.join('c', 'a'), 'joined', 'one joins A');
SELECT is(pg_temp.open('c', 'a'), 'member', 'and is a member');
SELECT is(pg_temp.start('1'), 'saved', 'a member begins a worksheet');
SELECT is(pg_temp.start('1'), 'again', 'once');
SELECT is(pg_temp.seen(), '1 0', 'it is there');
SELECT is(pg_temp.versions('1'), '1 1', 'in its first version');
SELECT is((SELECT version FROM learn.session), 2, 'which the group is told');
SELECT is(pg_temp.save('k1', '1', 'goal', 0), 'saved 1', 'a field is saved');
SELECT is(pg_temp.save('k1', '1', 'goal', 0), 'again', 'once');
SELECT is(pg_temp.versions('1'), '2 1', 'the worksheet is another');
SELECT is((SELECT version FROM learn.session), 2, 'not the session');
SELECT is(pg_temp.save('k2', '1', 'goal', 0), 'conflict 1',
	'who did not see it overwrites nothing');
SELECT is(pg_temp.save('k3', '1', '_title', 0), 'saved 1', 'it gets a name');
SELECT is((SELECT version FROM learn.session), 3, 'which the group is told');
SELECT is((SELECT result FROM learn.save_worksheet('k4', pg_temp.bytes('1', 16),
    'wt1', NULL, false, 'fr', '[]')), 'saved', 'nothing is saved');
SELECT is(pg_temp.versions('1'), '4 1', 'which changes nothing');

-- --- the copy ---------------------------------------------------------------

SELECT is(pg_temp.save('k5', '1', '_label.goal', 0), 'saved 1',
	'the copy is changed');
SELECT is(pg_temp.versions('1'), '5 2', 'it is another version');
SELECT is(pg_temp.save('k6', '1', '_label.goal', 0), 'conflict 1',
	'two do not overwrite each other');
SELECT is(pg_temp.versions('1'), '6 2', 'that is none');
SELECT is((SELECT count(*) FROM (SELECT pg_temp.save('a' || i, '1',
    '_added.A' || i, 0) AS result FROM generate_series(1, 30) AS i) AS made
    WHERE result = 'saved 1'), 30::bigint, 'thirty fields are added');
SELECT is(pg_temp.save('a31', '1', '_added.A31', 0), 'many', 'no more');
SELECT is(pg_temp.save('a32', '1', '_added.A30', 1), 'saved 2',
	'but those may change');
SELECT is(pg_temp.save('a33', '1', 'other', 0), 'saved 1',
	'and others are saved');

-- --- another session, another person ---------------------------------------

SELECT is(pg_temp.open('b', 'b'), 'facilitator', 'another leads B');
SELECT is(pg_temp.seen(), '0 0', 'and sees nothing of A');
SELECT is(pg_temp.save('k7', '1', 'goal', 1), 'gone', 'nor writes there');
SELECT throws_ok($$
	INSERT INTO learn.field (space_id, worksheet_id, name, body)
	VALUES (pg_temp.bytes('a', 16), pg_temp.bytes('1', 16), 'x', 'mine')
	$$, '42501', NULL, 'not even past the functions');
SELECT is(pg_temp.open('c', 'b'), NULL, 'a member of A is not in B');
SELECT is(pg_temp.seen(), '0 0', 'and asking for it sees nothing');
SELECT learn.create(pg_temp.bytes('e', 16), pg_temp.bytes('c', 32),
    pg_temp.bytes('e', 31), 'key', 'key', 'code');
SELECT learn.open(repeat('c', 64));
SELECT is(pg_temp.seen(), '0 0', 'a person’s own space is another');
SELECT is(pg_temp.start('2'), 'saved', 'with worksheets of its own');
SELECT is(pg_temp.seen(), '1 0', 'that are seen there');
SELECT pg_temp.open('c', 'a');
SELECT is((SELECT count(*) FROM learn.worksheet
    WHERE worksheet_id = pg_temp.bytes('2', 16)), 0::bigint,
	'and not in the session');

-- --- suspended --------------------------------------------------------------

SELECT pg_temp.open('a', 'a');
SELECT learn.steer('state', 'paused');
SELECT is(pg_temp.save('k8', '1', 'goal', 1), 'saved 2',
	'who leads writes while it is suspended');
SELECT pg_temp.open('c', 'a');
SELECT is(pg_temp.save('k9', '1', 'goal', 2), 'paused', 'a member does not');
SELECT is(pg_temp.start('3'), 'paused', 'nor begins');
SELECT is(pg_temp.save('k5', '1', '_label.goal', 0), 'again',
	'what was saved before was saved');
SELECT learn.erase_worksheet('k10', pg_temp.bytes('1', 16));
SELECT is(pg_temp.seen(), '1 34', 'nor erases, but reads');

-- --- how many ---------------------------------------------------------------

SELECT pg_temp.open('a', 'a');
SELECT is((SELECT count(*) FROM (SELECT result
	FROM generate_series(1, 40) AS i,
	LATERAL learn.save_worksheet(('n' || i)::bytea,
	    decode(lpad(i::text, 32, '0'), 'hex'), 'wt1', NULL, true, 'fr', '[]'))
    AS made WHERE result = 'saved'), 39::bigint, 'forty worksheets, no more');
SELECT is(pg_temp.start('4', 'n39'), 'again', 'the last one, again, is it');
SELECT learn.erase_worksheet('k11', pg_temp.bytes('1', 16));
SELECT is(pg_temp.seen(), '39 0', 'who leads erases one, with its fields');
SELECT is(pg_temp.start('4'), 'saved', 'then there is room');
SELECT * FROM finish();
ROLLBACK;
