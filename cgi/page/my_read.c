/*
 * my_read.c - everything that one person has kept, read and opened.
 */
#include <string.h>

#include "adapt/db.h"
#include "base/clock.h"
#include "base/mem.h"
#include "content/bundle.h"
#include "page/my_private.h"
#include "web/req.h"
#include "web/session.h"

static void
ask(struct req *req, struct mine *mine)
{
	mine->modules = req_ask(req, Q_MY_MODULES, DB_ARGS(req->tag));
	mine->progress = req_ask(req, Q_MY_PROGRESS, DB_NO_ARGS);
	mine->notes = req_ask(req, Q_MY_NOTES, DB_ARGS(req->tag));
	mine->fields = req_ask(req, Q_MY_FIELDS, DB_ARGS(req->tag));
}

static const char **
texts(struct req *req, const struct rows *rows)
{
	return mem_get(req->mem,
	    ((size_t)rows_count(rows) + 1) * sizeof(const char *));
}

static void
open_notes(struct req *req, struct mine *mine)
{
	const struct rows	*rows = mine->notes;
	int			 i;

	mine->note_texts = texts(req, rows);
	for (i = 0; i < rows_count(rows); i++)
		mine->note_texts[i] = session_unseal(req, "note",
		    mem_format(req->mem, "%s/%s/%s", rows_get(rows, i, "kind"),
		    rows_get(rows, i, "slug"), rows_get(rows, i, "segment")),
		    rows_get(rows, i, "body"));
}

static void
open_fields(struct req *req, struct mine *mine)
{
	const struct rows	*rows = mine->fields;
	int			 i;

	mine->field_texts = texts(req, rows);
	for (i = 0; i < rows_count(rows); i++)
		if (rows_get(rows, i, "name") != NULL)
			mine->field_texts[i] = session_unseal(req, "field",
			    mem_format(req->mem, "%s/%s",
			    rows_get(rows, i, "id"),
			    rows_get(rows, i, "name")),
			    rows_get(rows, i, "body"));
}

int
my_read(struct req *req, struct mine *mine)
{
	int	status;

	session_ask(req);
	ask(req, mine);
	if ((status = req_run(req)) != 0)
		return status;
	session_take(req);
	open_notes(req, mine);
	open_fields(req, mine);
	return 0;
}

int
my_read_again(struct req *req, struct mine *mine)
{
	int	status;

	session_again(req);
	ask(req, mine);
	if ((status = req_run(req)) != 0)
		return status;
	open_notes(req, mine);
	open_fields(req, mine);
	return 0;
}

int
my_sheet_end(const struct mine *mine, int first)
{
	const char	*id = rows_get(mine->fields, first, "id");
	int		 i = first;

	while (i < rows_count(mine->fields) &&
	    strcmp(rows_get(mine->fields, i, "id"), id) == 0)
		i++;
	return i;
}

const char *
my_field(const struct mine *mine, int first, const char *name)
{
	const char	*here;
	int		 i, end = my_sheet_end(mine, first);

	for (i = first; i < end; i++) {
		here = rows_get(mine->fields, i, "name");
		if (here != NULL && strcmp(here, name) == 0)
			return mine->field_texts[i];
	}
	return NULL;
}

/* --- for a file ------------------------------------------------------- */

static struct bundle_note *
bundle_notes(struct req *req, const struct mine *mine)
{
	const struct rows	*rows = mine->notes;
	struct bundle_note	*first = NULL, **end = &first;
	int			 i;

	for (i = 0; i < rows_count(rows); i++) {
		if (mine->note_texts[i] == NULL || *mine->note_texts[i] ==
		    '\0')
			continue;
		*end = mem_get(req->mem, sizeof(**end));
		**end = (struct bundle_note){ rows_get(rows, i, "kind"),
		    rows_get(rows, i, "slug"), rows_get(rows, i, "segment"),
		    mine->note_texts[i], rows_get(rows, i, "saved_on"),
		    NULL };
		end = &(*end)->next;
	}
	return first;
}

static struct bundle_progress *
bundle_progress(struct req *req, const struct mine *mine)
{
	const struct rows	*rows = mine->progress;
	struct bundle_progress	*first = NULL, **end = &first;
	int			 i;

	for (i = 0; i < rows_count(rows); i++) {
		*end = mem_get(req->mem, sizeof(**end));
		**end = (struct bundle_progress){ rows_get(rows, i, "slug"),
		    rows_get(rows, i, "step"),
		    rows_get(rows, i, "reached_on"), NULL };
		end = &(*end)->next;
	}
	return first;
}

static struct bundle_field *
bundle_fields(struct req *req, const struct mine *mine, int i, int stop)
{
	struct bundle_field	*first = NULL, **end = &first;

	for (; i < stop; i++) {
		if (mine->field_texts[i] == NULL)
			continue;
		*end = mem_get(req->mem, sizeof(**end));
		**end = (struct bundle_field){
		    rows_get(mine->fields, i, "name"), mine->field_texts[i],
		    NULL };
		end = &(*end)->next;
	}
	return first;
}

/* Is worksheet ID there?  One that was followed may have been erased. */
static const char *
if_kept(const struct mine *mine, const char *id)
{
	int	i;

	for (i = 0; id != NULL && i < rows_count(mine->fields);
	    i = my_sheet_end(mine, i))
		if (strcmp(rows_get(mine->fields, i, "id"), id) == 0)
			return id;
	return NULL;
}

static struct bundle_sheet *
bundle_sheets(struct req *req, const struct mine *mine)
{
	const struct rows	*rows = mine->fields;
	struct bundle_sheet	*first = NULL, **end = &first;
	int			 i, stop;

	for (i = 0; i < rows_count(rows); i = stop) {
		stop = my_sheet_end(mine, i);
		*end = mem_get(req->mem, sizeof(**end));
		**end = (struct bundle_sheet){
		    .id = rows_get(rows, i, "id"),
		    .tool = rows_get(rows, i, "tool"),
		    .follows = if_kept(mine, rows_get(rows, i, "follows")),
		    .created = rows_get(rows, i, "created_on"),
		    .saved = rows_get(rows, i, "saved_on"),
		    .fields = bundle_fields(req, mine, i, stop) };
		end = &(*end)->next;
	}
	return first;
}

struct bundle *
my_bundle(struct req *req, const struct mine *mine)
{
	struct bundle	*bundle = mem_get(req->mem, sizeof(*bundle));

	*bundle = (struct bundle){ clock_day(req->mem, 0), req->tag,
	    bundle_notes(req, mine), bundle_progress(req, mine),
	    bundle_sheets(req, mine) };
	return bundle;
}
