/*
 * lexicon.c - profint lexicon: which words translate which.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "base/mem.h"
#include "content/lexicon.h"
#include "tool/command.h"
#include "tool/lexicon_show.h"

const char command_lexicon_help[] =
"usage: profint lexicon [--dictionaries FOLDER]\n"
"       profint lexicon show [--json] WORD...\n"
"\n"
"Makes anew what carries a search from one language into the others: the\n"
"names of the glossary's terms, what our own translations teach, and the\n"
"dictionaries of FreeDict that are in FOLDER, as Debian's packages\n"
"dict-freedict-* put them there, as far as they lead to words that our\n"
"texts have.  An import does all this again by itself, with the dictionaries\n"
"that were read last; so this is needed once, and when they have changed.\n"
"\n"
"show says what WORD, or a few words together, are called in each other\n"
"language, how sure that is (1 is certain), and who says so: glossary,\n"
"learned, dictionary.\n"
"\n"
"  --dictionaries FOLDER  where dictionaries are (/usr/share/dictd)\n"
"  --json                 a list of objects\n";

static int
work(struct db *db, struct mem *mem, const char *folder)
{
	struct lexicon_report	 report;
	const char		*why;
	int			 status;

	if (db_begin(db) != DB_OK || lexicon_learn(db, &report) == -1)
		return command_no_database(db);
	status = lexicon_read(db, mem, folder, &report, &why);
	if (status == -2) {
		fprintf(stderr, "profint: %s\n", why);
		return COMMAND_FAILED;
	}
	if (status == -1 || db_commit(db) != DB_OK)
		return command_no_database(db);
	printf("%ld entries from the glossary, %ld learned, "
	    "%ld from dictionaries\n", report.glossary, report.learned,
	    report.dictionary);
	if (*report.names != '\0')
		printf("dictionaries: %s\n", report.names);
	return COMMAND_OK;
}

static int
usage(void)
{
	fputs(command_lexicon_help, stderr);
	return COMMAND_USAGE;
}

int
command_lexicon(int argc, char **argv)
{
	static const struct option	 options[] = {
		{ "dictionaries", required_argument, NULL, 'd' },
		{ "json", no_argument, NULL, 'j' },
		{ NULL, 0, NULL, 0 }
	};
	const char			*folder = "/usr/share/dictd";
	struct mem			*mem;
	struct db			*db;
	int				 option, status, json = 0, show;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'd')
			folder = optarg;
		else if (option == 'j')
			json = 1;
		else
			return usage();
	}
	show = optind < argc && strcmp(argv[optind], "show") == 0;
	if (show ? optind + 1 == argc : json || optind < argc)
		return usage();
	mem = mem_new();
	db = command_database();
	status = show ? lexicon_show(db, mem, argv + optind + 1, json) :
	    work(db, mem, folder);
	db_close(db);
	mem_free(mem);
	return status;
}
