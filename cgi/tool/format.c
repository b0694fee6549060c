/*
 * format.c - profint format: write content in its canonical form.
 */
#include <stdio.h>

#include "base/buf.h"
#include "base/mem.h"
#include "content/canon.h"
#include "content/collection.h"
#include "content/fault.h"
#include "content/item.h"
#include "tool/command.h"
#include "web/messages.h"

const char command_format_help[] =
"usage: profint format PATH...\n"
"\n"
"Writes the files in each PATH (content, one kind or one item) in canonical\n"
"form: the same words and markup, one way to write them.  Comments are lost.\n"
"Nothing is written while something is wrong.\n";

static int
format_item(struct collection *all, const struct item *item, struct buf *text)
{
	int	i, written;

	buf_clear(text);
	canon_item(text, item);
	written = command_write(all, item->path, text);
	for (i = 0; i < messages_languages(all->messages); i++) {
		if (item->texts[i] == NULL)
			continue;
		buf_clear(text);
		canon_text(text, item, i);
		written += command_write(all, item->texts[i]->path, text);
	}
	return written;
}

int
command_format(int argc, char **argv)
{
	struct collection	*all;
	struct mem		*mem;
	struct buf		*text;
	int			 i, status, written = 0;

	if (argc < 2 || argv[1][0] == '-') {
		fputs(command_format_help, stderr);
		return COMMAND_USAGE;
	}
	mem = mem_new();
	all = command_collection(mem);
	all->alone = all->unstamped = 1;
	command_read(all, 1, argc, argv);
	text = buf_new(mem, 16384);
	for (i = 0; all->faults->count == 0 && i < all->count; i++)
		written += format_item(all, all->items[i], text);
	status = command_faults(all);
	printf("wrote %d files\n", written);
	mem_free(mem);
	return status;
}
