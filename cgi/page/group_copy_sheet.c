/*
 * group_copy_sheet.c - a session's worksheets become somebody's own.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/copy_private.h"
#include "page/learn.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/secret.h"

#define ID_BYTES	16

/* --- what a tool has no place for ------------------------------------- */

static int
is_words(const struct sheet_field *field)
{
	return field->type == SHEET_TEXT || field->type == SHEET_LONGTEXT;
}

static int
is_renamed(const struct sheet_field *field)
{
	return field->is_added == 0 && field->original.words != NULL &&
	    strcmp(field->original.words, field->label.words) != 0;
}

static void
add_line(struct buf *extra, const char *name, const char *between,
    const char *words)
{
	buf_format(extra, "%s%s%s%s", extra->length > 0 ? "\n\n" : "", name,
	    between, words);
}

/* What the group called something that has no words of its own. */
static void
add_name(const struct sheet *sheet, const struct sheet_field *field,
    struct buf *extra)
{
	int	i;

	if (is_renamed(field) && (field->row_count > 0 ||
	    *sheet_get(sheet, field->name) != '\0'))
		add_line(extra, field->original.words, " → ",
		    field->label.words);
	for (i = 0; i < field->column_count && field->row_count > 0; i++)
		if (is_renamed(&field->columns[i]))
			add_line(extra, field->columns[i].original.words,
			    " → ", field->columns[i].label.words);
}

/* Words for which there is no field go to EXTRA; a field's own, behind the
 * name that the group gave it, to FORM. */
static void
sort_field(struct req *req, const struct sheet *sheet,
    const struct sheet_field *field, struct form *form, struct buf *extra)
{
	const char	*words = sheet_get(sheet, field->name);

	if (field->is_added == 0 && is_words(field) == 0)
		add_name(sheet, field, extra);
	else if (*words == '\0')
		return;
	else if (field->is_added)
		add_line(extra, field->label.words, "\n", words);
	else if (is_renamed(field))
		form_add(form, field->name, mem_format(req->mem, "%s%s%s",
		    field->label.words, field->type == SHEET_TEXT ? " – " :
		    "\n", words));
}

/* --- where it goes ---------------------------------------------------- */

/* The last of FIELDS for long words; else the last for any, or NULL. */
static const struct sheet_field *
last_words(const struct sheet_field *fields, int count)
{
	const struct sheet_field	*found = NULL;
	int				 i;

	for (i = 0; i < count; i++)
		if (fields[i].type == SHEET_LONGTEXT || (is_words(&fields[i]) &&
		    (found == NULL || found->type == SHEET_TEXT)))
			found = &fields[i];
	return found;
}

/* EXTRA behind the words of FIELD, which FORM may have; in ALL.  A box of
 * one line has no paragraphs. */
static void
put_behind(struct req *req, const struct sheet *sheet,
    const struct sheet_field *field, struct form *form, struct form *all,
    const char *extra)
{
	const char	*words = form_get(form, field->name);
	char		*text, *c;

	if (words == NULL)
		words = sheet_get(sheet, field->name);
	text = mem_format(req->mem, "%s%s%s", words,
	    *words == '\0' ? "" : "\n\n", extra);
	for (c = text; field->type == SHEET_TEXT && *c != '\0'; c++)
		if (*c == '\n')
			*c = ' ';
	form_add(all, field->name, text);
}

/* In a tool of tables alone: a row of its own, in ALL.  0 when there is none for
 * words. */
static int
put_row(struct req *req, struct sheet *sheet, struct form *all,
    const char *extra)
{
	const struct sheet_field	*table, *column;
	const char			*id;
	int				 i;

	for (i = sheet->field_count - 1; i >= 0; i--) {
		table = &sheet->fields[i];
		column = last_words(table->columns, table->column_count);
		if (column == NULL)
			continue;
		id = sheet_new_id(sheet);
		form_add(all, table->name, mem_format(req->mem, "%s %s",
		    sheet_get(sheet, table->name), id));
		form_add(all, mem_format(req->mem, "%s.%s.%s", table->name,
		    id, column->name), extra);
		return 1;
	}
	return 0;
}

/* The answers of SHEET, a group's, in OWN.  0, or -1 when they have no
 * room. */
static int
fill(struct req *req, const struct sheet *sheet, struct sheet *own)
{
	struct form			*form = form_new(req->mem);
	struct form			*all = form_new(req->mem);
	struct buf			*extra = buf_new(req->mem, 1000);
	const struct sheet_field	*last;
	const char			*name, *text;
	int				 at = 0, i;

	sheet_fill(own, sheet_form(sheet));
	for (i = 0; i < sheet->field_count; i++)
		sort_field(req, sheet, &sheet->fields[i], form, extra);
	last = last_words(own->fields, own->field_count);
	if (extra->length > 0 && last != NULL)
		put_behind(req, own, last, form, all, extra->data);
	else if (extra->length > 0 &&
	    put_row(req, own, all, extra->data) == 0)
		return -1;
	form_join(all, form);
	form_join(all, sheet_form(own));
	if (sheet_fill(own, all) == -1)
		return -1;
	while ((name = form_next(all, "", &at, &text)) != NULL)
		if (strlen(text) > COPY_LARGEST)
			return -1;
	return 0;
}

/* --- read ------------------------------------------------------------- */

/* The same form makes the same worksheet again. */
static const char *
new_id(struct req *req, const char *id)
{
	struct box_key	key = secret_key(req->app->secret,
			    mem_format(req->mem, "copy|%s|%s",
			    guard_key(req), id));

	return box_hex(req->mem, &key, ID_BYTES);
}

/* What is kept of it: the form that was sent is not about its fields. */
static int
read_sheet(struct req *req, const struct board *board, struct work *work,
    int row)
{
	struct form	*form = req->form;
	int		 status;

	req->form = NULL;
	status = work_read_joint(req, work, &board->group,
	    rows_get(board->sheets, row, "tool"),
	    rows_get(board->sheets, row, "id"));
	req->form = form;
	return status != 0 ? learn_failed(req, status) : 0;
}

static int
is_chosen(struct req *req, const char *id)
{
	return form_get(req->form, mem_format(req->mem, "sheet.%s", id)) !=
	    NULL;
}

int
copy_read(struct req *req, const struct board *board,
    struct copy_sheets *sheets)
{
	struct work	 joint, *own;
	const char	*id;
	int		 i, status;

	sheets->works = mem_get(req->mem,
	    ((size_t)rows_count(board->sheets) + 1) * sizeof(struct work));
	for (i = 0; i < rows_count(board->sheets); i++) {
		id = rows_get(board->sheets, i, "id");
		if (is_chosen(req, id) == 0)
			continue;
		if ((status = read_sheet(req, board, &joint, i)) != 0)
			return status;
		own = &sheets->works[sheets->count++];
		*own = (struct work){ .tool = joint.tool,
		    .id = new_id(req, id),
		    .sheet = work_sheet(req, joint.asked),
		    .base = form_new(req->mem) };
		if (fill(req, joint.sheet, own->sheet) == -1)
			sheets->is_full = 1;
	}
	return 0;
}

/* --- kept ------------------------------------------------------------- */

const char *
copy_pending(struct req *req, const struct copy_sheets *sheets)
{
	struct buf	*json = buf_new(req->mem, 8192);
	int		 i;

	buf_char(json, '[');
	for (i = 0; i < sheets->count; i++) {
		json_member(json, i == 0 ? "{" : ",{", "sheet",
		    sheets->works[i].id);
		json_member(json, ",", "tool", sheets->works[i].tool);
		buf_format(json, ",\"fields\":%s}",
		    work_pending(req, &sheets->works[i]));
	}
	buf_char(json, ']');
	return json->data;
}
