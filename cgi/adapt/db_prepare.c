/*
 * db_prepare.c - the statements of sql/query, prepared in one round trip.
 */
#include <string.h>

#include <libpq-fe.h>

#include "adapt/db.h"
#include "adapt/db_private.h"
#include "base/log.h"

/* 1 when WORD is one of LIST ("site,owner"). */
static int
has_word(const char *list, const char *word)
{
	size_t	length = strlen(word), step;

	for (;; list += step + 1) {
		step = strcspn(list, ",");
		if (step == length && strncmp(list, word, length) == 0)
			return 1;
		if (list[step] == '\0')
			return 0;
	}
}

int
db_allowed(const struct db *db, enum query query)
{
	return has_word(query_files[query].roles, db->role);
}

void
db_forget(struct db *db)
{
	memset(db->prepared, 0, sizeof(db->prepared));
	if (db->connection != NULL)
		db_take(db, PQexec(db->connection, "DEALLOCATE ALL"));
}

/* Each statement with a sync of its own, so that one failure does not hide
 * the others. */
static int
send_wanted(struct db *db, const unsigned char *wanted)
{
	int	query;

	for (query = 0; query < Q__MAX; query++)
		if (wanted[query] && (PQsendPrepare(db->connection,
		    query_files[query].name, query_files[query].text, 0,
		    NULL) == 0 || PQpipelineSync(db->connection) == 0))
			return 0;
	return 1;
}

static enum db_result
receive(struct db *db, int query)
{
	enum db_result	 result = DB_OK;
	PGresult	*answer, *extra;

	answer = db_next(db);
	if (PQresultStatus(answer) == PGRES_COMMAND_OK)
		db->prepared[query] = 1;
	else
		result = db_note(db, answer);
	db->failure.query = (enum query)query;
	while (answer != NULL && (extra = db_next(db)) != NULL)
		PQclear(extra);
	PQclear(answer);
	PQclear(db_next(db));	/* the sync */
	return result;
}

static int
is_missing_table(const struct db_failure *failure)
{
	return strcmp(failure->state, "42P01") == 0;
}

/* The failure that is kept is the first, but a missing table wins: it
 * explains the others. */
static enum db_result
receive_wanted(struct db *db, const unsigned char *wanted)
{
	enum db_result		 result = DB_OK;
	struct db_failure	 kept = { .state = "" };
	int			 query;

	for (query = 0; query < Q__MAX; query++) {
		if (wanted[query] == 0)
			continue;
		switch (receive(db, query)) {
		case DB_OK:
			break;
		case DB_LOST:
			return DB_LOST;
		case DB_FAILED:
			if (result == DB_OK || (is_missing_table(&db->failure)
			    && is_missing_table(&kept) == 0))
				kept = db->failure;
			result = DB_FAILED;
		}
	}
	if (result == DB_FAILED)
		db->failure = kept;
	return result;
}

static enum db_result
prepare(struct db *db, const unsigned char *wanted)
{
	enum db_result	result;

	if (memchr(wanted, 1, Q__MAX) == NULL)
		return DB_OK;
	if (PQenterPipelineMode(db->connection) == 0 ||
	    send_wanted(db, wanted) == 0)
		result = db_note(db, NULL);
	else
		result = receive_wanted(db, wanted);
	if (result == DB_LOST || PQexitPipelineMode(db->connection) == 0)
		return db_disconnect(db);
	return result;
}

/* Not migrated yet, says the server: wait for it like for the server. */
static enum db_result
await_migration(struct db *db)
{
	if (db->complaining == 0)
		log_warn("not migrated yet: %s.sql: %s",
		    query_files[db->failure.query].name, db->failure.text);
	db->complaining = 1;
	return DB_LOST;
}

enum db_result
db_prepare_asked(struct db *db)
{
	unsigned char		 wanted[Q__MAX] = { 0 };
	const struct rows	*rows;
	enum db_result		 result;

	for (rows = db->first; rows != NULL; rows = rows->next)
		wanted[rows->query] = db->prepared[rows->query] == 0;
	result = prepare(db, wanted);
	if (result == DB_FAILED && is_missing_table(&db->failure) &&
	    db_is_lazy(db) == 0)
		return await_migration(db);
	return result;
}

enum db_result
db_prepare_all(struct db *db)
{
	unsigned char	wanted[Q__MAX] = { 0 };
	enum db_result	result;
	int		query;

	for (query = 0; query < Q__MAX; query++)
		wanted[query] = db->prepared[query] == 0 &&
		    db_allowed(db, (enum query)query);
	result = prepare(db, wanted);
	if (result == DB_OK) {
		db->complete = 1;
		db_relief(db);
		return result;
	}
	if (result == DB_LOST)
		return result;
	if (is_missing_table(&db->failure))
		return await_migration(db);
	if (db->complete == 0 && strncmp(db->failure.state, "42", 2) == 0)
		log_die("%s.sql: %s", query_files[db->failure.query].name,
		    db->failure.text);
	return db_log_failure(db);
}
