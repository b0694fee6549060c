/*
 * export.c - profint export: write a collection's files.
 */
#include <getopt.h>
#include <stdio.h>

#include "adapt/db.h"
#include "base/mem.h"
#include "content/export.h"
#include "tool/command.h"

const char command_export_help[] =
"usage: profint export [--collection NAME] PATH\n"
"\n"
"Writes the content of a collection into folder PATH as canonical files, the\n"
"same that were imported.  Files of the same name are replaced.\n"
"\n"
"  --collection NAME  which collection (shipped)\n";

static int
usage(void)
{
	fputs(command_export_help, stderr);
	return COMMAND_USAGE;
}

int
command_export(int argc, char **argv)
{
	static const struct option	 options[] = {
		{ "collection", required_argument, NULL, 'c' },
		{ NULL, 0, NULL, 0 }
	};
	const char			*name = "shipped", *why;
	struct mem			*mem;
	struct db			*db;
	int				 option, files;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option != 'c')
			return usage();
		name = optarg;
	}
	if (argc - optind != 1)
		return usage();
	mem = mem_new();
	db = command_database();
	files = export_all(db, mem, name, argv[optind], &why);
	if (files == -1)
		fprintf(stderr, "profint: %s\n", why);
	else
		printf("wrote %d files\n", files);
	db_close(db);
	mem_free(mem);
	return files == -1 ? COMMAND_FAILED : COMMAND_OK;
}
