/*
 * db.h - the one door to libpq: named statements, one pipeline a page.
 *
 * Statements are the files of sql/query; `make` turns them into
 * build/query.h (enum query: sql/query/item-page.sql is Q_ITEM_PAGE) and
 * build/query.c.  A worker prepares its role's when the connection opens;
 * the owner each when first asked, since migrations change the tables.
 * There is no way to run text that is not one of these files, but
 * db_script(), which only `profint migrate` uses.
 */
#ifndef ADAPT_DB_H
#define ADAPT_DB_H

#include "query.h"

struct db;
struct mem;
struct rows;

enum db_result {
	DB_OK = 0,
	DB_LOST = -1,		/* no database now: answer 503 */
	DB_FAILED = -2		/* a statement failed, logged: answer 500 */
};

/*
 * A connection that will exist.  CONNINFO as libpq takes it.  Does not
 * fail: db_run() connects when needed, at most one try every 100 ms.
 * ROLE is "site" (which only reads), "learn" or "owner"; only statements whose first comment line names
 * it in its last parentheses, "(site)" or "(site,owner)", may be asked.
 * Bad SQL ends a worker with the file's name and PostgreSQL's reason when
 * it first connects; a missing table does not, it is waited for.
 */
struct db	*db_open(const char *conninfo, const char *role);

/*
 * Tell every connection that is opened from now on that the setting
 * profint.NAME has this VALUE (letters and digits).  ROLE's statements may
 * ask for it.
 */
void		 db_tell(struct db *, const char *name, const char *value);

/* 1 when connected (after one try, if it is time for one) and, for a
 * worker, all its statements could be prepared; else 0. */
int		 db_ready(struct db *);

/*
 * Queue one statement for the next db_run().  ARGS: as many strings (text
 * format, NULL = SQL NULL) as the statement has $n; the strings must live
 * until db_run(), the array need not.  A list of another length ends the
 * program: it is a mistake of ours.  Returns rows that are filled by
 * db_run() and live in MEM.
 */
struct rows	*db_ask(struct db *, struct mem *, enum query,
		    const char *const *args);

#define DB_ARGS(...)	((const char *const []){ __VA_ARGS__, db_end })
#define DB_NO_ARGS	((const char *const []){ db_end })

/* Stands behind the last argument. */
extern const char	 db_end[];

/*
 * Send all queued statements in one pipeline with one sync (one implicit
 * transaction) and read every answer.  When nothing but reads was queued,
 * it repeats what failed: once after a lost connection, up to three times
 * when prepared statements went stale (0A000 "cached plan", 26000) or a
 * migration stood in the way (40P01).  A worker takes a server that says
 * nothing for three seconds for lost.
 */
enum db_result	 db_run(struct db *);

/* What the last db_run() failed with: SQLSTATE ("23505", "" when the
 * connection died) and PostgreSQL's message.  For the command line. */
const char	*db_error_state(const struct db *);
const char	*db_error_text(const struct db *);

/* One transaction over several db_run(): the command line only. */
enum db_result	 db_begin(struct db *);
enum db_result	 db_commit(struct db *);
void		 db_rollback(struct db *);

/* COPY into a table: db_copy_start(db, Q_COPY_…), rows of tab separated
 * fields, each escaped by db_copy_field(), then db_copy_end(). */
enum db_result	 db_copy_start(struct db *, enum query);
void		 db_copy_field(struct db *, const char *value);
enum db_result	 db_copy_line(struct db *);
enum db_result	 db_copy_end(struct db *);

/* Run a script of many statements (a migration). */
enum db_result	 db_script(struct db *, const char *name, const char *sql);

/* Microseconds spent waiting and rows received since db_open(). */
long		 db_waited(const struct db *);
long		 db_received(const struct db *);

void		 db_close(struct db *);

/* --- rows ------------------------------------------------------------- */

enum rows_type {
	ROWS_TEXT,
	ROWS_NUMBER,		/* int2 int4 int8 */
	ROWS_BOOL,		/* "t" or "f" */
	ROWS_JSON,		/* json, jsonb: nested lists */
	ROWS_XML		/* xml, straight from a table column */
};

int		 rows_count(const struct rows *);
int		 rows_columns(const struct rows *);
const char	*rows_name(const struct rows *, int column);
enum rows_type	 rows_type(const struct rows *, int column);

/* The value as text, NULL for SQL NULL.  Lives as long as the MEM that
 * was given to db_ask(). */
const char	*rows_value(const struct rows *, int row, int column);

/* The value by column name; a name that is not there ends the program:
 * it is a mistake of ours. */
const char	*rows_get(const struct rows *, int row, const char *name);

#endif
