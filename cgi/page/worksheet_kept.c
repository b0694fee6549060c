/*
 * worksheet_kept.c - what is kept of a worksheet, and what a form changes.
 *
 * Beside each answer that is kept the form has, as "v." and its name, the
 * version that was shown and a hash of its words: who has changed nothing
 * overwrites nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "adapt/hash.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/worksheet_private.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"

#define DIGITS	12	/* of the hash of what was shown */

const char *
work_place(struct req *req, const char *id, const char *name)
{
	return mem_format(req->mem, "%s/%s", id, name);
}

const char *
work_base(struct req *req, int version, const char *text)
{
	return mem_format(req->mem, "%d.%s", version,
	    hash_hex(req->mem, text, strlen(text), DIGITS));
}

/* --- what is shown ---------------------------------------------------- */

/* Row ROW says NAME of worksheet ID; NULL: no word of it, or of another. */
static const char *
read_row(struct req *req, const struct rows *rows, int row, const char *id,
    const char **name)
{
	*name = rows_get(rows, row, "name");
	if (*name == NULL || strcmp(rows_get(rows, row, "id"), id) != 0)
		return NULL;
	return session_unseal(req, "field", work_place(req, id, *name),
	    rows_get(rows, row, "body"));
}

static const char *
row_base(struct req *req, const struct rows *rows, int row, const char *text)
{
	return work_base(req, atoi(rows_get(rows, row, "version")), text);
}

/* A row may stand in its cells alone: when two add one at once, the list of
 * the second is not taken.  Such rows come last. */
static void
put_rows(struct req *req, struct sheet *sheet, struct form *form)
{
	struct form	*full;
	const char	*name, *text, *table, *id;
	char		*rest;
	int		 at = 0;

	while ((name = form_next(form, "", &at, &text)) != NULL) {
		rest = mem_dup(req->mem, name);
		table = strsep(&rest, ".");
		id = strsep(&rest, ".");
		if (rest != NULL && sheet_shows(sheet, name))
			sheet_put_row(sheet, table, id);
	}
	full = sheet_form(sheet);
	form_join(full, form);
	sheet_fill(sheet, full);
}

void
work_fill(struct req *req, struct sheet *sheet, const char *id,
    const struct rows *rows, struct form *base)
{
	struct form	*form = form_new(req->mem);
	const char	*name, *text;
	int		 i;

	for (i = 0; i < rows_count(rows); i++) {
		text = read_row(req, rows, i, id, &name);
		if (text == NULL || sheet_is_copy(name))
			continue;
		form_add(form, name, text);
		if (base != NULL && sheet_shows(sheet, name))
			form_add(base, name, row_base(req, rows, i, text));
	}
	sheet_fill(sheet, form);
	if (sheet->is_copy)
		put_rows(req, sheet, form);
}

void
work_take_copy(struct req *req, struct work *work, const struct rows *rows)
{
	const char	*name, *text;
	int		 i;

	for (i = 0; i < rows_count(rows); i++) {
		text = read_row(req, rows, i, work->id, &name);
		if (text == NULL || sheet_is_copy(name) == 0)
			continue;
		form_add(work->copy, name, text);
		form_add(work->copy_base, name, row_base(req, rows, i, text));
	}
}

void
work_take_base(struct req *req, struct work *work)
{
	const char	*name, *value;
	int		 at = 0;

	work->base = form_new(req->mem);
	while ((name = form_next(req->form, "v.", &at, &value)) != NULL)
		form_add(work->base, name + 2, value);
}

/* --- what is to be saved ---------------------------------------------- */

/* TEXT "" is nothing: the field goes. */
static void
add_field(struct req *req, const struct work *work, struct buf *json,
    const char *name, int version, const char *text)
{
	buf_text(json, json->length == 1 ? "{\"name\":" : ",{\"name\":");
	json_quote(json, name);
	buf_format(json, ",\"version\":%d,\"body\":",
	    version > 0 ? version : 0);
	json_quote(json, *text == '\0' ? NULL : session_seal(req, "field",
	    work_place(req, work->id, name), text));
	buf_char(json, '}');
}

void
work_pend(struct req *req, const struct work *work, struct buf *json,
    struct form *base, const char *name, const char *text)
{
	const char	*shown = form_get(base, name);
	int		 version = shown != NULL ? atoi(shown) : 0;

	if (shown == NULL ? *text != '\0' :
	    strcmp(shown, work_base(req, version, text)) != 0)
		add_field(req, work, json, name, version, text);
}

/* An answer that was not shown: it is new. */
static void
add_new(struct req *req, const struct work *work, struct buf *json,
    const char *name, const char *text)
{
	if (form_get(work->base, name) == NULL)
		work_pend(req, work, json, work->base, name, text);
}

const char *
work_pending(struct req *req, const struct work *work)
{
	const struct sheet	*sheet = work->sheet;
	struct buf		*json = buf_new(req->mem, 4096);
	const char		*name, *text;
	int			 at = 0, i;

	buf_char(json, '[');
	while ((name = form_next(work->base, "", &at, &text)) != NULL)
		work_pend(req, work, json, work->base, name,
		    sheet_get(sheet, name));
	add_new(req, work, json, "_title", sheet->title);
	for (i = 0; i < sheet->field_count; i++)
		if (sheet->fields[i].type == SHEET_TABLE &&
		    sheet->fields[i].is_hidden == 0)
			add_new(req, work, json, sheet->fields[i].name,
			    sheet_get(sheet, sheet->fields[i].name));
	at = 0;
	while ((name = form_next(sheet->answers, "", &at, &text)) != NULL)
		add_new(req, work, json, name, text);
	buf_char(json, ']');
	return json->data;
}
