/*
 * db_connect.c - the connection and its failures.
 */
#include <sys/socket.h>

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>

#include <libpq-fe.h>

#include "adapt/db.h"
#include "adapt/db_private.h"
#include "base/clock.h"
#include "base/log.h"

#define BETWEEN_TRIES	100000		/* us */
#define SILENCE		3000		/* ms; a statement may take 2000 */

/* One transaction is one snapshot: a page never shows half of an import. */
static const char	site_options[] =
    "-c jit=off -c client_min_messages=warning -c statement_timeout=2s "
    "-c idle_in_transaction_session_timeout=5s "
    "-c default_transaction_read_only=on "
    "-c default_transaction_isolation=repeatable\\ read";
/* Who writes waits for another writer of the same row and then sees what he
 * wrote: READ COMMITTED, the server's own way. */
static const char	learn_options[] =
    "-c jit=off -c client_min_messages=warning -c statement_timeout=2s "
    "-c idle_in_transaction_session_timeout=5s "
    "-c default_transaction_isolation=read\\ committed";
static const char	other_options[] =
    "-c jit=off -c client_min_messages=warning";

int
db_is_lazy(const struct db *db)
{
	return strcmp(db->role, "owner") == 0;
}

/* States after which the connection is of no use. */
static int
is_lost(const char *state)
{
	return state[0] == '\0' || strncmp(state, "08", 2) == 0 ||
	    strncmp(state, "57P", 3) == 0;
}

/* A statement that was prepared before its tables changed, or that the
 * server does not know any more.  The function's name tells, because the
 * message may be in any language. */
static int
is_stale(const char *state, const PGresult *result)
{
	const char	*where;

	if (strcmp(state, "26000") == 0)
		return 1;
	where = PQresultErrorField(result, PG_DIAG_SOURCE_FUNCTION);
	return strcmp(state, "0A000") == 0 && where != NULL &&
	    strcmp(where, "RevalidateCachedQuery") == 0;
}

/* The first line of PostgreSQL's reason, for the owner with its detail.
 * Elsewhere what readers send stays out of the log: details quote values,
 * and so do the messages of class 22. */
static void
note_text(struct db *db, const char *text, const char *detail)
{
	struct db_failure	*failure = &db->failure;

	if (db_is_lazy(db) == 0) {
		detail = NULL;
		if (strncmp(failure->state, "22", 2) == 0)
			text = "a value was refused";
	}
	snprintf(failure->text, sizeof(failure->text), "%.*s%s%s%s",
	    (int)strcspn(text, "\n"), text, detail != NULL ? " (" : "",
	    detail != NULL ? detail : "", detail != NULL ? ")" : "");
}

/* A migration and a reader took the same tables in another order, and the
 * server ended the one of them that noticed first. */
static int
is_deadlock(const char *state)
{
	return strcmp(state, "40P01") == 0;
}

enum db_result
db_note(struct db *db, const PGresult *result)
{
	const char	*state, *text;

	state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
	snprintf(db->failure.state, sizeof(db->failure.state), "%s",
	    state != NULL ? state : "");
	note_text(db, text != NULL ? text : PQerrorMessage(db->connection),
	    PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL));
	db->failure.stale = is_stale(db->failure.state, result);
	db->failure.passing = db->failure.stale ||
	    is_deadlock(db->failure.state);
	return is_lost(db->failure.state) ? DB_LOST : DB_FAILED;
}

enum db_result
db_take(struct db *db, PGresult *result)
{
	enum db_result	taken = DB_OK;

	switch (PQresultStatus(result)) {
	case PGRES_COMMAND_OK:
	case PGRES_TUPLES_OK:
	case PGRES_COPY_IN:
		break;
	default:
		taken = db_note(db, result);
	}
	PQclear(result);
	return taken == DB_LOST ? db_disconnect(db) : taken;
}

enum db_result
db_disconnect(struct db *db)
{
	if (db->complaining == 0)
		log_warn("no database: %s", db->failure.text);
	db->complaining = 1;
	PQfinish(db->connection);
	db->connection = NULL;
	db->in_block = 0;
	db->failure.state[0] = '\0';
	db->failure.stale = db->failure.passing = 0;
	memset(db->prepared, 0, sizeof(db->prepared));
	return DB_LOST;
}

/* A frozen server would hold up all workers, one request each. */
PGresult *
db_next(struct db *db)
{
	struct pollfd	watch = {
		.fd = PQsocket(db->connection), .events = POLLIN
	};
	int		ready;

	while (db_is_lazy(db) == 0 && PQisBusy(db->connection)) {
		ready = poll(&watch, 1, SILENCE);
		if (ready < 0 && errno == EINTR)
			continue;
		/* libpq finds the connection closed, here and from now on. */
		if (ready <= 0)
			shutdown(watch.fd, SHUT_RDWR);
		if (PQconsumeInput(db->connection) == 0)
			break;
	}
	return PQgetResult(db->connection);
}

void
db_relief(struct db *db)
{
	if (db->complaining != 0)
		log_info("the database is back");
	db->complaining = 0;
}

enum db_result
db_log_failure(const struct db *db)
{
	log_warn("could not run %s.sql: %s %s",
	    query_files[db->failure.query].name, db->failure.state,
	    db->failure.text);
	return DB_FAILED;
}

static void
notice(void *nothing, const char *message)
{
	(void)nothing;
	log_warn("database: %.*s", (int)strcspn(message, "\n"), message);
}

static const char *
options(const char *role)
{
	if (strcmp(role, "site") == 0)
		return site_options;
	return strcmp(role, "learn") == 0 ? learn_options : other_options;
}

/* What stands before dbname the host's conninfo may change; what stands
 * after it, not. */
static PGconn *
open_connection(const struct db *db)
{
	const char *const	names[] = { "options", "connect_timeout",
	    "application_name", "dbname", "client_encoding", NULL };
	char			say[sizeof(site_options) + sizeof(db->told)];
	const char *const	values[] = {
	    say, "2", db->role, db->conninfo, "UTF8", NULL };

	snprintf(say, sizeof(say), "%s%s", options(db->role), db->told);
	return PQconnectdbParams(names, values, 1);
}

/* A try that takes long is made seldom: readers wait for it. */
enum db_result
db_connect(struct db *db)
{
	long	began = clock_us();

	if (db->connection != NULL)
		return DB_OK;
	if (began < db->try_at)
		return DB_LOST;
	db->connection = open_connection(db);
	db->try_at = clock_us() + BETWEEN_TRIES + 2 * (clock_us() - began);
	if (PQstatus(db->connection) != CONNECTION_OK) {
		db_note(db, NULL);
		return db_disconnect(db);
	}
	PQsetNoticeProcessor(db->connection, notice, NULL);
	if (db_is_lazy(db) == 0)
		db_prepare_all(db);
	else
		db_relief(db);
	return db->connection != NULL ? DB_OK : DB_LOST;
}
