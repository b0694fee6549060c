-- session.sql - who is in a session sees it, and nothing of another; cards
-- that are not shared are their writer's alone, also for the group.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT plan(45);

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
CREATE FUNCTION pg_temp.join(device text, space text, name text,
    its_me boolean DEFAULT false) RETURNS text
LANGUAGE sql AS $$
SELECT learn.join_session(pg_temp.bytes(device, 32), pg_temp.bytes(space, 16),
    'key', pg_temp.bytes(device, 16), name::bytea, 'about', its_me, false)
$$;
CREATE FUNCTION pg_temp.write(card text, shared boolean,
    key text DEFAULT NULL) RETURNS text
LANGUAGE sql AS $$
SELECT learn.write_card(coalesce(key, card)::bytea, pg_temp.bytes(card, 16),
    'case/madame-s/q1', 'body', shared)
$$;
CREATE FUNCTION pg_temp.change(card text, what text) RETURNS void
LANGUAGE sql AS $$ SELECT learn.change_card(pg_temp.bytes(card, 16), what) $$;
-- The rows of each table, as whoever is here sees them.
CREATE FUNCTION pg_temp.seen() RETURNS text
LANGUAGE sql AS $$
SELECT concat((SELECT count(*) FROM learn.space),
	(SELECT count(*) FROM learn.device),
	(SELECT count(*) FROM learn.session),
	(SELECT count(*) FROM learn.member),
	(SELECT count(*) FROM learn.card))
$$;

SELECT is_empty($$
	SELECT relname FROM pg_class
	 WHERE relnamespace = 'learn'::regnamespace AND relkind IN ('r', 'p')
	   AND NOT (relrowsecurity AND relforcerowsecurity)
	$$, 'every table has row-level security, forced');
SET LOCAL ROLE profint_learn;
SELECT is(pg_temp.seen(), '00000', 'nobody sees nothing');
SELECT pg_temp.begin('a');
SELECT pg_temp.begin('b');
SELECT is(pg_temp.seen(), '11100', 'who opens a session sees that one');
SELECT is(pg_temp.open('a', 'a'), 'facilitator', 'and leads it');
SELECT is(pg_temp.open('a', 'b'), NULL, 'not another');
SELECT is(pg_temp.seen(), '11100', 'and sees no more when asking for it');
SELECT is((SELECT count(*) FROM learn.open(repeat('a', 64))
    WHERE space_id IS NULL), 1::bigint,
	'it is no person''s space, but the device is known');
SELECT is((SELECT step FROM learn.session), 'situate',
	'it begins at the first step');
SELECT is((SELECT kept_until - current_date FROM learn.space), 90,
	'and is kept for ninety days');

-- --- joining ----------------------------------------------------------------

SELECT learn.open(repeat('c', 64));
SELECT is((SELECT encode(join_key, 'escape')
    FROM learn.find_session(repeat('a', 60))), 'join', 'a join code finds it');
SELECT is((SELECT count(*) FROM learn.find_session(repeat('d', 60))),
	0::bigint, 'a wrong one nothing');
SELECT is((SELECT count(*) FROM learn.find_session(said)), 0::bigint,
	'nor does "' || left(said, 10) || '"')
  FROM unnest(ARRAY['', 'x', '''', repeat('A', 60)]) AS said;
SELECT is(pg_temp.seen(), '00000', 'and it opens nothing yet');
SELECT is(pg_temp.join('c', 'a', 'ana'), 'joined', 'one joins');
SELECT is(pg_temp.join('c', 'a', 'other'), 'joined', 'once');
SELECT is(pg_temp.seen(), '11110', 'then one sees it');
SELECT is(pg_temp.open('c', 'a'), 'member', 'and does not lead');
SELECT is((SELECT sealed_code FROM learn.open_session(repeat('c', 64),
    repeat('a', 32))), NULL, 'nor learn the code of leading');
SELECT is(pg_temp.join('d', 'a', 'ana'), 'taken', 'a name is there once');
SELECT is(pg_temp.seen(), '00000', 'who was refused is not in');
SELECT is(pg_temp.join('d', 'a', 'bo'), 'joined', 'another name is free');
SELECT is(pg_temp.join('e', 'a', 'bo', true), 'joined',
	'the same person has two devices');
SELECT is((SELECT count(*) FROM learn.member), 2::bigint, 'and is one');

-- --- cards ------------------------------------------------------------------

SELECT pg_temp.open('c', 'a');
SELECT is(pg_temp.write('1', false), 'saved', 'a card is written');
SELECT is(pg_temp.write('1', false), 'again', 'once');
SELECT is(pg_temp.seen(), '11121', 'its writer sees it');
SELECT pg_temp.open('a', 'a');
SELECT is((SELECT count(*) FROM learn.card), 0::bigint,
	'who leads does not');
SELECT pg_temp.change('1', 'share');
SELECT pg_temp.change('1', 'erase');
SELECT pg_temp.open('c', 'a');
SELECT is((SELECT state FROM learn.card), 'own', 'nor can share or erase it');
SELECT pg_temp.change('1', 'share');
SELECT pg_temp.open('d', 'a');
SELECT is((SELECT state FROM learn.card), 'shared', 'shared, all see it');
SELECT pg_temp.change('1', what)
  FROM unnest(ARRAY['unshare', 'erase', 'remove']) AS what;
SELECT is((SELECT state FROM learn.card), 'shared',
	'another member changes nothing');
SELECT pg_temp.open('a', 'a');
SELECT pg_temp.change('1', 'remove');
SELECT is((SELECT state FROM learn.card), 'removed',
	'who leads takes it off the board');
SELECT pg_temp.open('c', 'a');
SELECT pg_temp.change('1', 'share');
SELECT is((SELECT state FROM learn.card), 'removed', 'for good');
SELECT pg_temp.change('1', 'erase');
SELECT is((SELECT count(*) FROM learn.card), 0::bigint,
	'its writer erases it');

-- --- another session --------------------------------------------------------

SELECT pg_temp.write('2', true);
SELECT pg_temp.open('b', 'b');
SELECT is(pg_temp.seen(), '11100', 'session B knows nothing of A');
SELECT throws_ok($$
	INSERT INTO learn.card (space_id, card_id, place, number, state, body)
	VALUES (pg_temp.bytes('a', 16), pg_temp.bytes('3', 16), 'x', 1,
	    'shared', 'mine')
	$$, '42501', NULL, 'nothing is put there');
SELECT is(learn.steer('state', 'ended'), true, 'it is ended');
SELECT pg_temp.open('c', 'a');
SELECT is((SELECT state FROM learn.session), 'open', 'and no other is');
SELECT is(learn.steer('state', 'ended'), false, 'a member does not steer');
SELECT is(pg_temp.join('c', 'b', 'ana'), 'closed',
	'an ended session is not joined');
SELECT is(pg_temp.open('c', 'b'), NULL, 'and not open to who tried');
SELECT is(learn.steer('state', 'paused'), false, 'nobody steers from outside');
SELECT pg_temp.open('a', 'a');
SELECT is(learn.steer('erase', ''), true, 'who leads erases it');
SELECT * FROM finish();
ROLLBACK;
