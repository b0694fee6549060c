/*
 * import.c - put collections into the database, whole or not at all.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "base/mem.h"
#include "content/collection.h"
#include "content/import.h"
#include "content/import_private.h"
#include "content/lexicon.h"

/* Between staging and commit, in this order. */
static const enum query	before_count[] = {
	Q_IMPORT_LANGUAGE_FREE, Q_IMPORT_LANGUAGE,
	Q_IMPORT_KIND_FREE, Q_IMPORT_KIND,
	Q_IMPORT_RENAME
};
static const enum query	after_count[] = {
	Q_IMPORT_ITEM_REMOVE, Q_IMPORT_ITEM, Q_IMPORT_ITEM_NUMBER,
	Q_IMPORT_READY, Q_IMPORT_CHANGED, Q_IMPORT_ALIAS, Q_IMPORT_AREA,
	Q_IMPORT_LINK, Q_IMPORT_FACT, Q_IMPORT_SEGMENT, Q_IMPORT_TEXT,
	Q_IMPORT_SECTION, Q_IMPORT_STEP, Q_IMPORT_RIGHT,
	Q_IMPORT_FIELD, Q_IMPORT_FILE,
	Q_IMPORT_LANGUAGE_REMOVE, Q_IMPORT_KIND_REMOVE, Q_IMPORT_SEARCH,
	Q_IMPORT_BROWSE, Q_IMPORT_DONE
};

static int
is_read(const struct collection *all, const char *name)
{
	int	i;

	for (i = 0; i < all->name_count; i++)
		if (strcmp(all->names[i], name) == 0)
			return 1;
	return 0;
}

int
import_known(struct db *db, struct collection *all)
{
	struct known	*known;
	struct rows	*rows;
	const char	*name;
	int		 i;

	rows = db_ask(db, all->mem, Q_IMPORT_KNOWN, DB_NO_ARGS);
	if (db_run(db) != DB_OK)
		return -1;
	known = mem_get(all->mem,
	    ((size_t)rows_count(rows) + 1) * sizeof(*known));
	all->known = known;
	all->known_count = 0;
	for (i = 0; i < rows_count(rows); i++) {
		name = rows_get(rows, i, "collection");
		if (is_read(all, name))
			continue;
		known[all->known_count].kind = rows_get(rows, i, "kind");
		known[all->known_count].slug = rows_get(rows, i, "slug");
		known[all->known_count++].collection = name;
	}
	return 0;
}

static int
run(struct db *db, struct mem *mem, enum query query)
{
	db_ask(db, mem, query, DB_NO_ARGS);
	return db_run(db) == DB_OK ? 0 : -1;
}

static int
run_list(struct db *db, struct mem *mem, const enum query *list, size_t count)
{
	size_t	i;

	for (i = 0; i < count; i++)
		if (run(db, mem, list[i]) == -1)
			return -1;
	return 0;
}

static int
count(struct db *db, struct mem *mem, struct import_report *report)
{
	struct rows	*rows;

	rows = db_ask(db, mem, Q_IMPORT_COUNT, DB_NO_ARGS);
	if (db_run(db) != DB_OK)
		return -1;
	report->added = strtol(rows_get(rows, 0, "added"), NULL, 10);
	report->changed = strtol(rows_get(rows, 0, "changed"), NULL, 10);
	report->removed = strtol(rows_get(rows, 0, "removed"), NULL, 10);
	return 0;
}

#define RUN_LIST(db, mem, list) \
	run_list((db), (mem), (list), sizeof(list) / sizeof(*(list)))

static int
is_changed(const struct import_report *report)
{
	return report->added + report->changed + report->removed > 0;
}

static int
work(struct db *db, struct collection *all, struct import_report *report)
{
	struct lexicon_report	lexicon;

	if (run(db, all->mem, Q_IMPORT_LOCK) == -1 ||
	    run(db, all->mem, Q_IMPORT_STAGE) == -1 ||
	    import_rows(db, all) == -1 ||
	    RUN_LIST(db, all->mem, before_count) == -1 ||
	    count(db, all->mem, report) == -1 ||
	    RUN_LIST(db, all->mem, after_count) == -1 ||
	    (is_changed(report) && lexicon_renew(db, &lexicon) == -1))
		return -1;
	return db_commit(db) == DB_OK ? 0 : -1;
}

int
import_all(struct db *db, struct collection *all, struct import_report *report)
{
	if (db_begin(db) != DB_OK)
		return -1;
	if (work(db, all, report) == 0)
		return 0;
	db_rollback(db);
	return -1;
}
