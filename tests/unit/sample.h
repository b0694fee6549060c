/*
 * sample.h - an item for a test: written to a folder, read, removed.
 */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include <sys/stat.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "content/check.h"
#include "content/collection.h"
#include "content/fault.h"
#include "content/item.h"
#include "web/messages.h"

#define SAMPLE_PROLOG	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static struct messages	*sample_messages;	/* live for ever */

static inline char *
sample_root(struct mem *mem, const char *below)
{
	const char	*root = getenv("PROFINT_ROOT");

	return mem_format(mem, "%s/%s", root != NULL ? root : ".", below);
}

static inline void
sample_write(const char *path, const char *text)
{
	FILE	*file;

	if (text == NULL)
		return;
	file = fopen(path, "w");
	if (file == NULL || fputs(text, file) == EOF || fclose(file) != 0) {
		perror(path);
		exit(1);
	}
}

/*
 * The collection with the one item KIND/sample of these three files, each
 * without its XML declaration; NULL: not there.  It was checked, without
 * looking for other items or for `of`.
 */
static inline struct collection *
sample_read(struct mem *mem, const char *kind, const char *item,
    const char *fr, const char *sv)
{
	static const char *const names[] = { "item", "fr", "sv" };
	const char		*texts[] = { item, fr, sv };
	char			 folder[] = "/tmp/profint-sample-XXXXXX";
	char			*kinds, *path;
	struct collection	*all;
	int			 i;

	if (sample_messages == NULL)
		sample_messages = messages_load(sample_root(mem, "i18n"));
	if (mkdtemp(folder) == NULL)
		exit(1);
	kinds = mem_format(mem, "%s/%s", folder, kind);
	path = mem_format(mem, "%s/sample", kinds);
	if (mkdir(kinds, 0700) == -1 || mkdir(path, 0700) == -1)
		exit(1);
	for (i = 0; i < 3; i++)
		sample_write(mem_format(mem, "%s/%s.xml", path, names[i]),
		    texts[i] == NULL ? NULL :
		    mem_format(mem, SAMPLE_PROLOG "%s", texts[i]));
	all = collection_new(mem, sample_messages,
	    sample_root(mem, "cgi/content"), faults_new(mem));
	collection_read(all, folder, "sample", 1);
	all->alone = all->unstamped = 1;
	check_all(all);
	for (i = 0; i < 3; i++)
		unlink(mem_format(mem, "%s/%s.xml", path, names[i]));
	rmdir(path);
	rmdir(kinds);
	rmdir(folder);
	return all;
}

#endif
