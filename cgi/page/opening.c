/*
 * opening.c - what opening a session or a campaign asks for.
 */
#include <string.h>

#include "adapt/db.h"
#include "page/opening.h"
#include "web/app.h"
#include "web/form.h"
#include "web/host_key.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

void
opening_view(struct req *req, const char *why)
{
	view_true(req->view, "asks_key", req->app->host_key != NULL);
	view_text(req->view, "why", why != NULL ? req_word(req, why) : NULL);
}

const char *
opening_key(struct req *req)
{
	if (host_key_fits(req->app->host_key,
	    form_get(req->form, "host_key")))
		return NULL;
	req->status = 403;
	return "opening.why.key";
}

const char *
opening_refused(struct req *req, const struct rows *made)
{
	const char	*crowded = rows_get(made, 0, "crowded");

	if (crowded == NULL)
		return NULL;
	req->session->is_open = 0;
	req->session->device = req->session->sent;
	req->set_cookie = NULL;
	if (strcmp(crowded, "device") == 0) {
		req->status = 403;
		return "opening.why.device";
	}
	req->status = 503;
	return strcmp(crowded, "day") == 0 ? "opening.why.day" :
	    "unsaved.crowd";
}
