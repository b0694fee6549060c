/*
 * answer.c - /{lang}/answer/{link}: somebody answers a campaign, without a
 * name, on a cheap phone.
 *
 * A few points a screen.  What was said travels in the form from screen to
 * screen; nothing is kept before the end.  The key of the form is made when
 * somebody begins: sent twice, it counts once, and whoever goes back in a
 * browser's history afterwards finds no answers of another person.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "content/sheet.h"
#include "content/tally.h"
#include "page/answer_private.h"
#include "page/page.h"
#include "web/app.h"
#include "web/campaign.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/settings.h"

#define REMEMBERED	"2592000"	/* seconds: 30 days */

/* --- reading ---------------------------------------------------------------- */

const char *
answer_address(const struct req *req, const char *end)
{
	return mem_format(req->mem, "/%s/answer/%s%s", req->tag,
	    req->arguments[0], end);
}

/* Nobody's work is opened here, whatever cookie the browser has. */
static void
be_nobody(struct req *req)
{
	req->session = mem_get(req->mem, sizeof(*req->session));
	req->hidden = 1;
}

static int
read_tool(struct req *req, struct asked *asked)
{
	struct rows	*item, *fields;
	int		 status;

	item = req_ask(req, Q_ITEM_PAGE,
	    DB_ARGS("tool", asked->tool, req->tag));
	fields = req_ask(req, Q_FIELD_LIST, DB_ARGS(asked->tool, req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	if (rows_count(item) == 0 || rows_count(fields) == 0)
		return 404;
	asked->title = rows_get(item, 0, "title");
	asked->title_lang = rows_get(item, 0, "title_lang");
	asked->sheet = sheet_new(req->mem, req->app->messages, req->language,
	    fields);
	return 0;
}

/* The campaign of the link, and what it asks.  0, or the status to return. */
static int
read_asked(struct req *req, struct asked *asked)
{
	struct rows	*rows;
	int		 status;

	memset(asked, 0, sizeof(*asked));
	be_nobody(req);
	asked->link = req->arguments[0];
	asked->hash = campaign_link(req, asked->link);
	if (asked->hash == NULL)
		return 404;
	rows = req_ask(req, Q_CAMPAIGN_ASKED, DB_ARGS(asked->hash,
	    req->form != NULL && guard_is_ours(req) ?
	    campaign_name(req, guard_key(req)) : NULL));
	if ((status = req_run(req)) != 0)
		return status;
	if (rows_count(rows) == 0)
		return 404;
	asked->tool = rows_get(rows, 0, "tool");
	asked->public = rows_get(rows, 0, "public_key");
	asked->is_open = *rows_get(rows, 0, "is_open") == 't';
	asked->is_sent = *rows_get(rows, 0, "is_sent") == 't';
	return read_tool(req, asked);
}

/* --- the cookie: somebody has answered on this device ----------------------- */

static void
remember(struct req *req, int has_answered)
{
	const char	*base = settings_get(req->app->settings, "base", NULL);

	req->set_cookie = mem_format(req->mem,
	    "answered=%s; Path=%s; HttpOnly; SameSite=Lax; Max-Age=%s%s",
	    has_answered ? "yes" : "", answer_address(req, ""),
	    has_answered ? REMEMBERED : "0",
	    strncmp(base, "https:", 6) == 0 ? "; Secure" : "");
}

static int
has_answered(const struct req *req)
{
	const char	*at = req->cookie;

	while (at != NULL && *at != '\0') {
		at += strspn(at, "; ");
		if (strncmp(at, "answered=yes", 12) == 0)
			return 1;
		at += strcspn(at, ";");
	}
	return 0;
}

/* --- pages ------------------------------------------------------------------ */

int
page_answer(struct req *req)
{
	struct asked	asked;
	int		status;

	if ((status = read_asked(req, &asked)) != 0)
		return status;
	if (asked.is_open == 0)
		return answer_show(req, &asked, "closed");
	guard_view(req);
	return answer_show(req, &asked, has_answered(req) ? "again" : "begin");
}

int
page_answer_thanks(struct req *req)
{
	struct asked	asked;
	int		status;

	if ((status = read_asked(req, &asked)) != 0)
		return status;
	guard_view(req);
	return answer_show(req, &asked, "thanks");
}

/* All is said: seal it and drop it in. */
static int
send(struct req *req, const struct asked *asked, int number)
{
	const char	*line, *result;
	struct rows	*rows;
	int		 status;

	line = tally_write(req->mem, asked->sheet, req->tag);
	if (line == NULL)
		return answer_screen(req, asked, 1,
		    req_word(req, "answer.why.empty"));
	if (guard_is_ours(req) == 0)
		return answer_screen(req, asked, number,
		    req_word(req, "answer.why.token"));
	rows = req_ask(req, Q_CAMPAIGN_ANSWER, DB_ARGS(asked->hash,
	    campaign_name(req, guard_key(req)),
	    campaign_drop(req, asked->public, line)));
	if (req_run(req) != 0) {
		req->status = status = 503;
		(void)answer_screen(req, asked, number,
		    req_word(req, "answer.why.lost"));
		return status;
	}
	result = rows_get(rows, 0, "result");
	if (strcmp(result, "closed") == 0 || strcmp(result, "full") == 0)
		return answer_show(req, asked, result);
	remember(req, 1);
	return req_redirect(req, 303, answer_address(req, "/thanks"));
}

/* The form at hand: on, back, the same in another language, or the end. */
static int
go_on(struct req *req, const struct asked *asked, const char *action)
{
	const char	*typed = form_get(req->form, "screen");
	int		 number = typed == NULL ? 1 : atoi(typed);

	if (asked->is_sent)
		return req_redirect(req, 303, answer_address(req, "/thanks"));
	if (sheet_fill(asked->sheet, req->form) != 0)
		return 400;
	number = number < 1 || number > 100 ? 1 : number;
	if (strcmp(action, "send") == 0)
		return send(req, asked, number);
	if (strcmp(action, "next") == 0)
		number++;
	else if (strcmp(action, "back") == 0)
		number--;
	return answer_screen(req, asked, number, NULL);
}

int
page_answer_send(struct req *req)
{
	const char	*action = form_get(req->form, "action");
	struct asked	 asked;
	int		 status;

	if (guard_is_foreign(req))
		return 403;
	if ((status = read_asked(req, &asked)) != 0)
		return status;
	if (action != NULL && strcmp(action, "over") == 0) {
		remember(req, 0);
		return req_redirect(req, 303, answer_address(req, ""));
	}
	if (asked.is_open == 0)
		return answer_show(req, &asked, "closed");
	if (action == NULL || strcmp(action, "begin") == 0) {
		req->form = NULL;
		return answer_screen(req, &asked, 1, NULL);
	}
	return go_on(req, &asked, action);
}
