/*
 * check.c - profint check: say what is wrong with content.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/check.h"
#include "content/collection.h"
#include "content/fault.h"
#include "content/warn.h"
#include "tool/command.h"

const char command_check_help[] =
"usage: profint check [--json] [--strict] [--facts-older MONTHS] PATH...\n"
"\n"
"Says what is wrong with the content in each PATH: a folder of KIND/SLUG\n"
"folders, the folder of one kind, or the folder of one item.  Items may\n"
"refer to each other across all PATHs.  Needs no database.\n"
"\n"
"Where nothing is wrong it warns of what may be: a term of the glossary or\n"
"a number, link or name that a translation has not, another length, a word\n"
"that should not be used (i18n/thesaurus), long sentences.\n"
"\n"
"  --strict              a warning is a failure, too\n"
"  --facts-older MONTHS  warn of sources only that were last looked at\n"
"                        more than so many months ago\n"
"  --json                on standard output: a list of\n"
"                        {\"level\", \"file\", \"line\", \"text\"}\n";

struct options {
	int	json;
	int	strict;
	long	months;		/* -1: not asked for */
};

/* Today so many months ago, as 2026-11-21. */
static const char *
months_ago(struct mem *mem, long months)
{
	time_t		now = time(NULL);
	struct tm	day;
	long		count;

	gmtime_r(&now, &day);
	count = (day.tm_year + 1900L) * 12 + day.tm_mon - months;
	return mem_format(mem, "%04ld-%02ld-%02d", count / 12,
	    count % 12 + 1, day.tm_mday);
}

static void
warn(struct collection *all, const struct options *options,
    struct faults *warnings)
{
	struct warn_lists	*lists;

	if (options->months >= 0) {
		warn_facts(all, months_ago(all->mem, options->months),
		    warnings);
		return;
	}
	lists = warn_open(all, command_path(all->mem, "i18n/thesaurus"));
	if (all->faults->count == 0)
		warn_texts(all, lists, warnings);
}

static void
add_json(struct buf *out, const struct faults *faults, const char *level)
{
	const struct fault	*fault;

	for (fault = faults->first; fault != NULL; fault = fault->next) {
		buf_format(out, "%s\n{\"level\":\"%s\",\"file\":",
		    out->length > 1 ? "," : "", level);
		json_quote(out, fault->file);
		buf_format(out, ",\"line\":%d,\"text\":", fault->line);
		json_quote(out, fault->text);
		buf_char(out, '}');
	}
}

static void
print_json(const struct collection *all, const struct faults *warnings)
{
	struct buf	*out;

	out = buf_new(all->mem, 4096);
	buf_char(out, '[');
	add_json(out, all->faults, "error");
	add_json(out, warnings, "warning");
	buf_text(out, "\n]\n");
	fwrite(out->data, 1, out->length, stdout);
}

static int
check(const struct options *options, int first, int argc, char **argv)
{
	struct mem		*mem = mem_new();
	struct collection	*all = command_collection(mem);
	struct faults		*warnings = faults_new(mem);
	int			 failed;

	command_read(all, first, argc, argv);
	check_canon(all);
	if (all->faults->count == 0)
		warn(all, options, warnings);
	if (options->json)
		print_json(all, warnings);
	else {
		command_faults(all);
		faults_print(warnings, "warning: ");
	}
	failed = all->faults->count > 0 ||
	    (options->strict && warnings->count > 0);
	mem_free(mem);
	return failed ? COMMAND_FAILED : COMMAND_OK;
}

static int
usage(void)
{
	fputs(command_check_help, stderr);
	return COMMAND_USAGE;
}

/* A number of months, or -1. */
static long
read_months(const char *text)
{
	char	*end;
	long	 months;

	months = strtol(text, &end, 10);
	return end == text || *end != '\0' || months > 1200 ? -1 : months;
}

int
command_check(int argc, char **argv)
{
	static const struct option	 list[] = {
		{ "json", no_argument, NULL, 'j' },
		{ "strict", no_argument, NULL, 's' },
		{ "facts-older", required_argument, NULL, 'f' },
		{ NULL, 0, NULL, 0 }
	};
	struct options			 options = { .months = -1 };
	int				 option;

	while ((option = getopt_long(argc, argv, "", list, NULL)) != -1) {
		if (option == 'j')
			options.json = 1;
		else if (option == 's')
			options.strict = 1;
		else if (option != 'f' ||
		    (options.months = read_months(optarg)) < 0)
			return usage();
	}
	if (optind == argc)
		return usage();
	return check(&options, optind, argc, argv);
}
