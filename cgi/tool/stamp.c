/*
 * stamp.c - profint stamp: note in translations what they translate.
 */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/canon.h"
#include "content/collection.h"
#include "content/fault.h"
#include "content/item.h"
#include "tool/command.h"
#include "web/messages.h"

const char command_stamp_help[] =
"usage: profint stamp [--all] PATH...\n"
"\n"
"Writes into each translated segment in PATH (content, one kind or one item)\n"
"that has no `of` the hash of today's source, and state=\"machine\" where it\n"
"says no state.  From then on it counts as older than its source when the\n"
"source changes.  The files are written in canonical form.\n"
"\n"
"  --all  also where there is an `of`: everything is up to date\n";

static void
set_attribute(struct mem *mem, struct xml *node, const char *name,
    const char *value)
{
	struct xml_attr	**attr;

	for (attr = &node->attr; *attr != NULL; attr = &(*attr)->next)
		if (strcmp((*attr)->name, name) == 0)
			break;
	if (*attr == NULL) {
		*attr = mem_get(mem, sizeof(**attr));
		(*attr)->name = name;
	}
	(*attr)->value = value;
}

/* 1 when a segment was stamped, else 0. */
static int
stamp_text(struct mem *mem, const struct text *source, struct text *text,
    int restamp)
{
	struct segment	*segment;
	int		 i, stamped = 0;

	for (i = 0; i < text->count; i++) {
		segment = &text->segments[i];
		if (segment->of != NULL && restamp == 0)
			continue;
		set_attribute(mem, segment->node, "of",
		    text_find(source, segment->name)->hash);
		if (xml_attr(segment->node, "state") == NULL)
			set_attribute(mem, segment->node, "state", "machine");
		stamped = 1;
	}
	return stamped;
}

static int
stamp_item(struct collection *all, const struct item *item, int restamp,
    struct buf *out)
{
	struct text	*text;
	int		 i, written = 0;

	for (i = 0; i < messages_languages(all->messages); i++) {
		text = item->texts[i];
		if (text == NULL || i == item->language || stamp_text(
		    all->mem, item_source(item), text, restamp) == 0)
			continue;
		buf_clear(out);
		canon_text(out, item, i);
		written += command_write(all, text->path, out);
	}
	return written;
}

static int
stamp(int first, int argc, char **argv, int restamp)
{
	struct collection	*all;
	struct mem		*mem;
	struct buf		*out;
	int			 i, status, written = 0;

	mem = mem_new();
	all = command_collection(mem);
	all->alone = all->unstamped = 1;
	command_read(all, first, argc, argv);
	out = buf_new(mem, 16384);
	for (i = 0; all->faults->count == 0 && i < all->count; i++)
		written += stamp_item(all, all->items[i], restamp, out);
	status = command_faults(all);
	printf("wrote %d files\n", written);
	mem_free(mem);
	return status;
}

static int
usage(void)
{
	fputs(command_stamp_help, stderr);
	return COMMAND_USAGE;
}

int
command_stamp(int argc, char **argv)
{
	static const struct option	 options[] = {
		{ "all", no_argument, NULL, 'a' },
		{ NULL, 0, NULL, 0 }
	};
	int				 option, restamp = 0;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option != 'a')
			return usage();
		restamp = 1;
	}
	if (optind == argc)
		return usage();
	return stamp(optind, argc, argv, restamp);
}
