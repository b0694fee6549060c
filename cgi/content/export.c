/*
 * export.c - write a collection's files out of the database.
 */
#include <sys/stat.h>

#include <errno.h>
#include <string.h>

#include "adapt/db.h"
#include "base/file.h"
#include "base/mem.h"
#include "content/export.h"

static int
make_folder(struct mem *mem, const char *path, const char **why)
{
	if (mkdir(path, 0777) == 0 || (errno == EEXIST &&
	    file_is_folder(path)))
		return 0;
	*why = mem_format(mem, "%s: the folder cannot be made: %s", path,
	    strerror(errno));
	return -1;
}

static int
write_row(struct mem *mem, const char *path, const struct rows *rows, int row,
    const char **why)
{
	const char	*body, *reason;

	path = mem_format(mem, "%s/%s", path, rows_get(rows, row, "kind"));
	if (make_folder(mem, path, why) == -1)
		return -1;
	path = mem_format(mem, "%s/%s", path, rows_get(rows, row, "slug"));
	if (make_folder(mem, path, why) == -1)
		return -1;
	path = mem_format(mem, "%s/%s.xml", path,
	    rows_get(rows, row, "name"));
	body = rows_get(rows, row, "body");
	if (file_write(mem, path, body, strlen(body), &reason) == 0)
		return 0;
	*why = mem_format(mem, "%s: %s", path, reason);
	return -1;
}

int
export_all(struct db *db, struct mem *mem, const char *collection,
    const char *path, const char **why)
{
	struct rows	*rows;
	int		 i;

	rows = db_ask(db, mem, Q_EXPORT_FILES, DB_ARGS(collection));
	if (db_run(db) != DB_OK) {
		*why = db_error_text(db);
		return -1;
	}
	if (rows_count(rows) == 0) {
		*why = mem_format(mem, "there is no collection called %s",
		    collection);
		return -1;
	}
	if (make_folder(mem, path, why) == -1)
		return -1;
	for (i = 0; i < rows_count(rows); i++)
		if (write_row(mem, path, rows, i, why) == -1)
			return -1;
	return rows_count(rows);
}
