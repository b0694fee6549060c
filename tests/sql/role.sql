-- role.sql - whoever takes over a page can read what is public, and change
-- none of it.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT plan(30 + 14 * (SELECT count(*)::int FROM pg_tables
	WHERE schemaname = 'public'));

CREATE TEMPORARY TABLE reader (role text);
INSERT INTO reader VALUES ('profint_site'), ('profint_learn');

-- Runs a statement as a worker does, in a transaction that may write (the
-- role could switch its default off).  The SQLSTATE, or '' when it worked.
CREATE FUNCTION pg_temp.as_role(role text, statement text)
RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SET LOCAL ROLE %I', role);
	EXECUTE statement;
	RESET ROLE;
	RETURN '';
EXCEPTION WHEN OTHERS THEN
	RESET ROLE;
	RETURN sqlstate;
END $$;

SELECT is(pg_temp.as_role(role, format('SELECT FROM %I', tablename)), '',
	role || ': ' || tablename || ' can be read')
  FROM reader, pg_tables WHERE schemaname = 'public';

-- Without a column list and a row: refused before anything is looked at.
SELECT is(pg_temp.as_role(role, format(statement, tablename)), '42501',
	role || ': ' || tablename || ': no ' || split_part(statement, ' ', 1))
  FROM reader, pg_tables,
       unnest(ARRAY['INSERT INTO %I DEFAULT VALUES', 'DELETE FROM %I',
	'TRUNCATE %I', 'DROP TABLE %I', 'LOCK TABLE %I']) AS statement
 WHERE schemaname = 'public';

SELECT is(pg_temp.as_role(role, format('UPDATE %I SET %2$I = %2$I', relname,
	(SELECT attname FROM pg_attribute WHERE attrelid = pg_class.oid
	    AND attnum > 0 AND attidentity = '' AND attgenerated = '' LIMIT 1)
	)), '42501', role || ': ' || relname || ': no UPDATE')
  FROM reader, pg_class
 WHERE relnamespace = 'public'::regnamespace
   AND relkind IN ('r', 'p');

SELECT is_empty($$
	SELECT table_name, column_name, privilege_type
	  FROM information_schema.column_privileges
	 WHERE grantee IN ('profint_site', 'profint_learn', 'PUBLIC')
	   AND table_schema = 'public'
	   AND privilege_type <> 'SELECT'
	$$, 'no column can be changed');

SELECT is_empty($$
	SELECT nspname, proname
	  FROM reader
	 CROSS JOIN pg_proc
	  JOIN pg_namespace ON pg_namespace.oid = pronamespace
	 WHERE prosecdef
	   AND has_function_privilege(role, pg_proc.oid, 'EXECUTE')
	$$, 'no function lends its owner''s rights');

SELECT is_empty($$
	SELECT nspname, relname
	  FROM pg_class
	  JOIN pg_namespace ON pg_namespace.oid = relnamespace
	 WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
	   AND nspname NOT IN ('public', 'pg_catalog', 'information_schema')
	   AND nspname !~ '^pg_(temp|toast)'
	   AND has_schema_privilege('profint_site', nspname, 'USAGE')
	   AND has_table_privilege('profint_site', pg_class.oid, 'SELECT')
	$$, 'the site reads nothing outside schema public');

SELECT is_empty($$
	SELECT nspname, relname
	  FROM pg_class
	  JOIN pg_namespace ON pg_namespace.oid = relnamespace
	 WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
	   AND nspname NOT IN ('public', 'learn', 'pg_catalog',
		'information_schema')
	   AND nspname !~ '^pg_(temp|toast)'
	   AND has_schema_privilege('profint_learn', nspname, 'USAGE')
	   AND has_table_privilege('profint_learn', pg_class.oid, 'SELECT')
	$$, 'realm learn nothing outside public and its own');

SELECT is(pg_temp.as_role(role, statement), '42501',
	role || ': no ' || statement)
  FROM reader, unnest(ARRAY[
	'CREATE TABLE planted (n int)',
	'CREATE TEMPORARY TABLE planted (n int)',
	'CREATE VIEW planted AS SELECT 1',
	'CREATE SEQUENCE planted',
	'CREATE FUNCTION planted() RETURNS int LANGUAGE sql AS ''SELECT 1''',
	'CREATE SCHEMA planted',
	'CREATE ROLE planted',
	'CREATE EXTENSION isn',
	'COPY (SELECT 1) TO ''/tmp/planted''',
	'SELECT lo_create(0)'
  ]) AS statement;

SELECT is_empty($$
	SELECT rolname FROM pg_roles
	 WHERE rolname IN ('profint_owner', 'profint_site', 'profint_learn')
	   AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication
	    OR rolbypassrls)
	$$, 'no role has a right over the whole server');

SELECT is_empty($$
	SELECT roleid::regrole
	  FROM pg_auth_members
	 WHERE member IN ('profint_site'::regrole, 'profint_learn'::regrole)
	$$, 'neither worker can become anybody else');

SELECT ok(rolconfig @> ARRAY['default_transaction_read_only=on',
	'statement_timeout=2s'], 'the site only reads, and not for long')
  FROM pg_roles WHERE rolname = 'profint_site';

SELECT ok(rolconfig @> ARRAY['statement_timeout=2s'],
	'realm learn takes no longer')
  FROM pg_roles WHERE rolname = 'profint_learn';

SET LOCAL ROLE profint_owner;
CREATE TABLE public.published_later (n int);
RESET ROLE;
SELECT ok(has_table_privilege(role, 'public.published_later',
	'SELECT')
	AND NOT has_table_privilege(role, 'public.published_later',
	'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER'),
	role || ': a table of a later migration can be read, and only read')
  FROM reader;

SELECT * FROM finish();
ROLLBACK;
