/*
 * verify.c - /{lang}/verify: is this record of completion true?
 *
 * The form is sent by POST, so that no name stands in an address or a log;
 * the answer is yes or no, and nothing is stored.
 */
#include "page/frame.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/record.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

/* What was typed into a field, "" when it was not sent; the template knows
 * it by the same name. */
static const char *
typed(struct req *req, const char *name)
{
	const char	*text = form_get(req->form, name);

	text = text != NULL ? text : "";
	view_text(req->view, name, text);
	return text;
}

static int
show(struct req *req, const char *module)
{
	struct rows	*modules;
	int		 status;

	session_ask(req);
	modules = req_ask(req, Q_RECORD_MODULES,
	    DB_ARGS(req->tag, module));
	if ((status = req_run(req)) != 0)
		return status;
	session_take(req);
	learn_view(req);
	view_list(req->view, "modules", modules);
	return frame_page(req, "verify", &(struct frame){
	    .section = "module",
	    .title = req_word(req, "verify.title"),
	    .summary = req_word(req, "verify.summary") });
}

int
page_verify(struct req *req)
{
	view_text(req->view, "answer", NULL);
	typed(req, "code");
	typed(req, "first");
	typed(req, "last");
	typed(req, "minutes");
	typed(req, "name");
	return show(req, "");
}

int
page_verify_answer(struct req *req)
{
	struct record	record;
	const char	*code;

	if (guard_is_foreign(req))
		return 403;
	code = typed(req, "code");
	record.module = typed(req, "module");
	record.first = record_day(req->mem, typed(req, "first"));
	record.last = record_day(req->mem, typed(req, "last"));
	record.minutes = record_minutes(typed(req, "minutes"));
	record.name = typed(req, "name");
	if (*code == '\0' || *record.module == '\0' || record.first == NULL ||
	    record.last == NULL || record.minutes < 0)
		view_text(req->view, "answer", "missing");
	else
		view_text(req->view, "answer", record_is_true(
		    req->app->secret, req->mem, &record, code) ? "yes" :
		    "no");
	return show(req, record.module);
}
