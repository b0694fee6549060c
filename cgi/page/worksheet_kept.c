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

static const char *
place(struct req *req, const char *id, const char *name)
{
	return mem_format(req->mem, "%s/%s", id, name);
}

static const char *
base_of(struct req *req, int version, const char *text)
{
	return mem_format(req->mem, "%d.%s", version,
	    hash_hex(req->mem, text, strlen(text), DIGITS));
}

/* --- what is shown ---------------------------------------------------- */

void
work_fill(struct req *req, struct sheet *sheet, const char *id,
    const struct rows *rows, struct form *base)
{
	struct form	*form = form_new(req->mem);
	const char	*name, *text;
	int		 i;

	for (i = 0; i < rows_count(rows); i++) {
		name = rows_get(rows, i, "name");
		if (name == NULL || strcmp(rows_get(rows, i, "id"), id) != 0)
			continue;
		text = session_unseal(req, "field", place(req, id, name),
		    rows_get(rows, i, "body"));
		if (text == NULL)
			continue;
		form_add(form, name, text);
		if (base != NULL)
			form_add(base, name, base_of(req,
			    atoi(rows_get(rows, i, "version")), text));
	}
	sheet_fill(sheet, form);
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
	    place(req, work->id, name), text));
	buf_char(json, '}');
}

/* An answer that was not shown: it is new. */
static void
add_new(struct req *req, const struct work *work, struct buf *json,
    const char *name, const char *text)
{
	if (*text != '\0' && form_get(work->base, name) == NULL)
		add_field(req, work, json, name, 0, text);
}

const char *
work_pending(struct req *req, const struct work *work)
{
	struct buf	*json = buf_new(req->mem, 4096);
	const char	*name, *base, *text;
	int		 at = 0, i;

	buf_char(json, '[');
	while ((name = form_next(work->base, "", &at, &base)) != NULL) {
		text = sheet_get(work->sheet, name);
		if (strcmp(base, base_of(req, atoi(base), text)) != 0)
			add_field(req, work, json, name, atoi(base), text);
	}
	add_new(req, work, json, "_title", work->sheet->title);
	for (i = 0; i < work->sheet->field_count; i++)
		if (work->sheet->fields[i].type == SHEET_TABLE)
			add_new(req, work, json, work->sheet->fields[i].name,
			    sheet_get(work->sheet,
			    work->sheet->fields[i].name));
	at = 0;
	while ((name = form_next(work->sheet->answers, "", &at, &text)) !=
	    NULL)
		add_new(req, work, json, name, text);
	buf_char(json, ']');
	return json->data;
}

/* --- what came of it -------------------------------------------------- */

/* Rows that another device has and this form has not go behind the others;
 * that is no difference of opinion. */
static void
merge_rows(struct req *req, struct work *work, const char *table,
    const char *theirs)
{
	char	*rest = mem_dup(req->mem, theirs), *id;

	while ((id = strsep(&rest, " ")) != NULL)
		sheet_put_row(work->sheet, table, id);
}

/* A cell that was taken away here and changed there is there again. */
static void
restore_row(struct req *req, struct work *work, const char *name)
{
	char	*rest = mem_dup(req->mem, name), *table, *id;

	table = strsep(&rest, ".");
	id = strsep(&rest, ".");
	if (id != NULL && rest != NULL)
		sheet_put_row(work->sheet, table, id);
}

/* Typed words stand one after the other, so that saving loses none; of two
 * choices, dates or names the one made here counts. */
static const char *
both(struct req *req, const struct work *work, const char *name,
    const char *theirs, const char *mine)
{
	const struct sheet_field	*field = sheet_find(work->sheet, name);

	if (*theirs == '\0' || *mine == '\0')
		return *mine == '\0' ? theirs : mine;
	if (field == NULL || (field->type != SHEET_TEXT &&
	    field->type != SHEET_LONGTEXT))
		return mine;
	return mem_format(req->mem, "%s\n\n%s", theirs, mine);
}

/* One answer that another device has changed; what both say goes into
 * MERGED.  1, or 0 when there is nothing to decide. */
static int
merge_one(struct req *req, struct work *work, struct form *merged,
    const char *name, const char *theirs)
{
	const struct sheet_field	*field = sheet_find(work->sheet, name);
	const char			*mine = sheet_get(work->sheet, name);

	if (field != NULL && field->type == SHEET_TABLE) {
		merge_rows(req, work, name, theirs);
		return strcmp(theirs, mine) != 0;
	}
	restore_row(req, work, name);
	if (strcmp(theirs, mine) == 0)
		return 0;
	form_add(work->theirs, name, theirs);
	form_add(merged, name, both(req, work, name, theirs, mine));
	return 1;
}

/* Versions of what was not sent stay as they were shown. */
static void
renew_base(struct work *work, struct form *base)
{
	const char	*name, *value;
	int		 at = 0;

	while ((name = form_next(work->base, "", &at, &value)) != NULL)
		form_add(base, name, value);
	work->base = base;
}

int
work_merge(struct req *req, struct work *work, const struct rows *saved)
{
	struct form	*base = form_new(req->mem), *merged;
	const char	*name, *text;
	int		 i, found = 0, version;

	merged = form_new(req->mem);
	work->theirs = form_new(req->mem);
	for (i = 0; i < rows_count(saved); i++) {
		if ((name = rows_get(saved, i, "name")) == NULL)
			continue;
		version = atoi(rows_get(saved, i, "version"));
		text = sheet_get(work->sheet, name);
		if (strcmp(rows_get(saved, i, "result"), "conflict") == 0) {
			text = session_unseal(req, "field",
			    place(req, work->id, name),
			    rows_get(saved, i, "body"));
			text = text != NULL ? text : "";
			found += merge_one(req, work, merged, name, text);
		}
		form_add(base, name, base_of(req, version, text));
	}
	renew_base(work, base);
	form_join(merged, sheet_form(work->sheet));
	sheet_fill(work->sheet, merged);
	return found;
}
