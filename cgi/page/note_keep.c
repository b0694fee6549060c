/*
 * note_keep.c - what somebody wrote is kept, once, or comes back.
 */
#include <string.h>

#include "base/buf.h"
#include "page/learn.h"
#include "page/note.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"

#define BYTES	4096	/* of answers, to begin with */

int
note_wants(const struct req *req, const char *action)
{
	const char	*sent = form_get(req->form, "action");

	return sent != NULL && strcmp(sent, action) == 0;
}

int
note_check(struct req *req)
{
	int	status;

	if ((status = learn_check(req)) != 0)
		return status;
	if (learn_is_closed(req))
		return learn_unsaved(req, 403, "unsaved.closed");
	return 0;
}

static int
is_result(const struct rows *saved, const char *result)
{
	return rows_count(saved) > 0 &&
	    strcmp(rows_get(saved, 0, "result"), result) == 0;
}

int
note_answer(struct req *req, struct notes *notes, const struct rows *saved,
    int *conflicts)
{
	const char	*why;
	int		 status;

	if (is_result(saved, "full"))
		return learn_unsaved(req, 413, "unsaved.full");
	if (is_result(saved, "closed")) {
		why = learn_closed(req, &status);
		return learn_unsaved(req, status, why);
	}
	*conflicts = note_conflicts(req, notes, saved);
	if (*conflicts) {
		req->hidden = 1;
		req->status = 409;
	}
	return 0;
}

void
note_open(struct req *req)
{
	if (req->session->is_open)
		session_again(req);
	else
		session_create(req, guard_key(req));
}

int
note_keep(struct req *req, struct notes *notes, note_reach *reach,
    const void *reached, int *conflicts)
{
	struct buf	*json = buf_new(req->mem, BYTES);
	struct rows	*saved;
	int		 status;

	note_open(req);
	note_pending(req, notes, json);
	saved = req_ask(req, Q_NOTE_SAVE, DB_ARGS(guard_once(req),
	    json->data));
	reach(req, reached);
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	return note_answer(req, notes, saved, conflicts);
}
