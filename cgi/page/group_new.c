/*
 * group_new.c - GET /{lang}/session: the sessions that this device is in;
 * GET /{lang}/session/new and POST /{lang}/session: a new one;
 * POST /{lang}/session/lead: lead one whose resume code one was given.
 */
#include <string.h>

#include "base/mem.h"
#include "page/frame.h"
#include "page/group_private.h"
#include "page/learn.h"
#include "page/opening.h"
#include "page/page.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

/* --- what there is ---------------------------------------------------- */

/* WHY, a message, says why the form of the resume code comes back. */
static int
show_list(struct req *req, const struct rows *groups, const char *why)
{
	req->hidden = 1;
	view_list(req->view, "groups", groups);
	view_text(req->view, "why", why != NULL ? req_word(req, why) : NULL);
	view_true(req->view, "group", 1);
	learn_view(req);
	return frame_page(req, "group_list", &(struct frame){
	    .section = "team",
	    .title = req_word(req, "group.list.title"),
	    .summary = req_word(req, "group.list.summary") });
}

int
page_group_list(struct req *req)
{
	struct rows	*groups;
	int		 status;

	session_ask(req);
	groups = req_ask(req, Q_GROUP_LIST, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	session_take(req);
	return show_list(req, groups, NULL);
}

int
page_group_resume(struct req *req)
{
	const char	*text = form_get(req->form, "code");
	unsigned char	 code[CODE_BYTES];
	struct rows	*groups, *found;
	int		 status, right;

	right = code_read(code, text != NULL ? text : "").verdict ==
	    CODE_RIGHT;
	session_ask(req);
	groups = req_ask(req, Q_GROUP_LIST, DB_ARGS(req->tag));
	found = group_find_code(req, code);
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	session_take(req);
	if ((status = learn_check(req)) != 0)
		return status;
	if (right == 0 || group_lead(req, found, code) == 0) {
		req->status = 404;
		return show_list(req, groups, "group.lead.wrong");
	}
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	return req_redirect(req, 303, mem_format(req->mem,
	    "/%s/session/%s", req->tag, req->session->space));
}

/* --- a new one -------------------------------------------------------- */

/* WHY, a message, says why it comes back. */
static int
show_new(struct req *req, const struct rows *modules, const char *why)
{
	const char	*other = form_get(req->form, "other");

	req->hidden = 1;
	view_list(req->view, "modules", modules);
	view_json(req->view, "picked", other == NULL ||
	    messages_tag(req->app->messages, other) < 0 ? "{}" :
	    mem_format(req->mem, "{\"%s\":true}", other));
	view_true(req->view, "group", 1);
	opening_view(req, why);
	learn_view(req);
	return frame_page(req, "group_new", &(struct frame){
	    .section = "team",
	    .title = req_word(req, "group.new.title"),
	    .summary = req_word(req, "group.new.summary") });
}

int
page_group_new(struct req *req)
{
	struct rows	*modules;
	int		 status;

	session_ask(req);
	modules = req_ask(req, Q_GROUP_MODULES, DB_ARGS(req->tag,
	    req_query(req, "module")));
	if ((status = req_run(req)) != 0)
		return status;
	session_take(req);
	return show_new(req, modules, NULL);
}

/* A language that is spoken here, other than this page's. */
static const char *
other_of(struct req *req)
{
	const char	*sent = form_get(req->form, "other");
	int		 other = sent != NULL ?
			    messages_tag(req->app->messages, sent) : -1;

	return other < 0 || other == req->language ? NULL :
	    messages_language(req->app->messages, other)->tag;
}

static int
is_module(const struct rows *modules)
{
	int	i;

	for (i = 0; i < rows_count(modules); i++)
		if (*rows_get(modules, i, "chosen") == 't')
			return 1;
	return 0;
}

int
page_group_make(struct req *req)
{
	const char	*module = form_get(req->form, "module"), *why;
	struct rows	*modules;
	int		 status;

	session_ask(req);
	modules = req_ask(req, Q_GROUP_MODULES, DB_ARGS(req->tag, module));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	session_take(req);
	if ((status = learn_check(req)) != 0)
		return status;
	if (is_module(modules) == 0)
		return 400;
	if ((why = opening_key(req)) != NULL)
		return show_new(req, modules, why);
	group_create(req, module, other_of(req));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	if ((why = opening_refused(req, req->session->made)) != NULL)
		return show_new(req, modules, why);
	return req_redirect(req, 303, mem_format(req->mem,
	    "/%s/session/%s", req->tag, req->session->space));
}
