/*
 * db_owner.c - what only the command line does: blocks, COPY, scripts.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libpq-fe.h>

#include "adapt/db.h"
#include "adapt/db_private.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"

#define COPY_SEND	65536		/* bytes gathered before sending */

enum db_result
db_begin(struct db *db)
{
	enum db_result	result;

	if ((result = db_connect(db)) != DB_OK)
		return result;
	result = db_take(db, PQexec(db->connection, "BEGIN"));
	db->in_block = result == DB_OK;
	return result;
}

enum db_result
db_commit(struct db *db)
{
	enum db_result	 result;
	PGresult	*answer;
	int		 undone;

	if (db->connection == NULL)
		return DB_LOST;
	answer = PQexec(db->connection, "COMMIT");
	/* A block in which something failed is closed by COMMIT as well. */
	undone = strcmp(PQcmdStatus(answer), "ROLLBACK") == 0;
	result = db_take(db, answer);
	db->in_block = 0;
	return result == DB_OK && undone ? DB_FAILED : result;
}

void
db_rollback(struct db *db)
{
	if (db->connection == NULL || db->in_block == 0)
		return;
	db->in_block = 0;
	/* The reason for rolling back is worth more than how it went. */
	PQclear(PQexec(db->connection, "ROLLBACK"));
}

enum db_result
db_copy_start(struct db *db, enum query query)
{
	const struct query_file	*file = &query_files[query];
	enum db_result		 result;

	if (db_allowed(db, query) == 0)
		log_die("%s.sql is not for role %s", file->name, db->role);
	if ((result = db_connect(db)) != DB_OK)
		return result;
	db->failure.query = query;
	/* Run but once an import: not worth preparing. */
	result = db_take(db, PQexecParams(db->connection, file->text, 0,
	    NULL, NULL, NULL, NULL, 0));
	if (result != DB_OK)
		return result == DB_FAILED ? db_log_failure(db) : result;
	db->copy_mem = mem_new();
	db->copy = buf_new(db->copy_mem, COPY_SEND * 2);
	db->copy_fields = 0;
	return DB_OK;
}

void
db_copy_field(struct db *db, const char *value)
{
	if (db->copy == NULL)
		return;
	if (db->copy_fields++ > 0)
		buf_char(db->copy, '\t');
	if (value == NULL) {
		buf_text(db->copy, "\\N");
		return;
	}
	for (; *value != '\0'; value++)
		switch (*value) {
		case '\\':
			buf_text(db->copy, "\\\\");
			break;
		case '\t':
			buf_text(db->copy, "\\t");
			break;
		case '\n':
			buf_text(db->copy, "\\n");
			break;
		case '\r':
			buf_text(db->copy, "\\r");
			break;
		default:
			buf_char(db->copy, *value);
		}
}

static enum db_result
copy_send(struct db *db)
{
	int	sent;

	sent = PQputCopyData(db->connection, db->copy->data,
	    (int)db->copy->length);
	buf_clear(db->copy);
	return sent == 1 ? DB_OK : db_note(db, NULL);
}

enum db_result
db_copy_line(struct db *db)
{
	if (db->copy == NULL)
		return DB_FAILED;
	buf_char(db->copy, '\n');
	db->copy_fields = 0;
	if (db->copy->length > INT_MAX)
		log_die("a line of %zu bytes", db->copy->length);
	return db->copy->length < COPY_SEND ? DB_OK : copy_send(db);
}

enum db_result
db_copy_end(struct db *db)
{
	enum db_result	 result;
	PGresult	*answer;

	if (db->copy == NULL)
		return DB_FAILED;
	result = copy_send(db);
	mem_free(db->copy_mem);
	db->copy_mem = NULL;
	db->copy = NULL;
	if (result != DB_OK || PQputCopyEnd(db->connection, NULL) != 1)
		return db_disconnect(db);
	while ((answer = PQgetResult(db->connection)) != NULL)
		if (result == DB_OK)
			result = db_take(db, answer);
		else
			PQclear(answer);
	if (result == DB_LOST)
		return result;
	return result != DB_OK ? db_log_failure(db) : result;
}

/* The line of SQL in which RESULT's error stands, 0 when it does not say. */
static int
error_line(const PGresult *result, const char *sql)
{
	const char	*position;
	long		 left;
	int		 line = 1;

	position = PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
	if (position == NULL)
		return 0;
	/* The position counts characters: skip UTF-8's further bytes. */
	for (left = strtol(position, NULL, 10); *sql != '\0'; sql++)
		if ((*sql & 0xc0) != 0x80) {
			if (--left <= 0)
				break;
			line += *sql == '\n';
		}
	return line;
}

enum db_result
db_script(struct db *db, const char *name, const char *sql)
{
	enum db_result	 result;
	PGresult	*answer;
	int		 line;

	if ((result = db_connect(db)) != DB_OK)
		return result;
	answer = PQexec(db->connection, sql);
	line = error_line(answer, sql);
	result = db_take(db, answer);
	/* It may have changed what prepared statements speak of. */
	if (result == DB_OK)
		db_forget(db);
	else if (result == DB_FAILED)
		log_warn("%s:%d: %s", name, line, db->failure.text);
	return result;
}
