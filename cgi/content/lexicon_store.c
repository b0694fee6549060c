/*
 * lexicon_store.c - what a source says now takes the place of what it said.
 */
#include <stdlib.h>

#include "adapt/db.h"
#include "base/mem.h"
#include "content/lexicon_private.h"

int
lexicon_run(struct db *db, struct mem *mem, const enum query *steps,
    size_t count)
{
	size_t	i;

	for (i = 0; i < count; i++) {
		db_ask(db, mem, steps[i], DB_NO_ARGS);
		if (db_run(db) != DB_OK)
			return -1;
	}
	return 0;
}

int
lexicon_store(struct db *db, struct mem *mem, const char *source,
    const char *version, long *entries)
{
	struct rows	*rows;

	db_ask(db, mem, Q_LEXICON_FORGET, DB_ARGS(source));
	db_ask(db, mem, Q_LEXICON_ADD, DB_ARGS(source));
	rows = db_ask(db, mem, Q_LEXICON_STATE, DB_ARGS(source, version));
	if (db_run(db) != DB_OK)
		return -1;
	*entries = atol(rows_get(rows, 0, "entries"));
	return 0;
}
