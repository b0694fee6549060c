/*
 * learn.c - what the pages of realm learn have in common.
 */
#include <string.h>

#include "adapt/db.h"
#include "base/mem.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/unsaved.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

/* The same key where the database may have taken the form all the same. */
void
learn_view(struct req *req)
{
	const struct session	*session = req->session;

	guard_view(req);
	if (req->status >= 500 && req->form != NULL) {
		view_text(req->view, "form_key", guard_key(req));
		view_text(req->view, "form_token",
		    form_get(req->form, "token"));
	}
	view_json(req->view, "session", mem_format(req->mem,
	    "{\"is_open\":%s,\"is_asked\":%s,\"is_own\":%s}",
	    session->is_open ? "true" : "false",
	    session->is_asked ? "true" : "false",
	    session->is_own ? "true" : "false"));
	view_text(req->view, "place", req->path);
}

int
learn_check(struct req *req)
{
	if (guard_is_foreign(req))
		return 403;
	if (guard_is_ours(req) == 0)
		return learn_unsaved(req, 403, "unsaved.token");
	return 0;
}

int
learn_is_closed(struct req *req)
{
	return req->session->sent != NULL && req->session->device == NULL &&
	    session_is_first(req, guard_key(req)) == 0;
}

int
learn_unsaved(struct req *req, int status, const char *word)
{
	const char	*action = form_get(req->form, "action");

	req->status = status;
	learn_view(req);
	unsaved_words(req);
	view_text(req->view, "why", req_word(req, word));
	view_text(req->view, "action", action != NULL ? action : "save");
	req->hidden = 1;
	return frame_page(req, "unsaved", &(struct frame){
	    .section = "module",
	    .title = req_word(req, "unsaved.title") });
}

const char *
learn_closed(struct req *req, int *status)
{
	const struct rows	*made = req->session->made;

	session_leave(req);
	*status = 403;
	if (made == NULL || *rows_get(made, 0, "is_crowded") != 't')
		return "unsaved.closed";
	*status = 503;
	req->forget = 0;	/* words that wait in the browser */
	return "unsaved.crowd";
}

int
learn_failed(struct req *req, int status)
{
	if (req->form == NULL || status < 500)
		return status;
	return learn_unsaved(req, status, "unsaved.database");
}
