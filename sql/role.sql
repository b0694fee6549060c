-- role - who may do what in the database.
--
-- Run by a superuser, connected to the database, as often as you like:
--	psql -X -v ON_ERROR_STOP=1 -f sql/role.sql profint
--
-- profint_owner	the command line: migrates, imports, reads everything
-- profint_site		realm site: SELECT on what is published, nothing else
-- profint_learn	realm learn: the same, and in schema learn what its
--			tables' own rules allow
--
-- Published is what lies in schema public.  What must not be read by
-- everybody (people's own work, drafts) lies in a schema of its own.
-- How they log in (peer, password) is the host's pg_hba.conf.

\set QUIET on
SET client_min_messages = warning;
BEGIN;

SELECT 'CREATE ROLE ' || name || ' LOGIN'
  FROM (VALUES ('profint_owner'), ('profint_site'), ('profint_learn')) AS wanted (name)
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

ALTER ROLE profint_owner
    NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE profint_site
    NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE profint_learn
    NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

ALTER ROLE profint_site SET default_transaction_read_only = on;

-- A page that waits longer than this is of no use to its reader.  Locks have
-- no limit of their own: who waits a moment for a migration is served.
ALTER ROLE profint_site SET statement_timeout = '2s';
ALTER ROLE profint_site SET idle_in_transaction_session_timeout = '5s';
ALTER ROLE profint_site SET jit = off;
ALTER ROLE profint_learn SET statement_timeout = '2s';
ALTER ROLE profint_learn SET idle_in_transaction_session_timeout = '5s';
ALTER ROLE profint_learn SET jit = off;

-- Planning a page's statements took three times as long as running them
-- (2.4 ms and 0.7 ms for a case); a plan is made once and kept.
ALTER ROLE profint_site SET plan_cache_mode = force_generic_plan;
ALTER ROLE profint_learn SET plan_cache_mode = force_generic_plan;
ALTER ROLE profint_owner SET jit = off;

-- A migration would rather fail than hold up the readers.
ALTER ROLE profint_owner SET lock_timeout = '2s';

ALTER DATABASE :"DBNAME" OWNER TO profint_owner;
REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO profint_site, profint_learn;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO profint_owner;
GRANT USAGE ON SCHEMA public TO profint_site, profint_learn;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO profint_site, profint_learn;
ALTER DEFAULT PRIVILEGES FOR ROLE profint_owner IN SCHEMA public
    GRANT SELECT ON TABLES TO profint_site, profint_learn;

-- PostgreSQL lets everybody write these; a reader need not.
REVOKE EXECUTE ON FUNCTION
    lo_creat(int), lo_create(oid), lo_from_bytea(oid, bytea),
    lo_open(oid, int), lo_put(oid, bigint, bytea), lowrite(int, bytea),
    lo_truncate(int, int), lo_truncate64(int, bigint), lo_unlink(oid),
    pg_logical_emit_message(boolean, text, text),
    pg_logical_emit_message(boolean, text, bytea)
    FROM PUBLIC;

COMMIT;
