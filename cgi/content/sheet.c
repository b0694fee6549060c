/*
 * sheet.c - a worksheet: what a tool asks, and what somebody answered.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/sheet.h"
#include "content/sheet_private.h"
#include "web/form.h"
#include "web/messages.h"

/* --- what is asked ---------------------------------------------------- */

static enum sheet_type
type_of(const char *name)
{
	static const char *const	names[] = {
		[SHEET_LONGTEXT] = "longtext", [SHEET_DATE] = "date",
		[SHEET_CHOICE] = "choice", [SHEET_SCALE] = "scale",
		[SHEET_PROGRESS] = "progress", [SHEET_TABLE] = "table"
	};
	int				type;

	for (type = SHEET_LONGTEXT; type <= SHEET_TABLE; type++)
		if (strcmp(names[type], name) == 0)
			return (enum sheet_type)type;
	return SHEET_TEXT;
}

/* What stands behind "@" in words that are the interface's. */
static const char *const	ours[] = {
	"grid.codes", "grid.codes.help", "grid.codes-question",
	"grid.codes-question.help", "grid.codes-factor",
	"grid.codes-factor.help", "grid.codes-says", "grid.codes-says.help",
	"grid.codes-words", "grid.codes-words.help", "grid.confirms",
	"grid.qualifies", "grid.contradicts"
};

/* TEXT, or the interface's word that it names. */
static const char *
word(const struct sheet *sheet, const char *text)
{
	size_t	i;

	for (i = 0; text != NULL && *text == '@' &&
	    i < sizeof(ours) / sizeof(*ours); i++)
		if (strcmp(text + 1, ours[i]) == 0)
			return messages_word(sheet->messages,
			    sheet->language, ours[i]);
	return text;
}

/* Columns NAME and NAME_lang of a row. */
static struct sheet_words
read_words(const struct sheet *sheet, const struct rows *rows, int row,
    const char *name)
{
	struct sheet_words	words = {
	    word(sheet, rows_get(rows, row, name)),
	    rows_get(rows, row, mem_format(sheet->mem, "%s_lang", name)) };

	return words;
}

static const char *
member(const struct json *record, const char *name)
{
	const struct json	*field;

	for (field = record->child; field != NULL; field = field->next)
		if (strcmp(field->name, name) == 0)
			return field->text;
	return NULL;
}

static void
read_options(const struct sheet *sheet, struct sheet_field *field,
    const char *text)
{
	const struct json	*list, *one;
	int			 i = 0;

	if (text == NULL)
		return;
	list = json_parse(sheet->mem, text);
	field->option_count = list->count;
	field->options = mem_get(sheet->mem,
	    (size_t)list->count * sizeof(*field->options));
	for (one = list->child; one != NULL; one = one->next)
		field->options[i++] = (struct sheet_option){
		    member(one, "name"),
		    { word(sheet, member(one, "words")),
		    member(one, "lang") } };
}

static void
read_field(const struct sheet *sheet, struct sheet_field *field,
    const struct rows *rows, int row)
{
	field->name = rows_get(rows, row, "name");
	field->type = type_of(rows_get(rows, row, "type"));
	field->person = *rows_get(rows, row, "person") == 't';
	field->group = read_words(sheet, rows, row, "heading");
	field->label = read_words(sheet, rows, row, "label");
	field->help = read_words(sheet, rows, row, "help");
	field->example = read_words(sheet, rows, row, "example");
	read_options(sheet, field, rows_get(rows, row, "options"));
}

/* A column is as much about people as its table is. */
static void
read_columns(struct sheet *sheet, struct sheet_field *table,
    const struct rows *rows, int row)
{
	int	last = row;

	while (++last < rows_count(rows) &&
	    rows_get(rows, last, "parent") != NULL)
		table->column_count++;
	table->columns = mem_get(sheet->mem,
	    (size_t)table->column_count * sizeof(*table->columns));
	for (last = 0; last < table->column_count; last++) {
		read_field(sheet, &table->columns[last], rows,
		    row + 1 + last);
		table->columns[last].person |= table->person;
	}
	sheet_add_row(sheet, table);
}

struct sheet *
sheet_new(struct mem *mem, const struct messages *messages, int language,
    const struct rows *rows)
{
	struct sheet		*sheet = mem_get(mem, sizeof(*sheet));
	struct sheet_field	*field;
	int			 count = rows_count(rows), row;

	sheet->mem = mem;
	sheet->messages = messages;
	sheet->language = language;
	sheet->title = "";
	sheet->answers = form_new(mem);
	sheet->fields = mem_get(mem, (size_t)count * sizeof(*sheet->fields));
	for (row = 0; row < count; row++) {
		if (rows_get(rows, row, "parent") != NULL)
			continue;
		field = &sheet->fields[sheet->field_count++];
		read_field(sheet, field, rows, row);
		if (field->type == SHEET_TABLE)
			read_columns(sheet, field, rows, row);
	}
	return sheet;
}

static const struct sheet_field *
find_among(const struct sheet_field *fields, int count, const char *name,
    size_t length)
{
	int	i;

	for (i = 0; i < count; i++)
		if (strlen(fields[i].name) == length &&
		    memcmp(fields[i].name, name, length) == 0)
			return &fields[i];
	return NULL;
}

const struct sheet_field *
sheet_find(const struct sheet *sheet, const char *name)
{
	const struct sheet_field	*field;
	size_t				 length = strcspn(name, ".");
	const char			*column = strrchr(name, '.');

	field = find_among(sheet->fields, sheet->field_count, name, length);
	if (field == NULL || field->type != SHEET_TABLE || column == NULL)
		return field;
	return find_among(field->columns, field->column_count, column + 1,
	    strlen(column + 1));
}

/* --- what was answered ------------------------------------------------ */

static const char *
join_rows(const struct sheet *sheet, const struct sheet_field *table)
{
	struct buf	*list = buf_new(sheet->mem, 100);
	int		 i;

	for (i = 0; i < table->row_count; i++)
		buf_format(list, "%s%s", i == 0 ? "" : " ", table->rows[i]);
	return list->data;
}

const char *
sheet_get(const struct sheet *sheet, const char *name)
{
	const char	*answer;
	int		 i;

	if (strcmp(name, "_title") == 0)
		return sheet->title;
	for (i = 0; i < sheet->field_count; i++)
		if (sheet->fields[i].type == SHEET_TABLE &&
		    strcmp(sheet->fields[i].name, name) == 0)
			return join_rows(sheet, &sheet->fields[i]);
	answer = form_get(sheet->answers, name);
	return answer != NULL ? answer : "";
}

struct form *
sheet_form(const struct sheet *sheet)
{
	struct form	*form = form_new(sheet->mem);
	int		 i;

	form_add(form, "_title", sheet->title);
	for (i = 0; i < sheet->field_count; i++)
		if (sheet->fields[i].type == SHEET_TABLE)
			form_add(form, sheet->fields[i].name,
			    join_rows(sheet, &sheet->fields[i]));
	form_join(form, sheet->answers);
	return form;
}

const char *
sheet_cell_name(const struct sheet *sheet, const struct sheet_field *table,
    int row, int column)
{
	return mem_format(sheet->mem, "%s.%s.%s", table->name,
	    table->rows[row], table->columns[column].name);
}

const struct sheet_option *
sheet_option(const struct sheet_field *field, const char *answer)
{
	int	i;

	for (i = 0; i < field->option_count; i++)
		if (strcmp(field->options[i].name, answer) == 0)
			return &field->options[i];
	return NULL;
}

static const char *
option_words(const struct sheet_field *field, const char *answer)
{
	const struct sheet_option	*option = sheet_option(field, answer);

	return option != NULL ? option->says.words : "";
}

static const char *
progress_words(const struct sheet *sheet, const char *answer)
{
	if (strcmp(answer, "yes") == 0)
		return messages_word(sheet->messages, sheet->language,
		    "content.progress.yes");
	if (strcmp(answer, "no") == 0)
		return messages_word(sheet->messages, sheet->language,
		    "content.progress.no");
	return "";
}

/* The words of ANSWER to FIELD, whose name is NAME. */
static const char *
read_answer(const struct sheet *sheet, const struct sheet_field *field,
    const char *name)
{
	const char	*answer = sheet_get(sheet, name), *matters;

	switch (field->type) {
	case SHEET_DATE:
		return icu_date(messages_language(sheet->messages,
		    sheet->language)->tag, sheet->mem, answer);
	case SHEET_CHOICE:
	case SHEET_SCALE:
		return option_words(field, answer);
	case SHEET_PROGRESS:
		answer = progress_words(sheet, answer);
		matters = option_words(field, sheet_get(sheet,
		    mem_format(sheet->mem, "%s.matters", name)));
		return mem_format(sheet->mem, "%s%s%s", answer,
		    *answer != '\0' && *matters != '\0' ? " – " : "",
		    matters);
	case SHEET_TABLE:
		return "";
	default:
		return answer;
	}
}

const char *
sheet_answer(const struct sheet *sheet, const struct sheet_field *field)
{
	return read_answer(sheet, field, field->name);
}

const char *
sheet_cell(const struct sheet *sheet, const struct sheet_field *table,
    int row, int column)
{
	return read_answer(sheet, &table->columns[column],
	    sheet_cell_name(sheet, table, row, column));
}

int
sheet_is_answered(const struct sheet *sheet)
{
	return form_count(sheet->answers) > 0 || *sheet->title != '\0';
}
