/*
 * db_private.h - what the files of db share, and nobody else.
 */
#ifndef ADAPT_DB_PRIVATE_H
#define ADAPT_DB_PRIVATE_H

#include <libpq-fe.h>

#include "adapt/db.h"

struct buf;

/* One statement asked, and its answer. */
struct rows {
	struct rows		*next;		/* in the queue */
	struct db		*db;		/* while it is in the queue */
	enum query		 query;
	const char *const	*args;
	PGresult		*result;	/* NULL until answered */
};

struct db_failure {
	char		state[6];		/* "": no connection */
	char		text[600];
	enum query	query;			/* the statement that failed */
	int		stale;			/* prepared too long ago */
	int		passing;		/* worth a second try */
};

struct db {
	char		*conninfo;
	char		*role;
	char		 told[200];		/* db_tell(), as options */
	PGconn		*connection;		/* NULL: none */
	int		 complete;		/* all was prepared once */
	int		 complaining;		/* that it is lost is logged */
	int		 in_block;		/* db_begin() to db_commit() */
	long		 try_at;		/* no connecting before, us */
	unsigned char	 prepared[Q__MAX];

	struct rows	*first;			/* the queue */
	struct rows	**last;

	struct mem	*copy_mem;		/* of a COPY, else NULL */
	struct buf	*copy;
	int		 copy_fields;		/* in this line so far */

	long		 waited;
	long		 received;
	struct db_failure failure;		/* the last */
};

/* 1 when this connection's role may run the statement. */
int		 db_allowed(const struct db *, enum query);

/* 1 when statements are prepared only when asked for: the owner's, since a
 * migration changes the tables they speak of. */
int		 db_is_lazy(const struct db *);

/* Connect unless connected.  DB_OK or DB_LOST. */
enum db_result	 db_connect(struct db *);

/* Close the connection, for the reason noted.  DB_LOST. */
enum db_result	 db_disconnect(struct db *);

/* All is well: say so when the log has the contrary. */
void		 db_relief(struct db *);

/* Log which statement failed and why.  DB_FAILED. */
enum db_result	 db_log_failure(const struct db *);

/* Prepare what is not yet: the queue's statements, or all of the role.
 * DB_OK, DB_FAILED, or DB_LOST, also when a table is not there yet. */
enum db_result	 db_prepare_asked(struct db *);
enum db_result	 db_prepare_all(struct db *);

/* Forget what was prepared, here and in the server. */
void		 db_forget(struct db *);

/* PQgetResult(), but a server that keeps silent is lost to a worker. */
PGresult	*db_next(struct db *);

/* Remember why RESULT (NULL: the connection) failed.  DB_LOST or
 * DB_FAILED. */
enum db_result	 db_note(struct db *, const PGresult *);

/* Clear RESULT.  DB_OK when it is COMMAND_OK, TUPLES_OK or COPY_IN, else
 * noted, and disconnected when that was why. */
enum db_result	 db_take(struct db *, PGresult *);

#endif
