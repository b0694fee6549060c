/*
 * import.c - profint import: replace collections of content.
 */
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "adapt/db.h"
#include "base/mem.h"
#include "content/check.h"
#include "content/collection.h"
#include "content/fault.h"
#include "content/import.h"
#include "tool/command.h"

const char command_import_help[] =
"usage: profint import [--collection NAME] PATH...\n"
"\n"
"Checks the content in each PATH, a folder of KIND/SLUG folders, and puts\n"
"all of it into the database in one transaction, or nothing.  A folder is a\n"
"collection: what the database held of it before is replaced, what other\n"
"collections hold is not touched.  i18n/content is the collection shipped,\n"
"any other folder is called by its own name.\n"
"\n"
"  --collection NAME  the collection's name, whatever the folder is called\n";

static void
show(int count)
{
	fprintf(stderr, "\rread %d items", count);
}

static void
read_all(struct collection *all, const char *name, int first, int argc,
    char **argv)
{
	if (isatty(STDERR_FILENO))
		all->progress = show;
	for (; first < argc; first++)
		collection_read(all, argv[first], name != NULL ? name :
		    command_collection_name(all->mem, argv[first]), 1);
	if (all->progress != NULL)
		fprintf(stderr, "\r\033[K");
}

static int
import(struct db *db, struct collection *all)
{
	struct import_report	report;

	if (all->faults->count == 0) {
		if (import_known(db, all) == -1)
			return command_no_database(db);
		check_all(all);
	}
	if (all->faults->count > 0) {
		command_faults(all);
		fprintf(stderr, "profint: nothing was imported\n");
		return COMMAND_FAILED;
	}
	if (import_all(db, all, &report) == -1)
		return command_no_database(db);
	printf("imported %d items: %ld new, %ld changed, %ld removed\n",
	    all->count, report.added, report.changed, report.removed);
	return COMMAND_OK;
}

static int
usage(void)
{
	fputs(command_import_help, stderr);
	return COMMAND_USAGE;
}

int
command_import(int argc, char **argv)
{
	static const struct option	 options[] = {
		{ "collection", required_argument, NULL, 'c' },
		{ NULL, 0, NULL, 0 }
	};
	struct collection		*all;
	struct mem			*mem;
	struct db			*db;
	const char			*name = NULL;
	int				 option, status;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option != 'c' || *optarg == '\0')
			return usage();
		name = optarg;
	}
	if (optind == argc)
		return usage();
	mem = mem_new();
	db = command_database();
	all = command_collection(mem);
	read_all(all, name, optind, argc, argv);
	status = import(db, all);
	db_close(db);
	mem_free(mem);
	return status;
}
