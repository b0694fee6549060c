/*
 * db.c - a worker and an owner speak with a real PostgreSQL.
 *
 * PROFINT_TEST_DB: conninfo ("key=value ...") of a database in which this
 * may make a schema of its own; without it, skipped.
 */
#include <stdlib.h>
#include <unistd.h>

#include "adapt/db.h"
#include "base/mem.h"

#include "tap.h"

/* The schema's version as this connection reads it, -1 when it cannot. */
static int
version(struct db *db, struct mem *mem)
{
	struct rows	*rows;

	rows = db_ask(db, mem, Q_PROBE_SCHEMA, DB_NO_ARGS);
	if (db_run(db) != DB_OK)
		return -1;
	return atoi(rows_get(rows, 0, "version"));
}

static void
test_unreachable(struct mem *mem)
{
	struct db	*db;

	db = db_open("host=/nonexistent", "site");
	is_int(db_ready(db), 0, "no server: not ready");
	db_ask(db, mem, Q_PROBE_SCHEMA, DB_NO_ARGS);
	is_int(db_run(db), DB_LOST, "no server: lost");
	is_text(db_error_state(db), "", "no server: no SQLSTATE");
	db_close(db);
}

static void
test_migration(struct db *owner, struct db *site, struct mem *mem)
{
	is_int(db_ready(site), 0, "no tables: a worker is not ready");
	is_int(version(site, mem), -1, "no tables: a worker waits");
	is_int(db_ready(owner), 1, "no tables: the owner is ready");
	is_int(version(owner, mem), -1, "no tables: the owner cannot read");
	is_text(db_error_state(owner), "42P01", "and knows why");

	is_int(db_script(owner, "one",
	    "CREATE TABLE schema_version (version int)"), DB_OK,
	    "a script makes the table");
	is_int(version(owner, mem), 0, "the owner reads it");
	is_int(version(site, mem), 0, "so does the worker that waited");
}

static void
test_rows(struct db *site, struct mem *mem)
{
	struct rows	*rows, *again;

	rows = db_ask(site, mem, Q_PROBE_SCHEMA, DB_NO_ARGS);
	is_int(rows_count(rows), 0, "no rows before db_run()");
	again = db_ask(site, mem, Q_PROBE_SCHEMA, DB_NO_ARGS);
	is_int(db_run(site), DB_OK, "two statements in one pipeline");
	is_int(rows_count(rows) + rows_count(again), 2, "a row each");
	is_int(rows_columns(rows), 1, "one column");
	is_text(rows_name(rows, 0), "version", "its name");
	is_int(rows_type(rows, 0), ROWS_NUMBER, "its type");
	is_text(rows_value(rows, 0, 0), "0", "its value");
	ok(db_received(site) >= 2, "rows are counted");
	ok(db_waited(site) > 0, "waiting is counted");

	db_ask(site, mem, Q_PROBE_SCHEMA, DB_NO_ARGS);
	mem_reset(mem);
	is_int(db_run(site), DB_OK, "a queue dies with its memory");
}

static void
test_stale(struct db *owner, struct db *site, struct mem *mem)
{
	is_int(version(site, mem), 0, "a statement is prepared");
	db_script(owner, "two", "ALTER TABLE schema_version "
	    "ALTER COLUMN version TYPE bigint");
	is_int(version(site, mem), 0, "a changed type is prepared again");
	is_int(version(owner, mem), 0, "for the owner too");
}

/* A read that fails like a deadlock's victim once the owner holds lock 7:
 * its own lock 8, which outlives the failure, says that it was the second. */
static void
test_deadlock(struct db *owner, struct db *site, struct mem *mem)
{
	static const char	trap[] =
	    "CREATE FUNCTION trip() RETURNS boolean LANGUAGE plpgsql AS $$"
	    "BEGIN"
	    " IF EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory'"
	    "  AND objid = 7) AND NOT EXISTS (SELECT FROM pg_locks"
	    "  WHERE locktype = 'advisory' AND objid = 8) THEN"
	    "  PERFORM pg_advisory_lock(8);"
	    "  RAISE deadlock_detected;"
	    " END IF;"
	    " RETURN true;"
	    "END $$;"
	    "ALTER TABLE schema_version RENAME TO kept;"
	    "CREATE VIEW schema_version AS SELECT * FROM kept WHERE trip()";

	is_int(db_script(owner, "trap", trap), DB_OK, "a trap is laid");
	is_int(version(site, mem), 0, "and stays open");
	db_script(owner, "lock", "SELECT pg_advisory_lock(7)");
	is_int(version(site, mem), 0, "a deadlock's victim reads again");
	db_script(owner, "open", "SELECT pg_advisory_unlock(7);"
	    "DROP VIEW schema_version;"
	    "ALTER TABLE kept RENAME TO schema_version");
}

static void
test_lost(struct db *owner, struct db *site, struct mem *mem)
{
	static const char	kill[] =
	    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
	    " WHERE pid <> pg_backend_pid()"
	    " AND application_name = current_setting('application_name')";

	usleep(150000);
	db_script(owner, "kill", kill);
	is_int(version(site, mem), 0, "a read survives a lost connection");
	db_script(owner, "kill", kill);
	is_int(version(site, mem), -1, "twice within 100 ms it does not");
	usleep(150000);
	is_int(version(site, mem), 0, "then it does");
}

static void
test_block(struct db *owner, struct mem *mem)
{
	is_int(db_begin(owner), DB_OK, "a block begins");
	is_int(db_script(owner, "three",
	    "INSERT INTO schema_version VALUES (3)"), DB_OK, "writes");
	is_int(version(owner, mem), 3, "reads its own");
	db_rollback(owner);
	is_int(version(owner, mem), 0, "and is rolled back");

	db_begin(owner);
	is_int(db_script(owner, "four", "SELECT 1;\n\nSELEC 1"), DB_FAILED,
	    "a mistake in a script");
	is_text(db_error_state(owner), "42601", "has its SQLSTATE");
	is_int(db_commit(owner), DB_FAILED, "and cannot be committed");

	db_begin(owner);
	db_script(owner, "five", "INSERT INTO schema_version VALUES (5)");
	is_int(db_commit(owner), DB_OK, "a good block can");
	is_int(version(owner, mem), 5, "and stays");
}

int
main(void)
{
	const char	*given = getenv("PROFINT_TEST_DB"), *conninfo, *schema;
	struct db	*owner, *site;
	struct mem	*mem, *names;

	if (given == NULL) {
		printf("1..0 # SKIP PROFINT_TEST_DB is not set\n");
		return 0;
	}
	mem = mem_new();
	names = mem_new();
	schema = mem_format(names, "unit_%ld", (long)getpid());
	conninfo = mem_format(names, "%s application_name=%s"
	    " options='-c search_path=%s'", given, schema, schema);
	owner = db_open(conninfo, "owner");
	site = db_open(conninfo, "site");
	db_script(owner, "begin", mem_format(names, "CREATE SCHEMA %s",
	    schema));
	test_unreachable(mem);
	test_migration(owner, site, mem);
	test_rows(site, mem);
	test_stale(owner, site, mem);
	test_deadlock(owner, site, mem);
	test_lost(owner, site, mem);
	test_block(owner, mem);
	db_script(owner, "end", mem_format(names, "DROP SCHEMA %s CASCADE",
	    schema));
	db_close(site);
	db_close(owner);
	mem_free(mem);
	mem_free(names);
	return done();
}
