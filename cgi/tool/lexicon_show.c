/*
 * lexicon_show.c - what a word is called in the other languages.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "tool/command.h"
#include "tool/lexicon_show.h"

static void
print_json(struct mem *mem, const struct rows *rows)
{
	struct buf	*out = buf_new(mem, 4096);
	int		 i;

	for (i = 0; i < rows_count(rows); i++) {
		json_member(out, i == 0 ? "[{" : ",\n {", "lang", rows_get(rows,
		    i, "lang"));
		json_member(out, ",", "word", rows_get(rows, i, "word"));
		json_member(out, ",", "target_lang", rows_get(rows, i,
		    "target_lang"));
		json_member(out, ",", "target", rows_get(rows, i, "target"));
		buf_format(out, ",\"weight\":%s", rows_get(rows, i, "weight"));
		json_member(out, ",", "source", rows_get(rows, i, "source"));
		buf_char(out, '}');
	}
	buf_text(out, rows_count(rows) == 0 ? "[]\n" : "]\n");
	fputs(out->data, stdout);
}

static int
is_new(const struct rows *rows, int i, const char *name)
{
	return i == 0 || strcmp(rows_get(rows, i, name),
	    rows_get(rows, i - 1, name)) != 0;
}

static void
print(const struct rows *rows)
{
	int	i;

	for (i = 0; i < rows_count(rows); i++) {
		if (is_new(rows, i, "lang") || is_new(rows, i, "word") ||
		    is_new(rows, i, "target_lang"))
			printf("%s%s (%s) in %s:\n", i == 0 ? "" : "\n",
			    rows_get(rows, i, "word"),
			    rows_get(rows, i, "lang"),
			    rows_get(rows, i, "target_lang"));
		printf("  %.2f  %-10s  %s\n",
		    strtod(rows_get(rows, i, "weight"), NULL),
		    rows_get(rows, i, "source"), rows_get(rows, i, "target"));
	}
}

int
lexicon_show(struct db *db, struct mem *mem, char **words, int json)
{
	struct buf	*question = buf_new(mem, 64);
	struct rows	*rows;

	for (; *words != NULL; words++) {
		if (utf8_is_text(*words, strlen(*words)) == 0) {
			fprintf(stderr, "profint: this is no text\n");
			return COMMAND_FAILED;
		}
		buf_text(question, *words);
		buf_char(question, ' ');
	}
	rows = db_ask(db, mem, Q_LEXICON_SHOW, DB_ARGS(question->data));
	if (db_run(db) != DB_OK)
		return command_no_database(db);
	if (json)
		print_json(mem, rows);
	else
		print(rows);
	if (rows_count(rows) > 0)
		return COMMAND_OK;
	fprintf(stderr, "profint: nobody says what this is elsewhere\n");
	return COMMAND_FAILED;
}
