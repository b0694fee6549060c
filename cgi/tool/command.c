/*
 * command.c - what the commands of profint share.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "content/check.h"
#include "content/collection.h"
#include "content/fault.h"
#include "tool/command.h"
#include "web/messages.h"

enum {
	FILE_LIMIT = 2 * 1024 * 1024
};

char *
command_path(struct mem *mem, const char *below)
{
	const char	*root;

	root = getenv("PROFINT_ROOT");
	return mem_format(mem, "%s/%s", root != NULL ? root : ".", below);
}

struct db *
command_database(void)
{
	const char	*conninfo;

	conninfo = getenv("PROFINT_DB");
	return db_open(conninfo != NULL ? conninfo :
	    "dbname=profint user=profint_owner", "owner");
}

int
command_no_database(const struct db *db)
{
	fprintf(stderr, "profint: the database did not do it: %s\n",
	    db_error_text(db));
	return COMMAND_FAILED;
}

struct collection *
command_collection(struct mem *mem)
{
	static struct messages	*messages;	/* lives for ever */

	if (messages == NULL)
		messages = messages_load(command_path(mem, "i18n"));
	return collection_new(mem, messages,
	    command_path(mem, "cgi/content"), faults_new(mem));
}

/* A host's folder called shipped must not take the place of ours. */
const char *
command_collection_name(struct mem *mem, const char *path)
{
	char		*real, *shipped;
	const char	*name = "shipped";

	real = realpath(path, NULL);
	shipped = realpath(command_path(mem, "i18n/content"), NULL);
	if (real != NULL && (shipped == NULL || strcmp(real, shipped) != 0)) {
		name = mem_dup(mem, strrchr(real, '/') + 1);
		if (strcmp(name, "shipped") == 0)
			name = "shipped here";
	}
	free(real);
	free(shipped);
	return name;
}

void
command_read(struct collection *all, int first, int argc, char **argv)
{
	for (; first < argc; first++)
		collection_read(all, argv[first], command_collection_name(
		    all->mem, argv[first]), 0);
	check_all(all);
}

int
command_faults(const struct collection *all)
{
	faults_print(all->faults, "");
	return all->faults->count > 0 ? COMMAND_FAILED : COMMAND_OK;
}

int
command_write(struct collection *all, const char *path,
    const struct buf *text)
{
	const char	*why;
	char		*old;
	size_t		 length;

	old = file_read(all->mem, path, FILE_LIMIT, &length, &why);
	if (old != NULL && length == text->length &&
	    memcmp(old, text->data, length) == 0)
		return 0;
	if (old != NULL && file_write(all->mem, path, text->data,
	    text->length, &why) == 0)
		return 1;
	faults_add(all->faults, path, 0, "%s", why);
	return 0;
}
