/*
 * erased.c - profint erased: the list of erasures, outside the database.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "adapt/db.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "tool/command.h"
#include "tool/purge.h"

const char command_erased_help[] =
"usage: profint erased export FILE\n"
"       profint erased replay FILE\n"
"\n"
"Somebody who erases their work must not find it again in a backup that is\n"
"restored.  export adds to FILE what the database knows of erasures: a hash\n"
"of the space's random number and a day, a line each; lines older than 60\n"
"days go, when backups are as old as 30 at most.  To be run every quarter\n"
"of an hour (profint-erased.timer), into a file that is not restored with\n"
"the database.\n"
"\n"
"replay, after a restore and before the site is served again, erases\n"
"whatever FILE names.  It may be repeated.\n";

enum {
	LIMIT = 256 * 1024 * 1024,
	HASH = 64,		/* hex digits */
	DAY = 10,		/* 2026-11-21 */
	LINE = HASH + 1 + DAY,
	DAYS = 60
};

struct erased {
	struct db	*db;
	struct mem	*mem;
	const char	*path;
};

static int
complain(const char *path, const char *why)
{
	fprintf(stderr, "profint: %s: %s\n", path, why);
	return COMMAND_FAILED;
}

static int
is_line(const char *line)
{
	static const char	digits[] = "0123456789";
	const char		*day = line + HASH + 1;

	return strlen(line) == LINE &&
	    strspn(line, "0123456789abcdef") == HASH && line[HASH] == ' ' &&
	    strspn(day, digits) == 4 && day[4] == '-' &&
	    strspn(day + 5, digits) == 2 && day[7] == '-' &&
	    strspn(day + 8, digits) == 2;
}

/* The file's text in *TEXT, each line known to be one; NULL when there is
 * no file.  0, or -1 with a complaint. */
static int
read_list(const struct erased *e, char **text)
{
	const char	*why;
	char		*copy, *line;
	size_t		 length;
	int		 number = 0;

	*text = NULL;
	if (file_is_there(e->path) == 0)
		return 0;
	*text = file_read(e->mem, e->path, LIMIT, &length, &why);
	if (*text == NULL) {
		complain(e->path, why);
		return -1;
	}
	copy = mem_copy(e->mem, *text, length);
	while ((line = strsep(&copy, "\n")) != NULL) {
		number++;
		if (*line == '\0' || is_line(line))
			continue;
		complain(e->path, mem_format(e->mem,
		    "line %d is no erasure", number));
		return -1;
	}
	return 0;
}

/* The day before which nothing needs to be known. */
static const char *
oldest(struct mem *mem)
{
	time_t		then = time(NULL) - DAYS * 86400L;
	struct tm	parts;
	char		day[DAY + 1];

	gmtime_r(&then, &parts);
	strftime(day, sizeof(day), "%Y-%m-%d", &parts);
	return mem_dup(mem, day);
}

/* Lines of the file that the database does not know any more stay. */
static void
add_old(const struct erased *e, struct buf *out, char *text)
{
	const char	*from = oldest(e->mem);
	char		*line, *known = mem_copy(e->mem, out->data,
			    out->length);

	while ((line = strsep(&text, "\n")) != NULL)
		if (*line != '\0' && strcmp(line + HASH + 1, from) >= 0 &&
		    strstr(known, mem_copy(e->mem, line, HASH)) == NULL)
			buf_format(out, "%s\n", line);
}

static int
export(const struct erased *e)
{
	struct buf	*out = buf_new(e->mem, 4096);
	struct rows	*rows;
	const char	*why;
	char		*old;
	int		 i;

	if (read_list(e, &old) == -1)
		return COMMAND_FAILED;
	rows = db_ask(e->db, e->mem, Q_ERASED_LIST, DB_NO_ARGS);
	if (db_run(e->db) != DB_OK)
		return command_no_database(e->db);
	for (i = 0; i < rows_count(rows); i++)
		buf_format(out, "%s %s\n", rows_get(rows, i, "hash"),
		    rows_get(rows, i, "day"));
	add_old(e, out, old);
	if (file_write(e->mem, e->path, out->data, out->length, &why) == -1)
		return complain(e->path, why);
	return COMMAND_OK;
}

static int
replay(const struct erased *e)
{
	char	*text, *line, *day;
	long	 count;

	if (read_list(e, &text) == -1)
		return COMMAND_FAILED;
	if (text == NULL)
		return complain(e->path, "it is not there");
	while ((line = strsep(&text, "\n")) != NULL) {
		if (*line == '\0')
			continue;
		day = line + HASH + 1;
		line[HASH] = '\0';
		db_ask(e->db, e->mem, Q_ERASED_ADD, DB_ARGS(line, day));
		if (db_run(e->db) != DB_OK)
			return command_no_database(e->db);
	}
	count = purge_all(e->db, e->mem, Q_PURGE_ERASED, DB_NO_ARGS);
	if (count == -1)
		return command_no_database(e->db);
	printf("%ld spaces were erased again\n", count);
	return COMMAND_OK;
}

int
command_erased(int argc, char **argv)
{
	struct erased	e = { .mem = NULL };
	int		status;

	if (argc != 3 || (strcmp(argv[1], "export") != 0 &&
	    strcmp(argv[1], "replay") != 0)) {
		fputs(command_erased_help, stderr);
		return COMMAND_USAGE;
	}
	e.mem = mem_new();
	e.path = argv[2];
	e.db = command_database();
	status = *argv[1] == 'e' ? export(&e) : replay(&e);
	db_close(e.db);
	mem_free(e.mem);
	return status;
}
