/*
 * sheet_copy.c - a group's copy of a tool: fields that it hides, renames or
 * adds.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "content/sheet.h"
#include "content/sheet_private.h"
#include "web/form.h"
#include "web/messages.h"

int
sheet_is_copy(const char *name)
{
	return strncmp(name, "_hidden.", 8) == 0 ||
	    strncmp(name, "_label.", 7) == 0 ||
	    strncmp(name, "_added.", 7) == 0;
}

/* --- what there is ---------------------------------------------------- */

static void
change(struct sheet *sheet, struct sheet_field *field, struct form *copy)
{
	const char	*label;
	int		 i, shown = 0;

	label = form_get(copy, mem_format(sheet->mem, "_label.%s",
	    field->name));
	field->original = field->label;
	if (label != NULL && *label != '\0')
		field->label = (struct sheet_words){ label, NULL };
	field->is_hidden = form_get(copy, mem_format(sheet->mem,
	    "_hidden.%s", field->name)) != NULL;
	for (i = 0; i < field->column_count; i++) {
		change(sheet, &field->columns[i], copy);
		shown += field->columns[i].is_hidden == 0;
	}
	if (field->type == SHEET_TABLE && shown == 0)
		field->is_hidden = 1;
}

/* --- what is added ---------------------------------------------------- */

struct added {
	int		 place;
	const char	*id;
	enum sheet_type	 type;
};

static int
compare(const void *one, const void *two)
{
	const struct added	*a = one, *b = two;

	return a->place != b->place ? (a->place > b->place) -
	    (a->place < b->place) : strcmp(a->id, b->id);
}

/* Those of COPY in LIST, which has room for all, in their order; how many. */
static int
find_added(struct form *copy, struct added *list)
{
	const char	*name, *value;
	int		 at = 0, count = 0;
	char		*type;

	while ((name = form_next(copy, "_added.", &at, &value)) != NULL) {
		if (sheet_is_id(name + 7) == 0)
			continue;
		list[count].id = name + 7;
		list[count].place = (int)strtol(value, &type, 10);
		list[count++].type = strcmp(type, " longtext") == 0 ?
		    SHEET_LONGTEXT : SHEET_TEXT;
	}
	qsort(list, (size_t)count, sizeof(*list), compare);
	return count;
}

static void
add(struct sheet *sheet, const struct added *added)
{
	struct sheet_field	*field = &sheet->fields[sheet->field_count++];

	*field = (struct sheet_field){ .name = added->id,
	    .type = added->type, .is_added = 1, .person = 1,
	    .group = { messages_word(sheet->messages, sheet->language,
		"joint.added"), NULL },
	    .label = { messages_word(sheet->messages, sheet->language,
		"joint.added.one"), NULL },
	    .help = { messages_word(sheet->messages, sheet->language,
		"joint.added.help"), NULL } };
}

void
sheet_copy(struct sheet *sheet, struct form *copy)
{
	struct sheet_field	*fields;
	struct added		*list;
	int			 i, count;

	list = mem_get(sheet->mem, (size_t)(form_count(copy) + 1) *
	    sizeof(*list));
	count = find_added(copy, list);
	fields = mem_get(sheet->mem, (size_t)(sheet->field_count + count) *
	    sizeof(*fields));
	memcpy(fields, sheet->fields, (size_t)sheet->field_count *
	    sizeof(*fields));
	sheet->fields = fields;
	sheet->is_copy = 1;
	for (i = 0; i < count; i++)
		add(sheet, &list[i]);
	for (i = 0; i < sheet->field_count; i++)
		change(sheet, &sheet->fields[i], copy);
}

int
sheet_next_added(struct form *copy)
{
	const char	*value;
	int		 at = 0, last = 0;

	while (form_next(copy, "_added.", &at, &value) != NULL)
		if (atoi(value) > last)
			last = atoi(value);
	return last + 1;
}

const char *
sheet_new_id(const struct sheet *sheet)
{
	const char	*id;

	do
		id = sheet_random_id(sheet->mem);
	while (sheet_find(sheet, id) != NULL);
	return id;
}

/* --- what is shown ---------------------------------------------------- */

int
sheet_shows(const struct sheet *sheet, const char *name)
{
	const struct sheet_field	*field = sheet_find(sheet, name);
	const struct sheet_field	*table;

	table = sheet_find(sheet, mem_copy(sheet->mem, name,
	    strcspn(name, ".")));
	return (field == NULL || field->is_hidden == 0) &&
	    (table == NULL || table->is_hidden == 0);
}

static struct sheet_field *
keep_shown(struct mem *mem, const struct sheet_field *all, int *count)
{
	struct sheet_field	*shown;
	int			 i, kept = 0;

	shown = mem_get(mem, (size_t)(*count + 1) * sizeof(*shown));
	for (i = 0; i < *count; i++)
		if (all[i].is_hidden == 0)
			shown[kept++] = all[i];
	*count = kept;
	return shown;
}

struct sheet *
sheet_shown(const struct sheet *sheet)
{
	struct sheet		*shown = mem_get(sheet->mem, sizeof(*shown));
	struct sheet_field	*field;
	int			 i;

	*shown = *sheet;
	shown->fields = keep_shown(sheet->mem, sheet->fields,
	    &shown->field_count);
	for (i = 0; i < shown->field_count; i++) {
		field = &shown->fields[i];
		field->columns = keep_shown(sheet->mem, field->columns,
		    &field->column_count);
	}
	return shown;
}
