/*
 * my_move.c - POST /{lang}/my/move: everything is sealed anew, under a new
 * resume code.
 *
 * The old code is dead then, and every other device is closed.  What another
 * device saves meanwhile is read again before anything is moved.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"

#define TRIES	4	/* to move what others write meanwhile */

/* Rows of my-notes or my-fields on their way. */
struct moved {
	const struct rows	*rows;
	const char		*table;
	int			 is_note;
	const char		**texts;	/* in the order of the rows */
};

/* What is kept under "kind/slug/segment" or "id/name", NULL: an empty row. */
static const char *
place_of(struct req *req, const struct moved *moved, int row)
{
	const struct rows	*rows = moved->rows;

	if (rows_get(rows, row, "body") == NULL)
		return NULL;
	if (moved->is_note)
		return mem_format(req->mem, "%s/%s/%s",
		    rows_get(rows, row, "kind"), rows_get(rows, row, "slug"),
		    rows_get(rows, row, "segment"));
	return mem_format(req->mem, "%s/%s", rows_get(rows, row, "id"),
	    rows_get(rows, row, "name"));
}

static void
unseal(struct req *req, struct moved *moved, const struct rows *rows,
    const char *table)
{
	const char	*place;
	int		 i;

	*moved = (struct moved){ rows, table, strcmp(table, "note") == 0,
	    NULL };
	moved->texts = mem_get(req->mem,
	    ((size_t)rows_count(rows) + 1) * sizeof(*moved->texts));
	for (i = 0; i < rows_count(rows); i++)
		if ((place = place_of(req, moved, i)) != NULL)
			moved->texts[i] = session_unseal(req, table, place,
			    rows_get(rows, i, "body"));
}

/* The rows as session-move wants them, sealed for the new space.  What did
 * not open is empty there: nobody could ever read it. */
static const char *
seal_again(struct req *req, const struct moved *moved)
{
	static const char *const	of_note[] = { "kind", "slug", "segment",
					    NULL };
	static const char *const	of_field[] = { "id", "name", NULL };
	struct buf	*json = buf_new(req->mem, 16384);
	const char	*const *column, *place;
	int		 i;

	buf_char(json, '[');
	for (i = 0; i < rows_count(moved->rows); i++) {
		if ((place = place_of(req, moved, i)) == NULL)
			continue;
		json_member(json, json->length == 1 ? "{" : ",{", "body",
		    session_seal(req, moved->table, place, moved->texts[i] !=
		    NULL ? moved->texts[i] : ""));
		column = moved->is_note ? of_note : of_field;
		for (; *column != NULL; column++)
			json_member(json, ",", *column, rows_get(moved->rows, i,
			    *column));
		buf_format(json, ",\"version\":%s}",
		    rows_get(moved->rows, i, "version"));
	}
	buf_char(json, ']');
	return json->data;
}

/* Read everything, seal it anew, write it: *RESULT is what came of it. */
static int
move(struct req *req, const char **result)
{
	struct rows	*notes, *fields, *moved_rows;
	struct moved	 note, field;
	int		 status;

	session_again(req);
	notes = req_ask(req, Q_MY_NOTES, DB_ARGS(req->tag));
	fields = req_ask(req, Q_MY_FIELDS, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	unseal(req, &note, notes, "note");
	unseal(req, &field, fields, "field");
	session_renew(req);
	session_again(req);
	moved_rows = session_move(req, guard_once(req),
	    seal_again(req, &note), seal_again(req, &field));
	if ((status = req_run(req)) != 0)
		return status;
	*result = rows_get(moved_rows, 0, "result");
	return 0;
}

int
page_my_move(struct req *req)
{
	struct session	before;
	const char	*result = "closed";
	int		 i, status;

	session_ask(req);
	if ((status = req_run(req)) != 0 || (status = learn_check(req)) != 0)
		return status;
	if (session_take(req) == 0)
		return req_redirect(req, 303, mem_format(req->mem, "/%s/my",
		    req->tag));
	before = *req->session;
	for (i = 0; i < TRIES; i++) {
		*req->session = before;
		if ((status = move(req, &result)) != 0)
			return status;
		if (strcmp(result, "changed") != 0)
			break;
	}
	if (i == TRIES)
		return 503;
	return req_redirect(req, 303, mem_format(req->mem, "/%s/my/code",
	    req->tag));
}
