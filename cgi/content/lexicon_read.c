/*
 * lexicon_read.c - what dictionaries say about our languages.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/icu.h"
#include "base/buf.h"
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
	struct buf	*names;		/* of dictionaries that were read */
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
		buf_format(reading->names, "%s%.7s",
		    reading->names->length == 0 ? "" : " ",
		    *names + sizeof(PREFIX) - 1);
	}
	return 0;
}

/* 0, -1 when the database failed, -2 when a dictionary is broken. */
static int
stage(struct reading *reading, const char *folder, const char **why)
{
	static const enum query	before[] = { Q_LEXICON_STAGE };
	static const enum query	after[] = {
		Q_LEXICON_READY, Q_LEXICON_DICTIONARY_PHRASE,
		Q_LEXICON_READY, Q_LEXICON_DICTIONARY_NAME,
		Q_LEXICON_READY, Q_LEXICON_DICTIONARY_PAIR,
		Q_LEXICON_READY, Q_LEXICON_DICTIONARY, Q_LEXICON_READY
	};
	int			status;

	reading->languages = db_ask(reading->db, reading->mem,
	    Q_LEXICON_LANGUAGES, DB_NO_ARGS);
	if (lexicon_run(reading->db, reading->mem, before, 1) == -1 ||
	    db_copy_start(reading->db, Q_LEXICON_DICTIONARY_COPY) != DB_OK)
		return -1;
	status = read_folder(reading, folder, why);
	if (db_copy_end(reading->db) != DB_OK)
		return -1;
	return status != 0 ? status : lexicon_run(reading->db, reading->mem,
	    after, sizeof(after) / sizeof(*after));
}

/* NOTHING: when there is no dictionary, forget what others said. */
static int
work(struct reading *reading, const char *folder, int nothing,
    struct lexicon_report *report, const char **why)
{
	static const enum query	done[] = { Q_LEXICON_DONE };
	int			status = stage(reading, folder, why);

	if (status != 0 || (nothing == 0 && reading->names->length == 0))
		return status;
	if (lexicon_store(reading->db, reading->mem, "dictionary", folder,
	    &report->dictionary) == -1)
		return -1;
	return lexicon_run(reading->db, reading->mem, done, 1);
}

int
lexicon_read(struct db *db, struct mem *mem, const char *folder,
    struct lexicon_report *report, const char **why)
{
	struct reading	reading = { .db = db, .mem = mem_new() };
	int		status;

	reading.names = buf_new(reading.mem, 128);
	status = work(&reading, folder, 1, report, why);
	if (status == -2)
		*why = mem_dup(mem, *why);
	report->names = mem_dup(mem, reading.names->data);
	mem_free(reading.mem);
	return status;
}

int
lexicon_renew(struct db *db, struct lexicon_report *report)
{
	struct reading	 reading = { .db = db, .mem = mem_new() };
	struct rows	*folder;
	const char	*why;
	int		 status = lexicon_learn(db, report);

	reading.names = buf_new(reading.mem, 128);
	folder = db_ask(db, reading.mem, Q_LEXICON_FOLDER, DB_NO_ARGS);
	if (status == 0)
		status = db_run(db) == DB_OK ? 0 : -1;
	if (status == 0 && rows_count(folder) > 0)
		status = work(&reading, rows_get(folder, 0, "folder"), 0,
		    report, &why);
	mem_free(reading.mem);
	return status == -1 ? -1 : 0;
}
