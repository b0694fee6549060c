/*
 * check.c - profint check: say what is wrong with content.
 */
#include <getopt.h>
#include <stdio.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/check.h"
#include "content/collection.h"
#include "content/fault.h"
#include "tool/command.h"

const char command_check_help[] =
"usage: profint check [--json] PATH...\n"
"\n"
"Says what is wrong with the content in each PATH: a folder of KIND/SLUG\n"
"folders, the folder of one kind, or the folder of one item.  Items may\n"
"refer to each other across all PATHs.  Needs no database.\n"
"\n"
"  --json  on standard output: a list of {\"file\", \"line\", \"text\"}\n";

static void
print_json(const struct collection *all)
{
	const struct fault	*fault;
	struct buf		*out;

	out = buf_new(all->mem, 4096);
	buf_char(out, '[');
	for (fault = all->faults->first; fault != NULL; fault = fault->next) {
		buf_text(out, fault == all->faults->first ?
		    "\n{\"file\":" : ",\n{\"file\":");
		json_quote(out, fault->file);
		buf_format(out, ",\"line\":%d,\"text\":", fault->line);
		json_quote(out, fault->text);
		buf_char(out, '}');
	}
	buf_text(out, "\n]\n");
	fwrite(out->data, 1, out->length, stdout);
}

static int
usage(void)
{
	fputs(command_check_help, stderr);
	return COMMAND_USAGE;
}

int
command_check(int argc, char **argv)
{
	static const struct option	 options[] = {
		{ "json", no_argument, NULL, 'j' },
		{ NULL, 0, NULL, 0 }
	};
	struct collection		*all;
	struct mem			*mem;
	int				 option, status, json = 0;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option != 'j')
			return usage();
		json = 1;
	}
	if (optind == argc)
		return usage();
	mem = mem_new();
	all = command_collection(mem);
	command_read(all, optind, argc, argv);
	check_canon(all);
	status = all->faults->count > 0 ? COMMAND_FAILED : COMMAND_OK;
	if (json)
		print_json(all);
	else
		command_faults(all);
	mem_free(mem);
	return status;
}
