/*
 * migrate.c - profint migrate: bring the database's tables up to date.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "base/file.h"
#include "base/mem.h"
#include "tool/command.h"

const char command_migrate_help[] =
"usage: profint migrate [--plan]\n"
"\n"
"Applies the files of sql/schema that the database has not seen, in the\n"
"order of their numbers, each in one transaction.\n"
"\n"
"  --plan  only say which files these are\n";

enum {
	SCRIPT_LIMIT = 8 * 1024 * 1024,
	TRIES = 10		/* when readers stand in the way */
};

struct migration {
	struct db	*db;
	struct mem	*mem;
	char		*folder;
	struct rows	*applied;	/* NULL: none at all */
	int		 plan;
};

static int
complain(const char *name, const char *why)
{
	fprintf(stderr, "profint: %s: %s\n", name, why);
	return -1;
}

static int
ask_applied(struct migration *m)
{
	struct rows	*begun;

	begun = db_ask(m->db, m->mem, Q_MIGRATE_BEGUN, DB_NO_ARGS);
	if (db_run(m->db) != DB_OK) {
		command_no_database(m->db);
		return -1;
	}
	if (strcmp(rows_get(begun, 0, "literate"), "t") != 0)
		return complain("the database", "it is not in UTF-8 with a "
		    "locale that knows all letters: make it anew with "
		    "createdb -T template0 -E UTF8 --locale C.UTF-8");
	if (strcmp(rows_get(begun, 0, "begun"), "t") != 0)
		return 0;
	m->applied = db_ask(m->db, m->mem, Q_MIGRATE_APPLIED, DB_NO_ARGS);
	if (db_run(m->db) == DB_OK)
		return 0;
	command_no_database(m->db);
	return -1;
}

/* "001-content.sql" -> 1 and "001-content"; else -1. */
static int
cut_name(struct mem *mem, const char *file, char **name)
{
	size_t	length = strlen(file);

	if (length < 9 || strspn(file, "0123456789") != 3 || file[3] != '-' ||
	    strcmp(file + length - 4, ".sql") != 0)
		return -1;
	*name = mem_copy(mem, file, length - 4);
	return (int)strtol(file, NULL, 10);
}

/* 1 when applied, 0 when not, -1 when something else was in its place. */
static int
is_applied(struct migration *m, int version, const char *name)
{
	const char	*theirs;
	int		 i;

	for (i = 0; m->applied != NULL && i < rows_count(m->applied); i++) {
		if (strtol(rows_get(m->applied, i, "version"), NULL, 10) !=
		    version)
			continue;
		theirs = rows_get(m->applied, i, "name");
		if (strcmp(theirs, name) == 0)
			return 1;
		return complain(name, mem_format(m->mem, "the database has "
		    "had %s in its place", theirs));
	}
	return 0;
}

/* One try: 0 when the script is applied and recorded. */
static int
try_script(struct migration *m, int version, const char *name,
    const char *script)
{
	const char	*number;

	if (db_begin(m->db) != DB_OK)
		return -1;
	number = mem_format(m->mem, "%d", version);
	if (db_script(m->db, name, script) == DB_OK) {
		db_ask(m->db, m->mem, Q_MIGRATE_RECORD,
		    DB_ARGS(number, name));
		if (db_run(m->db) == DB_OK && db_commit(m->db) == DB_OK)
			return 0;
	}
	db_rollback(m->db);
	return -1;
}

/* Readers may hold what the script wants next while they wait for what it
 * holds; then the server ends one of them (40P01), and it may be us. */
static int
run_script(struct migration *m, int version, const char *name,
    const char *script)
{
	int	tries;

	for (tries = 0; tries < TRIES; tries++) {
		if (try_script(m, version, name, script) == 0)
			return 0;
		if (strcmp(db_error_state(m->db), "40P01") != 0)
			break;
	}
	return -1;
}

static int
apply(struct migration *m, const char *file, int version, const char *name)
{
	const char	*why;
	size_t		 length;
	char		*script;

	if (m->plan) {
		puts(name);
		return 0;
	}
	script = file_read(m->mem, mem_format(m->mem, "%s/%s", m->folder,
	    file), SCRIPT_LIMIT, &length, &why);
	if (script == NULL)
		return complain(name, why);
	if (run_script(m, version, name, script) == -1)
		return complain(name, db_error_text(m->db));
	printf("applied %s\n", name);
	return 0;
}

static int
migrate(struct migration *m)
{
	char	**files, *name;
	int	  version, last = -1, known;

	files = file_names(m->mem, m->folder);
	if (files == NULL)
		return complain(m->folder, "the folder cannot be read");
	for (; *files != NULL; files++) {
		version = cut_name(m->mem, *files, &name);
		if (version == -1)
			continue;
		if (version == last)
			return complain(name, "its number is taken");
		last = version;
		known = is_applied(m, version, name);
		if (known == -1 || (known == 0 &&
		    apply(m, *files, version, name) == -1))
			return -1;
	}
	return 0;
}

int
command_migrate(int argc, char **argv)
{
	struct migration	m = { .plan = argc > 1 };
	int			status;

	if (argc > 2 || (argc == 2 && strcmp(argv[1], "--plan") != 0)) {
		fputs(command_migrate_help, stderr);
		return COMMAND_USAGE;
	}
	m.mem = mem_new();
	m.db = command_database();
	m.folder = command_path(m.mem, "sql/schema");
	status = ask_applied(&m) == 0 && migrate(&m) == 0 ?
	    COMMAND_OK : COMMAND_FAILED;
	db_close(m.db);
	mem_free(m.mem);
	return status;
}
