/*
 * worksheet_save.c - POST /{lang}/worksheet/{tool}[/{id}]: what was typed is
 * kept, or comes back.
 *
 * What the button is worth says what to do: "save"; "erase"; "show" and what
 * sheet_do() knows change rows or the language and keep nothing.
 */
#include <string.h>

#include "base/mem.h"
#include "page/learn.h"
#include "page/page.h"
#include "page/worksheet_private.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/secret.h"
#include "web/session.h"

#define ID_BYTES	16

/* The id of a worksheet that is made by this form: sent twice, it makes one.
 */
static const char *
new_id(struct req *req)
{
	struct box_key	key = secret_key(req->app->secret,
			    mem_format(req->mem, "worksheet|%s",
			    guard_key(req)));

	return box_hex(req->mem, &key, ID_BYTES);
}

static const char *
bytea(struct req *req, const char *hex)
{
	return hex == NULL ? NULL : mem_format(req->mem, "\\x%s", hex);
}

/* More rows than are kept: they are shown, to be made fewer. */
static int
is_too_long(const struct sheet *sheet)
{
	int	i;

	for (i = 0; i < sheet->field_count; i++)
		if (sheet->fields[i].row_count > SHEET_ROWS)
			return 1;
	return 0;
}

/* The form comes back as it was sent, and says why. */
static int
refuse(struct req *req, struct work *work, int status, const char *why)
{
	req->status = status;
	return work_show(req, work, NULL, req_word(req, why));
}

/* What it belonged to is not there any more: saved again, it is a new one. */
static int
refuse_old(struct req *req, struct work *work, int status, const char *why)
{
	work->id = NULL;
	work->saved_on = NULL;
	work->base = form_new(req->mem);
	return refuse(req, work, status, why);
}

/* The database went away: perhaps it has all of it, perhaps nothing.  Or it
 * would not.  The same key again lets it count once. */
static int
refuse_unsure(struct req *req, struct work *work, int fresh, int status)
{
	if (fresh)
		work->id = NULL;
	return refuse(req, work, status, "unsaved.database");
}

static int
answer(struct req *req, struct work *work, const struct rows *saved)
{
	const char	*result = rows_get(saved, 0, "result"), *why;
	int		 status;

	if (strcmp(result, "full") == 0)
		return refuse(req, work, 413, "unsaved.full");
	if (strcmp(result, "paused") == 0)
		return refuse(req, work, 403, "joint.unsaved.paused");
	if (work->room != NULL && strcmp(result, "gone") == 0)
		return learn_unsaved(req, 409, "joint.unsaved.gone");
	if (work->room != NULL && strcmp(result, "closed") == 0)
		return learn_unsaved(req, 403, "unsaved.closed");
	if (strcmp(result, "closed") == 0) {
		why = learn_closed(req, &status);
		return refuse_old(req, work, status, why);
	}
	if (strcmp(result, "gone") == 0)
		return refuse_old(req, work, 409, "worksheet.why.gone");
	if (work_merge(req, work, saved) > 0)
		return refuse(req, work, 409, "merge.alert");
	return req_redirect(req, 303, work_address(req, work));
}

static struct rows *
ask_save(struct req *req, struct work *work, int fresh)
{
	return req_ask(req, Q_WORKSHEET_SAVE, DB_ARGS(guard_once(req),
	    bytea(req, work->id), work->tool, bytea(req, work->follows),
	    fresh ? "t" : "f", req->tag, work_pending(req, work)));
}

struct rows *
work_begin(struct req *req, struct work *work)
{
	session_again(req);
	work->id = new_id(req);
	return ask_save(req, work, 1);
}

static int
save(struct req *req, struct work *work)
{
	int		 fresh = work->id == NULL, status;
	struct rows	*saved;

	if (req->session->is_open)
		session_again(req);
	else
		session_create(req, guard_key(req));
	if (fresh)
		work->id = new_id(req);
	saved = ask_save(req, work, fresh);
	status = req_run(req);
	return status != 0 ? refuse_unsure(req, work, fresh, status) :
	    answer(req, work, saved);
}

static int
erase(struct req *req, struct work *work)
{
	int	status;

	if (work->id != NULL && req->session->is_open) {
		session_again(req);
		req_ask(req, Q_WORKSHEET_ERASE, DB_ARGS(guard_once(req),
		    bytea(req, work->id)));
		if ((status = req_run(req)) != 0)
			return learn_failed(req, status);
		work->id = NULL;
	}
	return req_redirect(req, 303, work_address(req, work));
}

/* Does the button keep anything, or take it away? */
static int
keeps(const char *action)
{
	return action != NULL && (strcmp(action, "save") == 0 ||
	    strcmp(action, "erase") == 0);
}

int
work_act(struct req *req, struct work *work)
{
	const char	*action = form_get(req->form, "action");
	const char	*focus = NULL;

	if (keeps(action) == 0)
		focus = sheet_do(work->sheet, action != NULL ? action : "");
	if (is_too_long(work->sheet))
		return refuse(req, work, 413, "unsaved.rows");
	if (keeps(action) == 0)
		return work_show(req, work, focus, NULL);
	if (guard_is_ours(req) == 0)
		return refuse(req, work, 403, "unsaved.token");
	if (learn_is_closed(req))
		return refuse_old(req, work, 403, "unsaved.closed");
	if (strcmp(action, "erase") == 0)
		return erase(req, work);
	return save(req, work);
}

int
page_worksheet_save(struct req *req)
{
	struct work	work;
	int		status;

	if (guard_is_foreign(req))
		return 403;
	if ((status = work_read(req, &work, req->arguments[1], 0)) != 0)
		return learn_failed(req, status);
	return work_act(req, &work);
}
