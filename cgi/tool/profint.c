/*
 * profint.c - the command line of Profint.
 */
#include <stdio.h>
#include <string.h>

#include "tool/command.h"

static const struct {
	const char	*name;
	const char	*summary;
	const char	*help;
	int		 (*run)(int argc, char **argv);
} commands[] = {
#define COMMAND(name, summary) \
	{ #name, summary, command_##name##_help, command_##name },
#include "tool/commands.def"
#undef COMMAND
};

enum {
	COMMANDS = sizeof(commands) / sizeof(*commands)
};

static void
usage(FILE *out)
{
	int	i;

	fprintf(out, "usage: profint COMMAND [ARGUMENT]...\n\n");
	for (i = 0; i < COMMANDS; i++)
		fprintf(out, "  %-12s %s\n", commands[i].name,
		    commands[i].summary);
	fprintf(out, "\nprofint COMMAND --help says more.\n"
	    "Exit status: 0 done, 1 it failed, 2 wrong usage.\n\n"
	    "PROFINT_ROOT  folder of i18n, sql and cgi/content "
	    "(the working directory)\n"
	    "PROFINT_DB    the database, as libpq takes it "
	    "(dbname=profint user=profint_owner)\n");
}

static int
wants_help(int argc, char **argv)
{
	int	i;

	for (i = 1; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0)
			return 1;
	return 0;
}

int
main(int argc, char **argv)
{
	int	i;

	if (argc > 1 && (strcmp(argv[1], "--help") == 0 ||
	    strcmp(argv[1], "help") == 0)) {
		usage(stdout);
		return COMMAND_OK;
	}
	for (i = 0; argc > 1 && i < COMMANDS; i++) {
		if (strcmp(argv[1], commands[i].name) != 0)
			continue;
		if (wants_help(argc - 1, argv + 1)) {
			fputs(commands[i].help, stdout);
			return COMMAND_OK;
		}
		return commands[i].run(argc - 1, argv + 1);
	}
	if (argc > 1)
		fprintf(stderr, "profint: there is no command %s\n", argv[1]);
	usage(stderr);
	return COMMAND_USAGE;
}
