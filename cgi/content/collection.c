/*
 * collection.c - the items of one or more folders, read together.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "content/collection.h"
#include "content/fault.h"
#include "content/item.h"
#include "content/kind.h"
#include "content/name.h"

struct collection *
collection_new(struct mem *mem, const struct messages *messages,
    const char *schemas, struct faults *faults)
{
	struct collection	*all;

	all = mem_get(mem, sizeof(*all));
	all->mem = mem;
	all->messages = messages;
	all->faults = faults;
	all->schemas = schemas_open(mem, schemas);
	return all;
}

static void *
grown(struct mem *mem, void *list, int count, size_t size)
{
	char	*larger;

	larger = mem_get(mem, 2 * (size_t)count * size);
	memcpy(larger, list, (size_t)count * size);
	return larger;
}

static void
add_item(struct collection *all, struct item *item)
{
	if (all->items == NULL) {
		all->room = 64;
		all->items = mem_get(all->mem,
		    (size_t)all->room * sizeof(*all->items));
	}
	if (all->count == all->room) {
		all->items = grown(all->mem, all->items, all->count,
		    sizeof(*all->items));
		all->room *= 2;
	}
	all->items[all->count++] = item;
}

static void
read_item(struct collection *all, const char *name, int kind,
    const char *path)
{
	struct item	*item;

	item = mem_get(all->mem, sizeof(*item));
	item->collection = name;
	if (file_is_folder(path) == 0)
		faults_add(all->faults, path, 0, "this is not a folder");
	else if (name_is_slug(strrchr(path, '/') + 1) == 0)
		faults_add(all->faults, path, 0, "the folder's name is not a "
		    "slug: lower-case letters, digits and single hyphens");
	else if (item_read(all->mem, item, kind, path, all->messages,
	    all->schemas, all->faults) == 0) {
		add_item(all, item);
		if (all->progress != NULL)
			all->progress(all->count);
		return;
	}
	all->unread++;
}

static void
read_kind(struct collection *all, const char *name, int kind,
    const char *path)
{
	char	**slugs;

	if (file_is_folder(path) == 0) {
		faults_add(all->faults, path, 0, "this is not a folder");
		return;
	}
	slugs = file_names(all->mem, path);
	for (; slugs != NULL && *slugs != NULL; slugs++)
		read_item(all, name, kind,
		    mem_format(all->mem, "%s/%s", path, *slugs));
}

static void
read_whole(struct collection *all, const char *name, const char *path)
{
	char	**kinds, *below;
	int	  kind;

	kinds = file_names(all->mem, path);
	for (; kinds != NULL && *kinds != NULL; kinds++) {
		below = mem_format(all->mem, "%s/%s", path, *kinds);
		kind = kind_find(*kinds);
		if (kind != -1)
			read_kind(all, name, kind, below);
		else if (strcmp(*kinds, "README.md") != 0)
			faults_add(all->faults, below, 0,
			    "there is no kind called %s", *kinds);
	}
}

static int
by_kind(const void *a, const void *b)
{
	const struct item	*one = *(struct item *const *)a;
	const struct item	*two = *(struct item *const *)b;
	int			 order;

	order = strcmp(kind_name(one->kind), kind_name(two->kind));
	return order != 0 ? order : strcmp(one->slug, two->slug);
}

static const char *
base_name(const char *path)
{
	return strrchr(path, '/') + 1;
}

static void
add_name(struct collection *all, const char *name)
{
	const char	**names;

	names = mem_get(all->mem,
	    ((size_t)all->name_count + 1) * sizeof(*names));
	if (all->name_count > 0)
		memcpy(names, all->names,
		    (size_t)all->name_count * sizeof(*names));
	names[all->name_count++] = name;
	all->names = names;
}

/* Read what PATH is: everything, one kind or one item. */
static void
read_any(struct collection *all, const char *name, const char *path,
    const char *real, int whole)
{
	const char	*parent;
	char		*above;

	above = mem_dup(all->mem, real);
	*strrchr(above, '/') = '\0';
	parent = *above != '\0' ? base_name(above) : "";
	if (whole || (kind_find(base_name(real)) == -1 &&
	    kind_find(parent) == -1)) {
		read_whole(all, name, path);
		return;
	}
	all->alone = 1;
	if (kind_find(base_name(real)) != -1)
		read_kind(all, name, kind_find(base_name(real)), path);
	else
		read_item(all, name, kind_find(parent),
		    mem_dup(all->mem, real));
}

void
collection_read(struct collection *all, const char *path, const char *name,
    int whole)
{
	char	*real, *trimmed;
	int	 before = all->count + all->unread;

	real = realpath(path, NULL);
	if (real == NULL || file_is_folder(real) == 0 ||
	    strcmp(real, "/") == 0) {
		faults_add(all->faults, path, 0, "this is not a folder");
		free(real);
		return;
	}
	trimmed = mem_dup(all->mem, path);
	while (trimmed[strlen(trimmed) - 1] == '/')
		trimmed[strlen(trimmed) - 1] = '\0';
	add_name(all, mem_dup(all->mem, name));
	read_any(all, all->names[all->name_count - 1], trimmed, real, whole);
	free(real);
	if (all->count + all->unread == before)
		faults_add(all->faults, path, 0,
		    "there are no items in this folder");
	if (all->count > 0)
		qsort(all->items, (size_t)all->count, sizeof(*all->items),
		    by_kind);
}

struct item *
collection_find(const struct collection *all, const char *kind,
    const char *slug)
{
	struct item	  sought = { .kind = kind_find(kind), .slug = slug };
	struct item	 *key = &sought, **found;

	if (sought.kind == -1 || all->count == 0)
		return NULL;
	found = bsearch(&key, all->items, (size_t)all->count,
	    sizeof(*all->items), by_kind);
	return found != NULL ? *found : NULL;
}

static int
by_known(const void *a, const void *b)
{
	const struct known	*one = a, *two = b;
	int			 order;

	order = strcmp(one->kind, two->kind);
	return order != 0 ? order : strcmp(one->slug, two->slug);
}

const struct known *
collection_known(const struct collection *all, const char *kind,
    const char *slug)
{
	struct known	sought = { .kind = kind, .slug = slug };

	if (all->known_count == 0)
		return NULL;
	return bsearch(&sought, all->known, (size_t)all->known_count,
	    sizeof(*all->known), by_known);
}
