/*
 * worksheet_view.c - a worksheet as its templates know it.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/sheet.h"
#include "page/worksheet.h"
#include "web/form.h"
#include "web/req.h"
#include "web/view.h"

#define BLANK	"row"	/* the row that scripts copy; ids are capitals */

struct writer {
	struct req		*req;
	const struct sheet	*sheet;
	struct buf		*out;
	struct form		*theirs;	/* or NULL */
	const char		*focus;		/* or NULL */
};

static void
put(struct writer *writer, const char *name, const char *text)
{
	buf_format(writer->out, "\"%s\":", name);
	json_quote(writer->out, text);
	buf_char(writer->out, ',');
}

static void
put_true(struct writer *writer, const char *name, int truth)
{
	buf_format(writer->out, "\"%s\":%s,", name, truth ? "true" : "false");
}

/* "NAME": words, "NAME_lang": their language where it is not the page's. */
static void
put_words(struct writer *writer, const char *name,
    const struct sheet_words *words)
{
	put(writer, name, words->words);
	put(writer, mem_format(writer->req->mem, "%s_lang", name),
	    words->lang);
}

/* A list or record that was written with a comma behind each member. */
static void
close_with(struct writer *writer, const char *end)
{
	if (writer->out->data[writer->out->length - 1] == ',')
		writer->out->length--;
	buf_text(writer->out, end);
}

static void
put_type(struct writer *writer, enum sheet_type type)
{
	buf_text(writer->out, "\"is\":{");
	put_true(writer, "text", type == SHEET_TEXT);
	put_true(writer, "longtext", type == SHEET_LONGTEXT);
	put_true(writer, "date", type == SHEET_DATE);
	put_true(writer, "choice",
	    type == SHEET_CHOICE || type == SHEET_SCALE);
	put_true(writer, "progress", type == SHEET_PROGRESS);
	put_true(writer, "table", type == SHEET_TABLE);
	close_with(writer, "},");
}

static void
put_options(struct writer *writer, const struct sheet_field *field,
    const char *answer)
{
	int	i;

	buf_text(writer->out, "\"options\":[");
	for (i = 0; i < field->option_count; i++) {
		buf_char(writer->out, '{');
		put(writer, "name", field->options[i].name);
		put_words(writer, "words", &field->options[i].says);
		put_true(writer, "chosen",
		    strcmp(field->options[i].name, answer) == 0);
		close_with(writer, "},");
	}
	close_with(writer, "],");
}

/* What another device has saved, in words; NULL: nothing else. */
static const char *
theirs_say(const struct writer *writer, const struct sheet_field *field,
    const char *name)
{
	const char			*theirs = form_get(writer->theirs,
					    name);
	const struct sheet_option	*option;

	if (theirs == NULL)
		return NULL;
	option = sheet_option(field, theirs);
	return option != NULL ? option->says.words : theirs;
}

/* What a field has that may be a cell called NAME, which says what it
 * says. */
static void
put_field(struct writer *writer, const struct sheet_field *field,
    const char *name, const char *says)
{
	const char	*answer = sheet_get(writer->sheet, name);
	const char	*chosen = answer;

	put(writer, "name", name);
	put(writer, "answer", answer);
	put(writer, "says", says);
	put(writer, "theirs_say", theirs_say(writer, field, name));
	put_true(writer, "person", field->person);
	put_words(writer, "label", &field->label);
	put_words(writer, "help", &field->help);
	put_words(writer, "example", &field->example);
	put_type(writer, field->type);
	if (field->type == SHEET_PROGRESS) {
		put_true(writer, "yes", strcmp(answer, "yes") == 0);
		put_true(writer, "no", strcmp(answer, "no") == 0);
		chosen = sheet_get(writer->sheet,
		    mem_format(writer->req->mem, "%s.matters", name));
	}
	put_true(writer, "unanswered", *chosen == '\0');
	put_options(writer, field, chosen);
}

/* --- tables ----------------------------------------------------------- */

static void
put_columns(struct writer *writer, const struct sheet_field *table)
{
	int	i;

	buf_text(writer->out, "\"columns\":[");
	for (i = 0; i < table->column_count; i++) {
		buf_char(writer->out, '{');
		put_field(writer, &table->columns[i], table->columns[i].name,
		    "");
		close_with(writer, "},");
	}
	close_with(writer, "],");
}

/* Row ROW of the table; -1: the one to copy. */
static void
put_row(struct writer *writer, const struct sheet_field *table, int row)
{
	const char	*id = row < 0 ? BLANK : table->rows[row], *name;
	int		 i, focused;

	buf_char(writer->out, '{');
	put(writer, "id", id);
	put_true(writer, "first", row == 0);
	put_true(writer, "last", row == table->row_count - 1);
	buf_format(writer->out, "\"number\":%d,", row + 1);
	name = mem_format(writer->req->mem, "%s.%s", table->name, id);
	focused = writer->focus != NULL && strcmp(name, writer->focus) == 0;
	buf_text(writer->out, "\"cells\":[");
	for (i = 0; i < table->column_count; i++) {
		buf_char(writer->out, '{');
		put_true(writer, "focus", focused && i == 0);
		put_field(writer, &table->columns[i],
		    mem_format(writer->req->mem, "%s.%s", name,
		    table->columns[i].name),
		    row < 0 ? "" :
		    sheet_cell(writer->sheet, table, row, i));
		close_with(writer, "},");
	}
	close_with(writer, "]},");
}

static void
put_table(struct writer *writer, const struct sheet_field *table)
{
	int	row;

	put(writer, "ids", sheet_get(writer->sheet, table->name));
	put_true(writer, "focus", writer->focus != NULL &&
	    strcmp(table->name, writer->focus) == 0);
	put_true(writer, "full", table->row_count >= SHEET_ROWS);
	put_columns(writer, table);
	buf_text(writer->out, "\"rows\":[");
	for (row = 0; row < table->row_count; row++)
		put_row(writer, table, row);
	close_with(writer, "],\"blank\":");
	put_row(writer, table, -1);
}

/* --- all -------------------------------------------------------------- */

static void
put_any(struct writer *writer, const struct sheet_field *field)
{
	buf_char(writer->out, '{');
	put_field(writer, field, field->name,
	    sheet_answer(writer->sheet, field));
	if (field->type == SHEET_TABLE)
		put_table(writer, field);
	close_with(writer, "},");
}

static int
same_group(const struct sheet_field *one, const struct sheet_field *two)
{
	return strcmp(one->group.words, two->group.words) == 0;
}

void
worksheet_view(struct req *req, const struct sheet *sheet,
    struct form *theirs, const char *focus)
{
	struct writer			 writer = { req, sheet,
	    buf_new(req->mem, 65536), theirs, focus };
	const struct sheet_field	*field;
	int				 i;

	buf_char(writer.out, '[');
	for (i = 0; i < sheet->field_count; i++) {
		field = &sheet->fields[i];
		if (i == 0 || !same_group(field - 1, field)) {
			if (i > 0)
				close_with(&writer, "]},");
			buf_char(writer.out, '{');
			put_words(&writer, "heading", &field->group);
			buf_text(writer.out, "\"fields\":[");
		}
		put_any(&writer, field);
	}
	close_with(&writer, sheet->field_count > 0 ? "]}]" : "]");
	view_json(req->view, "groups", writer.out->data);
	view_text(req->view, "title_given", sheet->title);
}
