-- worksheet.sql - two devices save one worksheet, and no word is lost.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT plan(27);

CREATE FUNCTION pg_temp.bytes(letter text, length int) RETURNS bytea
LANGUAGE sql AS $$ SELECT decode(repeat(letter, 2 * length), 'hex') $$;
CREATE FUNCTION pg_temp.arrive(letter text) RETURNS void
LANGUAGE sql AS $$
SELECT learn.create(pg_temp.bytes(letter, 16), pg_temp.bytes(letter, 32),
    pg_temp.bytes(letter, 31), 'key', 'key', 'code')
$$;
-- Fields as "NAME VERSION TEXT", comma between; no text: none.
CREATE FUNCTION pg_temp.save(key text, sheet text, fresh boolean,
    said text) RETURNS text LANGUAGE sql AS $$
SELECT string_agg(concat_ws(' ', result, name, version,
	encode(body, 'escape')), ',')
  FROM learn.save_worksheet(key::bytea, pg_temp.bytes(sheet, 16), 'wt1',
	NULL, fresh, 'fr', (SELECT coalesce(jsonb_agg(jsonb_build_object(
	    'name', split_part(one, ' ', 1),
	    'version', split_part(one, ' ', 2)::int,
	    'body', encode(nullif(split_part(one, ' ', 3), '')::bytea, 'hex'))
	    ORDER BY one), '[]')
	  FROM unnest(string_to_array(nullif(said, ''), ',')) AS one))
$$;
CREATE FUNCTION pg_temp.fields() RETURNS text LANGUAGE sql AS $$
SELECT coalesce(string_agg(concat_ws(' ', name, version,
	encode(body, 'escape')), ',' ORDER BY name), '')
  FROM learn.field
$$;

DELETE FROM learn.counter;
SET LOCAL ROLE profint_learn;
SELECT is(pg_temp.save('k0', '1', true, 'a 0 x'), 'closed',
	'who has no space saves nothing');
SELECT pg_temp.arrive('a');
SELECT is(pg_temp.save('k1', '1', true, 'a 0 one,b 0 two'),
	'saved a 1,saved b 1', 'a worksheet is saved field by field');
SELECT is(pg_temp.fields(), 'a 1 one,b 1 two', 'and is there');
SELECT is(pg_temp.save('k1', '1', true, 'a 0 zwei'), 'again',
	'a form counts once');
SELECT is(pg_temp.fields(), 'a 1 one,b 1 two', 'really once');
SELECT is(pg_temp.save('k2', '1', false, 'a 1 three'), 'saved a 2',
	'a newer text is saved');
SELECT is(pg_temp.save('k3', '1', false, 'a 1 four,b 1 five,c 0 six'),
	'conflict a 2 three,saved b 2,saved c 1',
	'an older one is not, the others are');
SELECT is(pg_temp.save('k4', '1', false, 'a 0 seven'), 'conflict a 2 three',
	'nor one made from nothing');
SELECT is(pg_temp.save('k5', '1', false, 'b 2 '), 'saved b 0',
	'what is empty goes');
SELECT is(pg_temp.fields(), 'a 2 three,c 1 six', 'and is gone');
SELECT is(pg_temp.save('k6', '1', false, 'b 2 eight'), 'saved b 3',
	'words win over a deletion elsewhere');
SELECT is(pg_temp.save('k7', '1', false, 'a 1 '), 'conflict a 2 three',
	'a deletion does not win over words');
SELECT is(pg_temp.save('k8', '1', false, 'z 7 '), 'saved z 0',
	'what is gone may go again');
SELECT is(pg_temp.save('k9', '1', false, ''), 'saved', 'nothing to do');
SELECT is(pg_temp.save('l0', '2', false, 'a 0 x'), 'gone',
	'a worksheet that is not there takes nothing');
SELECT is(pg_temp.save('l0', '2', true, 'a 0 x'), 'saved a 1',
	'and its form may be sent again, as a new one');
SELECT is(pg_temp.save('l1', '2', false, 'a 1 ' || repeat('x', 5000000)),
	'full', 'there is an end to what one person may keep');
SELECT is((SELECT string_agg(concat_ws(' ', what, slug, lang, count), ',')
  FROM learn.counter), 'worksheet wt1 fr 2', 'worksheets are counted');

SELECT pg_temp.arrive('b');
SELECT is(pg_temp.fields(), '', 'another person sees none of it');
SELECT is(pg_temp.save('k3', '1', false, 'a 2 mine'), 'gone',
	'nor saves to it');
SELECT is(pg_temp.save('k4', '1', true, 'a 0 mine'), 'saved a 1',
	'the same name elsewhere is another worksheet');
SELECT learn.erase_worksheet('m1', pg_temp.bytes('2', 16));
SELECT learn.open(repeat('a', 64));
SELECT is((SELECT count(*) FROM learn.worksheet), 2::bigint,
	'nobody erases what is another''s');
SELECT learn.erase_worksheet('m2', pg_temp.bytes('1', 16));
SELECT is(pg_temp.fields(), 'a 1 x', 'what is erased is gone with all it had');
SELECT is(pg_temp.save('m3', '1', false, 'a 2 late'), 'gone',
	'and stays away');
INSERT INTO learn.worksheet (space_id, worksheet_id, tool)
SELECT pg_temp.bytes('a', 16), decode(lpad(to_hex(n), 32, '0'), 'hex'), 'wt1'
  FROM generate_series(1, 199) AS n;
SELECT is(pg_temp.save('m4', '3', true, 'a 0 x'), 'full',
	'two hundred worksheets are enough');
SELECT is(pg_temp.save('m5', '2', false, 'a 1 y'), 'saved a 2',
	'which can still be changed');
SELECT learn.leave();
SELECT is(pg_temp.save('m6', '2', false, 'a 2 z'), 'closed',
	'who has left saves nothing');

SELECT * FROM finish();
ROLLBACK;
