/*
 * step_save.c - POST /{lang}/step/{module}/{step}: what was written is kept.
 *
 * What the button is worth says where to go then: "save" stays, "previous"
 * and "next" go there (next: the step is done), "skip" opens the comparison
 * unanswered, "show" keeps nothing and shows the form as it stands, in the
 * language of the address.
 */
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "page/learn.h"
#include "page/page.h"
#include "page/step_private.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

static int
wants(const struct req *req, const char *action)
{
	const char	*sent = form_get(req->form, "action");

	return sent != NULL && strcmp(sent, action) == 0;
}

static int
go_on(struct req *req, const struct step *step)
{
	const char	*name = step->name;

	if (wants(req, "next"))
		name = rows_get(step->steps, step->shown, "next");
	else if (wants(req, "previous") &&
	    rows_get(step->steps, step->shown, "previous") != NULL)
		name = rows_get(step->steps, step->shown, "previous");
	return req_redirect(req, 303, step_address(req, step, name));
}

/* Queue how far one has come.  A step that one only looked through and went
 * on from is done, too: who reads has read. */
static void
ask_progress(struct req *req, const struct step *step)
{
	if (wants(req, "skip") && step->case_slug != NULL)
		req_ask(req, Q_STEP_REACH, DB_ARGS("case", step->case_slug,
		    "compare", "skipped", req->tag));
	req_ask(req, Q_STEP_REACH, DB_ARGS("module", step->module,
	    step->name, wants(req, "next") ? "done" : "begun", req->tag));
}

static int
is_result(const struct rows *saved, const char *result)
{
	return rows_count(saved) > 0 &&
	    strcmp(rows_get(saved, 0, "result"), result) == 0;
}

/* Both texts on one page: saving it again loses neither. */
static int
show_conflict(struct req *req, struct step *step)
{
	req->hidden = 1;
	req->status = 409;
	return step_show(req, step);
}

static int
save(struct req *req, struct step *step)
{
	struct buf	*json = buf_new(req->mem, 4096);
	struct rows	*saved;
	const char	*why;
	int		 status;

	if (req->session->is_open)
		session_again(req);
	else
		session_create(req, guard_key(req));
	note_pending(req, &step->notes, json);
	saved = req_ask(req, Q_NOTE_SAVE, DB_ARGS(guard_once(req),
	    json->data));
	ask_progress(req, step);
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	if (is_result(saved, "full"))
		return learn_unsaved(req, 413, "unsaved.full");
	if (is_result(saved, "closed")) {
		why = learn_closed(req, &status);
		return learn_unsaved(req, status, why);
	}
	if (note_conflicts(req, &step->notes, saved))
		return show_conflict(req, step);
	return go_on(req, step);
}

/* Who has written nothing anywhere goes on without a cookie. */
static int
leaves_no_trace(const struct req *req, const struct step *step)
{
	return req->session->is_open == 0 && wants(req, "skip") == 0 &&
	    note_is_written(&step->notes) == 0;
}

int
page_step_save(struct req *req)
{
	struct step	step;
	int		status;

	if (guard_is_foreign(req))
		return 403;
	if ((status = step_read(req, &step)) != 0)
		return status;
	note_take(req, &step.notes);
	if (wants(req, "show")) {
		req->hidden = 1;
		return step_show(req, &step);
	}
	if ((status = learn_check(req)) != 0)
		return status;
	if (req->session->sent != NULL && req->session->is_open == 0)
		return learn_unsaved(req, 403, "unsaved.closed");
	if (leaves_no_trace(req, &step))
		return go_on(req, &step);
	return save(req, &step);
}
