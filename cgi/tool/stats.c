/*
 * stats.c - profint stats: what was counted in a quarter.
 */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "adapt/db.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "tool/command.h"

const char command_stats_help[] =
"usage: profint stats --quarter [--json] [QUARTER]\n"
"\n"
"Says how often modules were begun and finished and worksheets made, and in\n"
"which languages, in a QUARTER like 2026-4 (this one); how many sessions\n"
"and campaigns were opened and about what, how many joins stood for a table,\n"
"and how many sessions had so many people (session-people: 1-5, 6-12, 13-25,\n"
"26-50, 51-).  Nothing else is counted, and nothing leads to a person: what\n"
"happened fewer than 5 times is not shown, nor what would tell it by\n"
"subtraction.\n"
"\n"
"  --json  an object; a count that is not shown is null\n";

static void
print_text(const struct rows *rows)
{
	const char	*count;
	int		 i;

	printf("%s\n", rows_get(rows, 0, "quarter"));
	for (i = 0; i < rows_count(rows); i++) {
		if (rows_get(rows, i, "what") == NULL)
			continue;
		count = rows_get(rows, i, "count");
		printf("%s\t%s\t%s\t%s\n", rows_get(rows, i, "what"),
		    rows_get(rows, i, "by"), rows_get(rows, i, "name"),
		    count != NULL ? count : "few");
	}
}

static void
add_count(struct buf *out, const struct rows *rows, int i)
{
	const char	*count = rows_get(rows, i, "count");

	buf_text(out, i == 0 ? "{\"what\":" : ",{\"what\":");
	json_quote(out, rows_get(rows, i, "what"));
	buf_text(out, ",\"by\":");
	json_quote(out, rows_get(rows, i, "by"));
	buf_text(out, ",\"name\":");
	json_quote(out, rows_get(rows, i, "name"));
	buf_format(out, ",\"count\":%s}", count != NULL ? count : "null");
}

static void
print_json(struct mem *mem, const struct rows *rows)
{
	struct buf	*out = buf_new(mem, 4096);
	int		 i;

	buf_text(out, "{\"quarter\":");
	json_quote(out, rows_get(rows, 0, "quarter"));
	buf_text(out, ",\"counts\":[");
	for (i = 0; i < rows_count(rows); i++)
		if (rows_get(rows, i, "what") != NULL)
			add_count(out, rows, i);
	printf("%s]}\n", out->data);
}

/* Like 2026-4. */
static int
is_quarter(const char *text)
{
	return strlen(text) == 6 && strspn(text, "0123456789") == 4 &&
	    *text != '0' && text[4] == '-' && text[5] >= '1' &&
	    text[5] <= '4';
}

static int
work(struct db *db, struct mem *mem, const char *quarter, int json)
{
	struct rows	*rows;

	rows = db_ask(db, mem, Q_STATS_QUARTER, DB_ARGS(quarter));
	if (db_run(db) != DB_OK)
		return command_no_database(db);
	if (json)
		print_json(mem, rows);
	else
		print_text(rows);
	return COMMAND_OK;
}

static int
usage(void)
{
	fputs(command_stats_help, stderr);
	return COMMAND_USAGE;
}

int
command_stats(int argc, char **argv)
{
	static const struct option	 options[] = {
		{ "quarter", no_argument, NULL, 'q' },
		{ "json", no_argument, NULL, 'j' },
		{ NULL, 0, NULL, 0 }
	};
	const char			*quarter;
	struct mem			*mem;
	struct db			*db;
	int				 option, status, json = 0, asked = 0;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
		if (option == 'q')
			asked = 1;
		else if (option == 'j')
			json = 1;
		else
			return usage();
	quarter = optind < argc ? argv[optind++] : NULL;
	if (asked == 0 || optind < argc ||
	    (quarter != NULL && is_quarter(quarter) == 0))
		return usage();
	mem = mem_new();
	db = command_database();
	status = work(db, mem, quarter, json);
	db_close(db);
	mem_free(mem);
	return status;
}
