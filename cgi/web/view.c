/*
 * view.c - what a template may know: names and values.
 *
 * An open table of names, at most half full.
 */
#include <string.h>

#include "adapt/db.h"
#include "base/mem.h"
#include "web/value.h"
#include "web/view.h"

enum { VIEW_SIZE = 128 };	/* a power of two */

struct entry {
	const char	*name;		/* NULL: free */
	unsigned	 hash;
	struct value	 value;
};

struct view {
	struct mem	*mem;
	struct entry	*entries;
	unsigned	 size;
	unsigned	 count;
};

struct view *
view_new(struct mem *mem)
{
	struct view	*view = mem_get(mem, sizeof(*view));

	view->mem = mem;
	view->size = VIEW_SIZE;
	view->entries = mem_get(mem, VIEW_SIZE * sizeof(*view->entries));
	return view;
}

/* FNV-1a. */
unsigned
view_hash(const char *name)
{
	unsigned	hash = 2166136261u;

	for (; *name != '\0'; name++)
		hash = (hash ^ (unsigned char)*name) * 16777619u;
	return hash;
}

/* The entry of a name, or the free one where it belongs. */
static struct entry *
place(const struct view *view, const char *name, unsigned hash)
{
	struct entry	*entry;
	unsigned	 at;

	for (at = hash;; at++) {
		entry = &view->entries[at & (view->size - 1)];
		if (entry->name == NULL || (entry->hash == hash &&
		    strcmp(entry->name, name) == 0))
			return entry;
	}
}

static void
grow(struct view *view)
{
	struct entry	*old = view->entries, *entry;
	unsigned	 i, size = view->size;

	view->size *= 2;
	view->entries = mem_get(view->mem, view->size * sizeof(*old));
	for (i = 0; i < size; i++) {
		if (old[i].name == NULL)
			continue;
		entry = place(view, old[i].name, old[i].hash);
		*entry = old[i];
	}
}

static void
set(struct view *view, const char *name, struct value value)
{
	unsigned	 hash = view_hash(name);
	struct entry	*entry = place(view, name, hash);

	if (entry->name == NULL) {
		entry->name = name;
		entry->hash = hash;
		view->count++;
	}
	entry->value = value;
	if (view->count * 2 > view->size)
		grow(view);
}

void
view_text(struct view *view, const char *name, const char *text)
{
	set(view, name, value_text(text));
}

void
view_number(struct view *view, const char *name, long number)
{
	set(view, name, value_number(view->mem, number));
}

void
view_true(struct view *view, const char *name, int truth)
{
	set(view, name, value_truth(truth));
}

void
view_row(struct view *view, const struct rows *rows, int row)
{
	int	column;

	for (column = 0; column < rows_columns(rows); column++)
		set(view, rows_name(rows, column),
		    value_cell(rows, row, column));
}

void
view_record(struct view *view, const char *name, const struct rows *rows,
    int row)
{
	set(view, name, value_record(rows, row));
}

void
view_list(struct view *view, const char *name, const struct rows *rows)
{
	set(view, name, (struct value){ .type = VALUE_LIST, .rows = rows });
}

void
view_json(struct view *view, const char *name, const char *json)
{
	set(view, name, (struct value){
		.type = json != NULL ? VALUE_JSON : VALUE_NOTHING,
		.text = json
	});
}

void
view_tree(struct view *view, const char *name, const struct json *json)
{
	set(view, name, value_json(json));
}

int
view_find(const struct view *view, const char *name, unsigned hash,
    struct value *value)
{
	const struct entry	*entry = place(view, name, hash);

	if (entry->name == NULL)
		return 0;
	*value = entry->value;
	return 1;
}

const char *
view_get(const struct view *view, const char *name)
{
	const struct entry	*entry = place(view, name, view_hash(name));

	return entry->name != NULL ? entry->value.text : NULL;
}
