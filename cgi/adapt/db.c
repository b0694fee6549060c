/*
 * db.c - the queue of statements, sent as one pipeline.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libpq-fe.h>

#include "adapt/db.h"
#include "adapt/db_private.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"

/* A migration may stand in the way first and change a table then. */
#define REPEATS	3

struct db *
db_open(const char *conninfo, const char *role)
{
	struct db	*db;

	db = calloc(1, sizeof(*db));
	if (db == NULL || (db->conninfo = strdup(conninfo)) == NULL ||
	    (db->role = strdup(role)) == NULL)
		log_die("out of memory for the database");
	db->last = &db->first;
	return db;
}

void
db_tell(struct db *db, const char *name, const char *value)
{
	size_t	length = strlen(db->told);

	if ((size_t)snprintf(db->told + length, sizeof(db->told) - length,
	    " -c profint.%s=%s", name, value) >= sizeof(db->told) - length)
		log_die("too much to tell the database");
}

int
db_ready(struct db *db)
{
	if (db_connect(db) != DB_OK)
		return 0;
	return db_is_lazy(db) || db_prepare_all(db) == DB_OK;
}

/* Take ROWS out of the queue, when it still stands there. */
static void
unqueue(struct rows *rows)
{
	struct db	 *db = rows->db;
	struct rows	**link;

	if (db == NULL)
		return;
	for (link = &db->first; *link != rows; link = &(*link)->next)
		;
	*link = rows->next;
	if (rows->next == NULL)
		db->last = link;
	rows->db = NULL;
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	while (db->first != NULL)
		unqueue(db->first);
	PQfinish(db->connection);
	mem_free(db->copy_mem);
	free(db->conninfo);
	free(db->role);
	free(db);
}

static void
release(void *thing)
{
	struct rows	*rows = thing;

	unqueue(rows);
	PQclear(rows->result);
}

const char	db_end[] = "";

/* The list must end where the statement's parameters do. */
static void
check_length(enum query query, const char *const *args)
{
	int	i;

	for (i = 0; i < query_files[query].parameters; i++)
		if (args[i] == db_end)
			break;
	if (args[i] != db_end || i < query_files[query].parameters)
		log_die("%s.sql takes %d arguments", query_files[query].name,
		    query_files[query].parameters);
}

struct rows *
db_ask(struct db *db, struct mem *mem, enum query query,
    const char *const *args)
{
	size_t		 size;
	struct rows	*rows;

	if (db_allowed(db, query) == 0)
		log_die("%s.sql is not for role %s", query_files[query].name,
		    db->role);
	rows = mem_get(mem, sizeof(*rows));
	rows->db = db;
	rows->query = query;
	check_length(query, args);
	size = (size_t)query_files[query].parameters * sizeof(*args);
	if (size > 0)
		rows->args = memcpy(mem_get(mem, size), args, size);
	mem_defer(mem, release, rows);
	*db->last = rows;
	db->last = &rows->next;
	return rows;
}

static int
send_all(struct db *db)
{
	const struct query_file	*file;
	const struct rows	*rows;

	for (rows = db->first; rows != NULL; rows = rows->next) {
		file = &query_files[rows->query];
		if (PQsendQueryPrepared(db->connection, file->name,
		    file->parameters, rows->args, NULL, NULL, 0) == 0)
			return 0;
	}
	return PQpipelineSync(db->connection);
}

/* Read one statement's answer and the NULL that closes it. */
static enum db_result
receive(struct db *db, struct rows *rows)
{
	PGresult	*extra;

	PQclear(rows->result);
	rows->result = db_next(db);
	while (rows->result != NULL &&
	    (extra = db_next(db)) != NULL)
		PQclear(extra);
	switch (PQresultStatus(rows->result)) {
	case PGRES_COMMAND_OK:
	case PGRES_TUPLES_OK:
		db->received += PQntuples(rows->result);
		return DB_OK;
	default:
		return DB_FAILED;
	}
}

/* Read all answers; the first failure counts, those after it follow. */
static enum db_result
receive_all(struct db *db)
{
	enum db_result	 result = DB_OK;
	struct rows	*rows;

	for (rows = db->first; rows != NULL; rows = rows->next)
		if (receive(db, rows) != DB_OK && result == DB_OK) {
			result = db_note(db, rows->result);
			db->failure.query = rows->query;
		}
	PQclear(db_next(db));	/* the sync */
	return result;
}

static enum db_result
run_once(struct db *db)
{
	enum db_result	result;

	if ((result = db_connect(db)) != DB_OK ||
	    (result = db_prepare_asked(db)) != DB_OK)
		return result;
	if (PQenterPipelineMode(db->connection) == 0 || send_all(db) == 0)
		result = db_note(db, NULL);
	else
		result = receive_all(db);
	if (PQstatus(db->connection) != CONNECTION_OK || result == DB_LOST ||
	    PQexitPipelineMode(db->connection) == 0)
		return db_disconnect(db);
	return result;
}

/* Failed in a way that a second try may cure, and nothing is written? */
static int
may_repeat(const struct db *db, enum db_result result)
{
	const struct rows	*rows;

	if (result != DB_LOST && db->failure.passing == 0)
		return 0;
	for (rows = db->first; rows != NULL; rows = rows->next)
		if (query_files[rows->query].reads == 0)
			return 0;
	return 1;
}

enum db_result
db_run(struct db *db)
{
	enum db_result	result;
	int		in_block = db->in_block, again;
	long		began;

	if (db->first == NULL)
		return DB_OK;
	began = clock_us();
	result = run_once(db);
	for (again = 0; again < REPEATS && result != DB_OK &&
	    in_block == 0 && may_repeat(db, result); again++) {
		if (result == DB_LOST)
			again = REPEATS;
		else if (db->failure.stale)
			db_forget(db);
		result = run_once(db);
	}
	if (result == DB_FAILED)
		db_log_failure(db);
	while (db->first != NULL)
		unqueue(db->first);
	db->waited += clock_us() - began;
	return result;
}

const char *
db_error_state(const struct db *db)
{
	return db->failure.state;
}

const char *
db_error_text(const struct db *db)
{
	return db->failure.text;
}

long
db_waited(const struct db *db)
{
	return db->waited;
}

long
db_received(const struct db *db)
{
	return db->received;
}
