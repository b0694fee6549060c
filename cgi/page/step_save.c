/*
 * step_save.c - POST /{lang}/step/{module}/{step}: what was written is kept.
 *
 * What the button is worth says where to go then: "save" stays, "previous"
 * and "next" go there (next: the step is done), "skip" opens the comparison
 * unanswered, "show" keeps nothing and shows the form as it stands, in the
 * language of the address.
 */
#include <string.h>

#include "base/mem.h"
#include "page/page.h"
#include "page/step_private.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"

/* Where the button leads. */
static const char *
aim(struct req *req, const struct step *step)
{
	const char	*name = step->name;

	if (note_wants(req, "next"))
		name = rows_get(step->steps, step->shown, "next");
	else if (note_wants(req, "previous") &&
	    rows_get(step->steps, step->shown, "previous") != NULL)
		name = rows_get(step->steps, step->shown, "previous");
	return step_address(req, step, name);
}

/* Queue how far one has come.  A step that one only looked through and went
 * on from is done, too: who reads has read. */
static void
ask_progress(struct req *req, const void *reached)
{
	const struct step	*step = reached;
	int			 i;

	if (note_wants(req, "skip") && step->case_slug != NULL)
		req_ask(req, Q_STEP_REACH, DB_ARGS("case", step->case_slug,
		    "compare", "skipped", req->tag));
	for (i = 0; i < rows_count(step->steps); i++)
		if (step_is_read(step, i))
			req_ask(req, Q_STEP_REACH, DB_ARGS("module",
			    step->module, rows_get(step->steps, i, "name"),
			    "done", req->tag));
	req_ask(req, Q_STEP_REACH, DB_ARGS("module", step->module,
	    step->name, note_wants(req, "next") ? "done" : "begun",
	    req->tag));
}

static int
save(struct req *req, struct step *step)
{
	int	status, conflicts;

	status = note_keep(req, &step->notes, ask_progress, step, &conflicts);
	if (status != 0)
		return status;
	if (conflicts)
		return step_show(req, step);
	step->read = NULL;
	return req_redirect(req, 303, aim(req, step));
}

/* Who has written nothing anywhere goes on without a cookie, until the last
 * step is done. */
static int
leaves_no_trace(const struct req *req, const struct step *step)
{
	return req->session->is_open == 0 &&
	    note_wants(req, "skip") == 0 &&
	    note_is_written(&step->notes) == 0 &&
	    (note_wants(req, "next") == 0 ||
	    rows_get(step->steps, step->shown, "next") != NULL);
}

/* Then the address remembers what was read, for the first save. */
static int
walk_on(struct req *req, struct step *step)
{
	if (note_wants(req, "next"))
		step_reads(req, step, 1);
	return req_redirect(req, 303, aim(req, step));
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
	if (note_wants(req, "show")) {
		req->hidden = 1;
		return step_show(req, &step);
	}
	if ((status = note_check(req)) != 0)
		return status;
	if (leaves_no_trace(req, &step))
		return walk_on(req, &step);
	return save(req, &step);
}
