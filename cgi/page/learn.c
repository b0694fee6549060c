/*
 * learn.c - what the pages of realm learn have in common.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/frame.h"
#include "page/learn.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

void
learn_view(struct req *req)
{
	const struct session	*session = req->session;

	guard_view(req);
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

/* Fields that the form has anew, or that no person writes. */
static int
is_ours(const char *name)
{
	return strcmp(name, "key") == 0 || strcmp(name, "token") == 0 ||
	    strcmp(name, "action") == 0;
}

static void
add(struct buf *json, const char *before, const char *name,
    const char *value)
{
	buf_text(json, before);
	json_quote(json, name);
	buf_char(json, ':');
	json_quote(json, value);
}

/* What the form brought: words to be seen, the rest carried along. */
static void
view_words(struct req *req)
{
	struct buf	*json = buf_new(req->mem, 4096);
	const char	*name, *value;
	int		 at = 0, count = 0, hidden;

	buf_char(json, '[');
	while ((name = form_next(req->form, "", &at, &value)) != NULL) {
		if (is_ours(name))
			continue;
		hidden = strncmp(name, "v.", 2) == 0 || *value == '\0';
		add(json, count++ > 0 ? ",{" : "{", "name", name);
		add(json, ",", "value", value);
		buf_format(json, ",\"hidden\":%s}", hidden ? "true" : "false");
	}
	buf_char(json, ']');
	view_json(req->view, "words", json->data);
}

/* The same key where the database may have taken the form all the same. */
int
learn_unsaved(struct req *req, int status, const char *word)
{
	const char	*action = form_get(req->form, "action");

	learn_view(req);
	if (status == 503) {
		view_text(req->view, "form_key", guard_key(req));
		view_text(req->view, "form_token",
		    form_get(req->form, "token"));
	}
	view_words(req);
	view_text(req->view, "why", req_word(req, word));
	view_text(req->view, "action", action != NULL ? action : "save");
	req->hidden = 1;
	req->status = status;
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
	if (req->form == NULL || status != 503)
		return status;
	return learn_unsaved(req, status, "unsaved.database");
}
