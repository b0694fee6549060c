/*
 * sheet_fill.c - a worksheet takes what a form sent, and changes its rows.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "content/sheet.h"
#include "content/sheet_private.h"
#include "web/form.h"

#define ID_LONGEST	8	/* letters of a row's id */
#define MOST_ROWS	4000	/* that are kept to be shown, if not saved */

static int
has_row(const struct sheet_field *table, const char *id)
{
	int	i;

	for (i = 0; i < table->row_count; i++)
		if (strcmp(table->rows[i], id) == 0)
			return 1;
	return 0;
}

/* Room for COUNT rows, those it has kept. */
static void
make_room(struct sheet *sheet, struct sheet_field *table, int count)
{
	const char	**rows;

	rows = mem_get(sheet->mem, (size_t)count * sizeof(*rows));
	if (table->row_count > 0)
		memcpy(rows, table->rows,
		    (size_t)table->row_count * sizeof(*rows));
	table->rows = rows;
}

char *
sheet_random_id(struct mem *mem)
{
	static const char	letters[] = "ABCDEFGHJKMNPQRSTUVWXYZ";
	static const char	signs[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
	char			id[5] = "";
	size_t			i;

	id[0] = letters[arc4random_uniform(sizeof(letters) - 1)];
	for (i = 1; i < sizeof(id) - 1; i++)
		id[i] = signs[arc4random_uniform(sizeof(signs) - 1)];
	return mem_dup(mem, id);
}

void
sheet_add_row(struct sheet *sheet, struct sheet_field *table)
{
	const char	*id;

	do
		id = sheet_random_id(sheet->mem);
	while (has_row(table, id));
	make_room(sheet, table, table->row_count + 1);
	table->rows[table->row_count++] = id;
}

/* --- filling ---------------------------------------------------------- */

int
sheet_is_id(const char *text)
{
	size_t	length = strlen(text);

	return length > 0 && length <= ID_LONGEST && text[strspn(text,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")] == '\0';
}

/* The rows that LIST names: "K7 P2 Q9".  0, or -1 when they are too many. */
static int
take_rows(struct sheet *sheet, struct sheet_field *table, const char *list)
{
	char	*rest = mem_dup(sheet->mem, list), *id;

	table->row_count = 0;
	make_room(sheet, table, MOST_ROWS);
	while ((id = strsep(&rest, " ")) != NULL &&
	    table->row_count < MOST_ROWS)
		if (sheet_is_id(id) && has_row(table, id) == 0)
			table->rows[table->row_count++] = id;
	return table->row_count <= SHEET_ROWS ? 0 : -1;
}

static void
take_if(struct sheet *sheet, const char *name, const char *answer,
    int is_known)
{
	if (answer != NULL && *answer != '\0' && is_known)
		form_add(sheet->answers, name, answer);
}

/* The answer to FIELD that is called NAME. */
static void
take_answer(struct sheet *sheet, const struct sheet_field *field,
    const char *name, struct form *form)
{
	const char	*answer = form_get(form, name), *matters;

	if (answer == NULL)
		answer = "";
	switch (field->type) {
	case SHEET_CHOICE:
	case SHEET_SCALE:
		take_if(sheet, name, answer,
		    sheet_option(field, answer) != NULL);
		break;
	case SHEET_PROGRESS:
		take_if(sheet, name, answer, strcmp(answer, "yes") == 0 ||
		    strcmp(answer, "no") == 0);
		name = mem_format(sheet->mem, "%s.matters", name);
		matters = form_get(form, name);
		take_if(sheet, name, matters, matters != NULL &&
		    sheet_option(field, matters) != NULL);
		break;
	default:
		take_if(sheet, name, answer, 1);
	}
}

static int
take_table(struct sheet *sheet, struct sheet_field *table, struct form *form)
{
	const char	*list = form_get(form, table->name);
	int		 row, column, result = 0;

	if (list != NULL)
		result = take_rows(sheet, table, list);
	for (row = 0; row < table->row_count; row++)
		for (column = 0; column < table->column_count; column++)
			take_answer(sheet, &table->columns[column],
			    sheet_cell_name(sheet, table, row, column), form);
	return result;
}

int
sheet_fill(struct sheet *sheet, struct form *form)
{
	const char	*title = form_get(form, "_title");
	int		 i, result = 0;

	sheet->answers = form_new(sheet->mem);
	sheet->title = title != NULL ? title : "";
	for (i = 0; i < sheet->field_count; i++) {
		if (sheet->fields[i].type != SHEET_TABLE)
			take_answer(sheet, &sheet->fields[i],
			    sheet->fields[i].name, form);
		else if (take_table(sheet, &sheet->fields[i], form) != 0)
			result = -1;
	}
	return result;
}

/* --- rows ------------------------------------------------------------- */

static struct sheet_field *
find_table(struct sheet *sheet, const char *name)
{
	int	i;

	for (i = 0; i < sheet->field_count; i++)
		if (sheet->fields[i].type == SHEET_TABLE &&
		    strcmp(sheet->fields[i].name, name) == 0)
			return &sheet->fields[i];
	return NULL;
}

int
sheet_put_row(struct sheet *sheet, const char *name, const char *id)
{
	struct sheet_field	*table = find_table(sheet, name);

	if (table == NULL || sheet_is_id(id) == 0 || has_row(table, id) ||
	    table->row_count >= SHEET_ROWS)
		return 0;
	make_room(sheet, table, table->row_count + 1);
	table->rows[table->row_count++] = id;
	return 1;
}

/* What a button goes on with: a row of TABLE, or the table. */
static const char *
place_of(const struct sheet *sheet, const struct sheet_field *table, int row)
{
	if (table->row_count == 0)
		return table->name;
	if (row >= table->row_count)
		row = table->row_count - 1;
	return mem_format(sheet->mem, "%s.%s", table->name, table->rows[row]);
}

static const char *
add_row(struct sheet *sheet, struct sheet_field *table)
{
	if (table->row_count >= SHEET_ROWS)
		return NULL;
	sheet_add_row(sheet, table);
	return place_of(sheet, table, table->row_count - 1);
}

/* Let ROW and the one STEP away change places. */
static const char *
move_row(struct sheet *sheet, struct sheet_field *table, int row, int step)
{
	const char	*id = table->rows[row];

	if (row + step < 0 || row + step >= table->row_count)
		return NULL;
	table->rows[row] = table->rows[row + step];
	table->rows[row + step] = id;
	return place_of(sheet, table, row + step);
}

/* Its cells stay among the answers, where nobody asks for them. */
static const char *
remove_row(struct sheet *sheet, struct sheet_field *table, int row)
{
	table->row_count--;
	memmove(&table->rows[row], &table->rows[row + 1],
	    (size_t)(table->row_count - row) * sizeof(*table->rows));
	return place_of(sheet, table, row);
}

const char *
sheet_do(struct sheet *sheet, const char *action)
{
	struct sheet_field	*table;
	char			*rest = mem_dup(sheet->mem, action);
	const char		*verb, *name, *id;
	int			 row;

	verb = strsep(&rest, ":");
	name = strsep(&rest, ".");
	id = rest != NULL ? rest : "";
	if (name == NULL || (table = find_table(sheet, name)) == NULL)
		return NULL;
	if (strcmp(verb, "add") == 0 && *id == '\0')
		return add_row(sheet, table);
	for (row = 0; row < table->row_count; row++)
		if (strcmp(table->rows[row], id) == 0)
			break;
	if (row == table->row_count)
		return NULL;
	if (strcmp(verb, "up") == 0)
		return move_row(sheet, table, row, -1);
	if (strcmp(verb, "down") == 0)
		return move_row(sheet, table, row, 1);
	return strcmp(verb, "remove") == 0 ?
	    remove_row(sheet, table, row) : NULL;
}
