/*
 * worksheet_merge.c - what another device has changed meanwhile, beside what
 * this form says.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/worksheet_private.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"

/* --- rows ------------------------------------------------------------- */

/* Rows that another device has and this form has not go behind the others;
 * that is no difference of opinion.  In a group it is none at all: a row
 * with words in it is there without being listed. */
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

/* --- one answer ------------------------------------------------------- */

/* A paragraph of TEXT, *LENGTH bytes of it; NULL after the last. */
static const char *
paragraph(const char **rest, const char *between, size_t *length)
{
	const char	*start = *rest, *end;

	if (start == NULL)
		return NULL;
	end = strstr(start, between);
	*length = end != NULL ? (size_t)(end - start) : strlen(start);
	*rest = end != NULL ? end + strlen(between) : NULL;
	return start;
}

static int
has_paragraph(const char *text, const char *between, const char *one,
    size_t length)
{
	const char	*here;
	size_t		 size;

	while ((here = paragraph(&text, between, &size)) != NULL)
		if (size == length && memcmp(here, one, size) == 0)
			return 1;
	return 0;
}

/* Typed words stand one after the other, so that saving loses none; what
 * both have stands there once.  Of two choices, dates or names the one made
 * here counts. */
static const char *
both(struct req *req, const struct work *work, const char *name,
    const char *theirs, const char *mine)
{
	const struct sheet_field	*field = sheet_find(work->sheet, name);
	struct buf			*text = buf_new(req->mem, 1000);
	const char			*between = "\n\n", *one;
	size_t				 length;

	if (*theirs == '\0' || *mine == '\0')
		return *mine == '\0' ? theirs : mine;
	if (field == NULL || (field->type != SHEET_TEXT &&
	    field->type != SHEET_LONGTEXT))
		return mine;
	/* A box of one line has no room for paragraphs; a cell has. */
	if (field->type == SHEET_TEXT && strchr(name, '.') == NULL)
		between = " / ";
	buf_text(text, theirs);
	while ((one = paragraph(&mine, between, &length)) != NULL)
		if (has_paragraph(theirs, between, one, length) == 0) {
			buf_text(text, between);
			buf_add(text, one, length);
		}
	return text->data;
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
		return strcmp(theirs, mine) != 0 && work->room == NULL;
	}
	restore_row(req, work, name);
	if (strcmp(theirs, mine) == 0)
		return 0;
	form_add(work->theirs, name, theirs);
	form_add(merged, name, both(req, work, name, theirs, mine));
	return 1;
}

void
work_renew_base(struct req *req, struct work *work, struct form *base)
{
	struct form	*all = form_new(req->mem);
	const char	*name, *value;
	int		 at = 0;

	while ((name = form_next(work->base, "", &at, &value)) != NULL)
		if (form_get(base, name) == NULL)
			form_add(all, name, value);
	form_join(all, base);
	work->base = all;
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
			    work_place(req, work->id, name),
			    rows_get(saved, i, "body"));
			text = text != NULL ? text : "";
			found += merge_one(req, work, merged, name, text);
		}
		form_add(base, name, work_base(req, version, text));
	}
	work_renew_base(req, work, base);
	form_join(merged, sheet_form(work->sheet));
	sheet_fill(work->sheet, merged);
	return found;
}
