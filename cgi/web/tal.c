/*
 * tal.c - TAL, METAL and I18N templates, compiled once.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/messages.h"
#include "web/tal_private.h"

enum { TAL_FILES = 256 };

/* --- the folder -------------------------------------------------------- */

static void
add_file(struct tal *tal, struct mem *scratch, const char *path,
    const char *name, size_t length)
{
	struct xml_error	 error;
	struct tal_file		*file;

	if (tal->count == TAL_FILES)
		log_die("%s: more than %d templates", path, TAL_FILES);
	file = &tal->files[tal->count++];
	file->path = mem_dup(tal->mem, path);
	file->name = mem_copy(tal->mem, name, length);
	file->root = xml_read(scratch, file->path, NULL, &error);
	if (file->root == NULL)
		log_die("%s:%d: %s", error.file, error.line, error.text);
}

/* All files below FOLDER; PREFIX is its name in use-macro: "part/". */
static void
add_folder(struct tal *tal, struct mem *scratch, const char *folder,
    const char *prefix)
{
	char	**names = file_names(scratch, folder);
	char	 *path, *name;
	size_t	  length;

	if (names == NULL)
		log_die("could not read the folder %s", folder);
	for (; *names != NULL; names++) {
		path = mem_format(scratch, "%s/%s", folder, *names);
		name = mem_format(scratch, "%s%s", prefix, *names);
		length = strlen(name);
		if (file_is_folder(path))
			add_folder(tal, scratch, path,
			    mem_format(scratch, "%s/", name));
		else if (length > 4 && strcmp(name + length - 4, ".xml") == 0)
			add_file(tal, scratch, path, name, length - 4);
	}
}

static int
by_name(const void *a, const void *b)
{
	const struct tal_file	*one = a, *other = b;

	return strcmp(one->name, other->name);
}

struct tal *
tal_load(struct mem *mem, const char *folder, const struct messages *messages)
{
	struct mem	*scratch = mem_new();
	struct tal	*tal = mem_get(mem, sizeof(*tal));
	int		 i;

	tal->mem = mem;
	tal->messages = messages;
	tal->used = mem_get(mem, (size_t)messages_count(messages) + 1);
	tal->files = mem_get(mem, TAL_FILES * sizeof(*tal->files));
	add_folder(tal, scratch, folder, "");
	tal->store = tal_store(mem, scratch);
	qsort(tal->files, (size_t)tal->count, sizeof(*tal->files), by_name);
	for (i = 0; i < tal->count; i++)
		tal_compile(tal, scratch, &tal->files[i]);
	for (i = 0; i < tal->count; i++)
		tal->files[i].root = NULL;
	tal->store = NULL;
	mem_free(scratch);
	return tal;
}

/* --- asking ------------------------------------------------------------ */

const struct tal_file *
tal_file(const struct tal *tal, const char *name)
{
	struct tal_file	wanted = { .name = name };

	return bsearch(&wanted, tal->files, (size_t)tal->count,
	    sizeof(*tal->files), by_name);
}

int
tal_has(const struct tal *tal, const char *name)
{
	return tal_file(tal, name) != NULL;
}

int
tal_uses(const struct tal *tal, int message)
{
	return tal->used[message];
}

int
tal_render(const struct tal *tal, const char *name, const struct view *view,
    const struct messages *messages, int language, struct mem *mem,
    struct buf *out)
{
	const struct tal_file	*file = tal_file(tal, name);
	struct tal_render	 r = {
		.view = view, .messages = messages, .language = language,
		.mem = mem, .out = out
	};
	size_t			 before = out->length;

	if (file == NULL) {
		log_warn("there is no template %s", name);
		return -1;
	}
	r.slots = mem_get(mem, (size_t)file->locals * sizeof(*r.slots) + 1);
	r.memories = mem_get(mem,
	    (size_t)file->memories * sizeof(*r.memories) + 1);
	if (tal_run(&r, file) == 0)
		return 0;
	out->length = before;
	out->data[before] = '\0';
	return -1;
}
