/*
 * record.c - /{lang}/my/record/{module}: what a person may print after a
 * module.
 *
 * GET shows it without a name.  POST brings a name, shows it on the paper
 * and forgets it: nothing is stored, so there is nothing to go on to.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/icu.h"
#include "base/mem.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/record.h"
#include "web/req.h"
#include "web/session.h"
#include "web/settings.h"
#include "web/view.h"

static void
view_record_facts(struct req *req, const struct rows *rows, const char *name)
{
	struct record	record = { rows_get(rows, 0, "slug"),
			    rows_get(rows, 0, "first_day"),
			    rows_get(rows, 0, "last_day"),
			    atoi(rows_get(rows, 0, "minutes")), name };
	char		code[CHECK_TEXT];

	record_code(req->app->secret, req->mem, &record, code);
	view_text(req->view, "code", mem_dup(req->mem, code));
	view_text(req->view, "since", icu_date(req->tag, req->mem,
	    record.first));
	view_text(req->view, "until", icu_date(req->tag, req->mem,
	    record.last));
	view_true(req->view, "one_day", strcmp(record.first, record.last) ==
	    0);
	view_number(req->view, "length", record.minutes);
	view_text(req->view, "check", mem_format(req->mem, "%s/%s/verify",
	    settings_get(req->app->settings, "base", NULL), req->tag));
}

static int
show(struct req *req, const char *name)
{
	struct rows	*rows;
	int		 status;

	session_ask(req);
	rows = req_ask(req, Q_RECORD_FACTS,
	    DB_ARGS(req->arguments[0], req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	session_take(req);
	if (rows_count(rows) == 0)
		return 404;
	req->hidden = 1;
	learn_view(req);
	view_record(req->view, "module", rows, 0);
	view_text(req->view, "name", name);
	if (*rows_get(rows, 0, "complete") == 't')
		view_record_facts(req, rows, name);
	return frame_page(req, "record", &(struct frame){
	    .section = "module",
	    .title = req_word(req, "record.title") });
}

int
page_record(struct req *req)
{
	return show(req, NULL);
}

int
page_record_named(struct req *req)
{
	const char	*name = form_get(req->form, "name");

	if (guard_is_foreign(req))
		return 403;
	if (name == NULL || strlen(name) > RECORD_NAME)
		return 400;
	return show(req, *name != '\0' ? name : NULL);
}
