/*
 * purge.h - clearing what is kept no longer, for two commands.
 */
#ifndef TOOL_PURGE_H
#define TOOL_PURGE_H

#include "adapt/db.h"

struct mem;

/*
 * Run QUERY, which deletes some rows and says how many (count), until it
 * finds no more; each time is a transaction of its own, so that nobody waits
 * long.  How many in all, or -1 when the database did not do it.
 */
long	purge_all(struct db *, struct mem *, enum query,
	    const char *const *args);

/*
 * Erase the session or campaign that WHICH names, or all sessions nobody has
 * written in since a day (--session WHICH); PLAN: only say how many; JSON: as
 * an object.  What the command returns.
 */
int	purge_session(struct db *, struct mem *, const char *which, int plan,
	    int json);

#endif
