/*
 * lexicon_read.c - what dictionaries say about our languages.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/icu.h"
#include "base/file.h"
#include "base/mem.h"
#include "content/lexicon.h"
#include "content/lexicon_dictd.h"
#include "content/lexicon_private.h"

#define PREFIX	"freedict-"

struct reading {
	struct db	*db;
	struct mem	*mem;
	struct rows	*languages;
	const char	*from, *to;
};

static void
put(void *to, const char *headword, const char *translation, int rank)
{
	struct reading	*reading = to;

	db_copy_field(reading->db, reading->from);
	db_copy_field(reading->db, headword);
	db_copy_field(reading->db, reading->to);
	db_copy_field(reading->db, translation);
	db_copy_field(reading->db, mem_format(reading->mem, "%d", rank));
	db_copy_line(reading->db);
}

/* Our tag for a language of three letters, NULL when it is none of ours. */
static const char *
tag(const struct reading *reading, const char *letters)
{
	const char	*iso, *lang;
	int		 i;

	for (i = 0; i < rows_count(reading->languages); i++) {
		lang = rows_get(reading->languages, i, "lang");
		iso = icu_iso3(reading->mem, lang);
		if (strncmp(iso, letters, 3) == 0)
			return lang;
	}
	return NULL;
}

/* freedict-fra-ita.index: 1, and the languages are noted. */
static int
is_ours(struct reading *reading, const char *name)
{
	const size_t	prefix = sizeof(PREFIX) - 1;

	if (strncmp(name, PREFIX, prefix) != 0 ||
	    strlen(name) != prefix + 7 + 6 || name[prefix + 3] != '-' ||
	    strcmp(name + prefix + 7, ".index") != 0)
		return 0;
	reading->from = tag(reading, name + prefix);
	reading->to = tag(reading, name + prefix + 4);
	return reading->from != NULL && reading->to != NULL;
}

/* Every dictionary of FOLDER that is ours, into the table of the COPY that
 * is open. */
static int
read_folder(struct reading *reading, const char *folder, const char **why)
{
	char	**names = file_names(reading->mem, folder);
	char	*path;

	for (; names != NULL && *names != NULL; names++) {
		if (is_ours(reading, *names) == 0)
			continue;
		path = mem_format(reading->mem, "%s/%s", folder, *names);
		path[strlen(path) - strlen(".index")] = '\0';
		if (dictd_read(reading->mem, path, put, reading, why) == -1)
			return -2;
	}
	return 0;
}

static int
run(struct reading *reading, enum query query)
{
	db_ask(reading->db, reading->mem, query, DB_NO_ARGS);
	return db_run(reading->db) == DB_OK ? 0 : -1;
}

static int
work(struct reading *reading, const char *folder, const char **why)
{
	static const enum query	steps[] = {
		Q_LEXICON_DICTIONARY_READY, Q_LEXICON_DICTIONARY_PHRASE,
		Q_LEXICON_DICTIONARY_READY, Q_LEXICON_DICTIONARY,
		Q_LEXICON_DONE, Q_LEXICON_PIVOT, Q_LEXICON_DONE
	};
	size_t			 i;
	int			 status;

	reading->languages = db_ask(reading->db, reading->mem,
	    Q_LEXICON_LANGUAGES, DB_NO_ARGS);
	if (run(reading, Q_LEXICON_DICTIONARY_STAGE) == -1 ||
	    lexicon_forget(reading->db, reading->mem, "dictionary") == -1 ||
	    db_copy_start(reading->db, Q_LEXICON_DICTIONARY_COPY) != DB_OK)
		return -1;
	status = read_folder(reading, folder, why);
	if (db_copy_end(reading->db) != DB_OK)
		return -1;
	for (i = 0; status == 0 && i < sizeof(steps) / sizeof(*steps); i++)
		status = run(reading, steps[i]);
	return status;
}

int
lexicon_read(struct db *db, struct mem *mem, const char *folder,
    struct lexicon_report *report, const char **why)
{
	struct reading	reading = { .db = db, .mem = mem_new() };
	int		status;

	status = work(&reading, folder, why);
	if (status == -2)
		*why = mem_dup(mem, *why);
	if (status == 0)
		status = lexicon_note(db, reading.mem, "dictionary", folder,
		    &report->dictionary);
	mem_free(reading.mem);
	return status;
}
