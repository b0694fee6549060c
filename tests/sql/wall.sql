-- wall.sql - the second wall: whatever realm learn asks without a WHERE, of
-- whatever table there is, it gets nothing that is somebody else's.
--
-- The tables come from the catalogue: a new one that has no wall fails here.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT no_plan();

CREATE TEMP TABLE wall AS
SELECT relname AS name,
       oid,
       EXISTS (SELECT FROM pg_attribute
	WHERE attrelid = pg_class.oid AND attname = 'space_id') AS is_owned
  FROM pg_class
 WHERE relnamespace = 'learn'::regnamespace
   AND relkind IN ('r', 'p');
GRANT SELECT ON wall TO profint_learn;

SELECT is((SELECT string_agg(relname, ',') FROM pg_class
	WHERE relnamespace = 'learn'::regnamespace
	  AND relkind NOT IN ('r', 'p', 'i', 'I', 't', 'c')
	  AND NOT (relkind = 'v'
	    AND 'security_invoker=true' = ANY (reloptions))), NULL,
	'no view looks with other eyes than its reader''s');
SELECT ok(relrowsecurity AND relforcerowsecurity,
	name || ' has row-level security, forced')
  FROM wall JOIN pg_class USING (oid);
SELECT is((SELECT string_agg(name, ',' ORDER BY name COLLATE "C")
	FROM wall WHERE NOT is_owned), 'counter,day,erased,hour',
	'all tables but four say whose a row is');
SELECT is((SELECT string_agg(attrelid::regclass || '.' || attname, ',')
	FROM pg_attribute JOIN wall ON wall.oid = attrelid
	WHERE NOT is_owned AND attnum > 0
	  AND attname NOT IN ('hour', 'day', 'kind', 'spaces', 'quarter', 'what', 'slug',
	    'lang', 'count', 'space_hash', 'erased_on')), NULL,
	'and those four know nothing about anybody');

-- --- a row of two people in each --------------------------------------------

CREATE FUNCTION pg_temp.filler(type oid, letter text) RETURNS text
LANGUAGE sql AS $$
SELECT CASE
	WHEN type = 'bytea'::regtype THEN format('decode(%L, ''hex'')', repeat(letter, 64))
	WHEN type = 'boolean'::regtype THEN 'true'
	WHEN type = 'date'::regtype THEN 'current_date + 1'
	WHEN type = 'timestamptz'::regtype THEN 'now() + interval ''1 hour'''
	WHEN type = 'int'::regtype THEN '1'
	WHEN format_type(type, NULL) LIKE '%[]' THEN '''{}'''
	ELSE format('%L', repeat(letter, 8)) END
$$;

CREATE FUNCTION pg_temp.fill(letter text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	at	record;
BEGIN
	FOR at IN
		SELECT name,
		       string_agg(quote_ident(attname), ', ' ORDER BY attnum)
			   AS columns,
		       string_agg(CASE attname WHEN 'space_id'
			    THEN format('decode(%L, ''hex'')', repeat(letter, 32))
			    ELSE pg_temp.filler(atttypid, letter) END, ', '
			    ORDER BY attnum) AS fillers
		  FROM wall
		  JOIN pg_attribute ON attrelid = oid
		 WHERE is_owned
		   AND attnum > 0
		   AND NOT attisdropped
		   AND (attnotnull OR attname IN ('code_hash'))
		 GROUP BY name
	LOOP
		EXECUTE format('INSERT INTO learn.%I (%s) VALUES (%s)',
		    at.name, at.columns, at.fillers);
	END LOOP;
END $$;

-- Whatever the tables think of such rows, they are to have them.
DO $$
DECLARE
	at	record;
BEGIN
	FOR at IN
		SELECT conrelid::regclass AS name, conname
		  FROM pg_constraint
		  JOIN wall ON wall.oid = conrelid
		 WHERE contype = 'c'
	LOOP
		EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', at.name,
		    at.conname);
	END LOOP;
END $$;
SET LOCAL session_replication_role = replica;
SELECT pg_temp.fill('a');
SELECT pg_temp.fill('b');
UPDATE learn.space SET kind = 'person';
SET LOCAL session_replication_role = origin;

-- How many rows of others, and of one's own, each table shows.
CREATE FUNCTION pg_temp.seen(name text, of_others boolean) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
	number	bigint;
BEGIN
	EXECUTE format('SELECT count(*) FROM learn.%I
	    WHERE (space_id <> decode(%L, ''hex'')) = %L', name,
	    repeat('b', 32), of_others) INTO number;
	RETURN number;
END $$;

-- Do WHAT to a table; to be refused is as good.
CREATE FUNCTION pg_temp.tread(name text, what text) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format(what, name);
	RETURN NULL;
EXCEPTION WHEN insufficient_privilege THEN
	RETURN NULL;
END $$;
SET LOCAL ROLE profint_learn;
SELECT is(pg_temp.seen(name, true) + pg_temp.seen(name, false), 0::bigint,
	name || ': nobody sees nothing') FROM wall WHERE is_owned;
SELECT learn.open(repeat('b', 64));
SELECT is(pg_temp.seen(name, false), 1::bigint,
	name || ': one sees one''s own') FROM wall WHERE is_owned;
SELECT is(pg_temp.seen(name, true), 0::bigint,
	name || ': and no other''s') FROM wall WHERE is_owned;
SELECT throws_ok('SELECT FROM learn.erased', '42501', NULL,
	'who was erased is not for reading');

-- Change and delete all there is; then, as superuser, see whose it was.
-- A device may be sent to any space whose number it knows: that is how a
-- code is used.  The numbers are random, and the key is not there.
SELECT is(pg_temp.tread(name, 'UPDATE learn.%I SET space_id =
	decode(repeat(''c'', 32), ''hex'')'), NULL, name ||
	': what one writes cannot be given to others')
  FROM wall WHERE is_owned AND name NOT IN ('space', 'device');
SELECT is(pg_temp.tread(name, 'DELETE FROM learn.%I'), NULL, name ||
	': one may delete') FROM wall WHERE is_owned;
RESET ROLE;
SELECT is((xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n
	FROM learn.%I WHERE space_id = decode(%L, ''hex'')', name,
	repeat('a', 32)), true, true, '')))[1]::text, '1',
	name || ': and has deleted nobody else''s')
  FROM wall WHERE is_owned;
SELECT is((xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n
	FROM learn.%I WHERE space_id = decode(%L, ''hex'')', name,
	repeat('c', 32)), true, true, '')))[1]::text, '0',
	name || ': nor moved anything')
  FROM wall WHERE is_owned;

-- --- and it can bark --------------------------------------------------------

CREATE TABLE learn.hole (space_id bytea NOT NULL);
INSERT INTO learn.hole VALUES (decode(repeat('a', 32), 'hex'));
GRANT SELECT ON learn.hole TO profint_learn;
SET LOCAL ROLE profint_learn;
SELECT learn.open(repeat('b', 64));
SELECT is(pg_temp.seen('hole', true), 1::bigint,
	'a table without a wall would be seen');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
