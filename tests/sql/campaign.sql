-- campaign.sql - people answer without a name, and nobody reads one answer.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT plan(41);

CREATE FUNCTION pg_temp.bytes(letter text, length int) RETURNS bytea
LANGUAGE sql AS $$ SELECT decode(repeat(letter, 2 * length), 'hex') $$;
-- A campaign called by LETTER, led by DEVICE, whose link works for DAYS.
CREATE FUNCTION pg_temp.make(letter text, device text, days int)
RETURNS void
LANGUAGE sql AS $$
SELECT learn.create_campaign(pg_temp.bytes(letter, 16),
    pg_temp.bytes(device, 32), pg_temp.bytes(letter, 31), 'key', 'key',
    'code', 'learning-questionnaire', pg_temp.bytes(letter, 32), 'link',
    'title', pg_temp.bytes('7', 32), 'secret', current_date + days, 'fr')
$$;
CREATE FUNCTION pg_temp.answer(letter text, name text, said text) RETURNS text
LANGUAGE sql AS $$
SELECT learn.answer(repeat(letter, 64), pg_temp.bytes(name, 16), said::bytea)
$$;
-- Speak for nobody.
CREATE FUNCTION pg_temp.go() RETURNS void LANGUAGE sql AS $$
SELECT set_config('profint.device', '', true),
       set_config('profint.space', '', true)
$$;
CREATE FUNCTION pg_temp.said() RETURNS text LANGUAGE sql AS $$
SELECT string_agg(encode(substr(one, 17), 'escape'), ','
	ORDER BY substr(one, 17))
  FROM learn.campaign, unnest(answers) AS one
$$;

DELETE FROM learn.counter;
SET LOCAL ROLE profint_learn;

-- --- made -------------------------------------------------------------------

SELECT pg_temp.make('a', 'd', 30);
SELECT pg_temp.make('a', 'd', 30);
SELECT is((SELECT count(*) FROM learn.campaign), 1::bigint,
	'a form that is sent twice makes one campaign');
SELECT is((SELECT concat_ws(' ', what, slug, lang, count) FROM learn.counter),
	'campaign learning-questionnaire fr 1', 'it is counted once');
SELECT is((SELECT kept_until FROM learn.space), current_date + 120,
	'it is kept 90 days longer than its link');
SELECT set_config('profint.space', '', true);
SELECT is((SELECT learn.person()), NULL, 'it is nobody''s own space');
SELECT is((SELECT concat_ws(' ', tool, is_open, closed, answers)
    FROM learn.open_campaign(repeat('d', 64), repeat('a', 32))),
	'learning-questionnaire t f 0', 'who made it leads it');
SELECT is((SELECT count(*)
    FROM learn.open_campaign(repeat('e', 64), repeat('a', 32))), 0::bigint,
	'another device does not');
SELECT is((SELECT count(*) FROM learn.open_campaign('', 'nonsense')),
	0::bigint, 'nor does nonsense');

-- --- answered ---------------------------------------------------------------

SELECT pg_temp.go();
SELECT is((SELECT concat_ws(' ', tool, length(public_key), is_open, is_sent)
    FROM learn.asked(repeat('a', 64), NULL)),
	'learning-questionnaire 32 t f', 'the link tells what is asked');
SELECT is((SELECT count(*) FROM learn.asked(repeat('b', 64), NULL)),
	0::bigint, 'another link nothing');
SELECT is(pg_temp.answer('a', '1', 'one'), 'saved', 'an answer is dropped in');
SELECT is(pg_temp.answer('a', '1', 'two'), 'again', 'once');
SELECT is(pg_temp.answer('a', '2', 'two'), 'saved', 'and another');
SELECT is(pg_temp.answer('b', '3', 'x'), 'none',
	'there is no box without a campaign');
SELECT is(current_setting('profint.link'), '', 'which is then shut again');
SELECT ok((SELECT is_sent FROM learn.asked(repeat('a', 64),
    pg_temp.bytes('2', 16))), 'a form knows that it was sent');
SELECT is((SELECT count(*) FROM learn.campaign), 0::bigint,
	'who answers sees no campaign');
SELECT is((SELECT count(*) FROM learn.space), 0::bigint, 'no space');
SELECT is((SELECT count(*) FROM learn.device), 0::bigint, 'no device');
UPDATE learn.campaign SET answers = '{}', closed = true;
DELETE FROM learn.campaign;
SELECT is(learn.add_answer(pg_temp.bytes('a', 16), pg_temp.bytes('9', 16),
    'x', true), 'none', 'nor may they do what leading is');
SELECT learn.close_campaign(pg_temp.bytes('a', 16));
SELECT learn.extend_campaign(pg_temp.bytes('a', 16));
SELECT learn.erase_space(pg_temp.bytes('a', 16));

SELECT learn.open_campaign(repeat('d', 64), repeat('a', 32));
SELECT is(pg_temp.said(), 'one,two', 'and nothing of it happened');
SELECT is((SELECT closed FROM learn.campaign), false, 'it is still open');

-- --- in no order ------------------------------------------------------------

SELECT count(pg_temp.answer('a', lpad(to_hex(n), 4, '0'),
    lpad(n::text, 3, '0'))) FROM generate_series(256, 299) AS n;
SELECT is((SELECT cardinality(answers) FROM learn.campaign), 46,
	'46 people have answered');
SELECT isnt((SELECT string_agg(encode(substr(one, 17), 'escape'), ','
    ORDER BY at) FROM learn.campaign,
    unnest(answers) WITH ORDINALITY AS all_of (one, at)),
	(SELECT 'one,two,' || string_agg(n::text, ',' ORDER BY n)
    FROM generate_series(256, 299) AS n),
	'they do not lie in the order they came');
SELECT is((SELECT count(*) FROM information_schema.columns
    WHERE table_schema = 'learn' AND table_name = 'campaign'
    AND data_type LIKE 'time%'), 0::bigint, 'nothing has a time');

-- --- led --------------------------------------------------------------------

SELECT is(learn.add_answer(pg_temp.bytes('a', 16), pg_temp.bytes('8', 16),
    'paper', true), 'saved', 'who leads adds one from paper');
SELECT is(learn.add_answer(pg_temp.bytes('a', 16), pg_temp.bytes('8', 16),
    'paper', true), 'again', 'once');
UPDATE learn.campaign SET closes_on = current_date - 1;
SELECT is(pg_temp.answer('a', '3', 'late'), 'closed',
	'after its last day the link takes nothing');
SELECT is(learn.add_answer(pg_temp.bytes('a', 16), pg_temp.bytes('7', 16),
    'paper', true), 'saved', 'paper may still come');
SELECT learn.extend_campaign(pg_temp.bytes('a', 16));
SELECT is(pg_temp.answer('a', '4', 'in time'), 'saved', 'it may be extended');
SELECT learn.close_campaign(pg_temp.bytes('a', 16));
SELECT is(pg_temp.answer('a', '5', 'late') || ' ' ||
    learn.add_answer(pg_temp.bytes('a', 16), pg_temp.bytes('6', 16), 'x',
	true),
	'closed closed', 'a closed one takes nothing from anybody');
UPDATE learn.campaign SET closes_on = current_date - 1;
SELECT learn.extend_campaign(pg_temp.bytes('a', 16));
SELECT ok((SELECT closed AND closes_on < current_date FROM learn.campaign),
	'and stays closed');

-- --- by its code ------------------------------------------------------------

SELECT is((SELECT encode(space_id, 'hex') FROM learn.find(
    repeat('a', 62), 'campaign')), repeat('a', 32), 'its code finds it');
SELECT is((SELECT count(*) FROM learn.find(repeat('b', 62), 'campaign')),
	0::bigint, 'another does not');
SELECT learn.resume(repeat('a', 62), repeat('e', 64), 'key', 'campaign');
SELECT is((SELECT count(*) FROM learn.open_campaign(repeat('e', 64),
    repeat('a', 32))), 1::bigint, 'a second device leads it, too');
SELECT pg_temp.make('b', 'e', 30);
SELECT is((SELECT count(*) FROM learn.campaign), 2::bigint,
	'a device may lead several');
SELECT learn.open_campaign(repeat('d', 64), repeat('a', 32));
SELECT is((SELECT count(*) FROM learn.campaign), 1::bigint,
	'another device sees none of them');
SELECT learn.erase_space(pg_temp.bytes('b', 16));
SELECT learn.erase_space(pg_temp.bytes('a', 16));
SELECT is((SELECT count(*) FROM learn.campaign), 0::bigint,
	'what is erased is gone');
SELECT learn.open_campaign(repeat('e', 64), repeat('b', 32));
SELECT is((SELECT count(*) FROM learn.campaign), 1::bigint,
	'but nobody erases what is another''s');
SET LOCAL ROLE profint_owner;
SELECT is((SELECT count(*) FROM learn.campaign), 0::bigint,
	'the owner of the tables sees no campaign that is not to be purged');
SELECT is((SELECT count(*) FROM learn.erased
    WHERE space_hash = sha256(pg_temp.bytes('a', 16))), 1::bigint,
	'and stays gone after a restore');


-- --- too many ---------------------------------------------------------------

SET LOCAL ROLE profint_learn;
SELECT set_config('profint.spaces_hour', '0', true);
SELECT pg_temp.make('c', 'd', 30);
SELECT is((SELECT count(*) FROM learn.campaign) || ' ' ||
    current_setting('profint.crowded'), '0 yes',
	'when an hour has had enough, no campaign is made');

SELECT * FROM finish();
ROLLBACK;
