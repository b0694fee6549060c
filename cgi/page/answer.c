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

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/sheet.h"
#include "content/tally.h"
#include "page/campaign.h"
#include "page/page.h"
#include "page/worksheet.h"
#include "web/app.h"
#include "web/campaign.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/settings.h"
#include "web/view.h"

#define SCREEN		4		/* points on one, at most */
#define REMEMBERED	"2592000"	/* seconds: 30 days */

struct asked {
	const char	*link;		/* as in the address */
	const char	*hash;
	const char	*public;	/* key of the letter box */
	const char	*tool;
	const char	*title;
	const char	*title_lang;
	struct sheet	*sheet;
	int		 is_open;
	int		 is_sent;	/* the form at hand */
};

/* --- reading ---------------------------------------------------------------- */

static const char *
address(const struct req *req, const char *end)
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

/* --- screens ---------------------------------------------------------------- */

/* The first field behind the screen that begins with field FROM: as many as
 * have one heading, in parts of nearly the same size. */
static int
screen_end(const struct sheet *sheet, int from)
{
	const char	*heading = sheet->fields[from].group.words;
	int		 begin = from, end = from, parts, size;

	while (begin > 0 && strcmp(sheet->fields[begin - 1].group.words,
	    heading) == 0)
		begin--;
	while (end < sheet->field_count &&
	    strcmp(sheet->fields[end].group.words, heading) == 0)
		end++;
	parts = (end - begin + SCREEN - 1) / SCREEN;
	size = (end - begin + parts - 1) / parts;
	return from + size < end ? from + size : end;
}

/* Screen NUMBER (from 1) as a sheet of its own; *COUNT: how many there are.
 * It shares the answers with the whole. */
static struct sheet
screen_of(const struct sheet *sheet, int number, int *count)
{
	struct sheet	part = *sheet;
	int		from, end;

	*count = 0;
	for (from = 0; from < sheet->field_count; from = end) {
		end = screen_end(sheet, from);
		if (++*count == number) {
			part.fields = &sheet->fields[from];
			part.field_count = end - from;
		}
	}
	return part;
}

static int
is_on(const struct sheet *screen, const char *name)
{
	return sheet_find(screen, mem_copy(screen->mem, name,
	    strcspn(name, "."))) != NULL;
}

/* kept: name and value of all that was said on other screens. */
static void
view_kept(struct req *req, const struct sheet *sheet,
    const struct sheet *screen)
{
	struct buf	*json = buf_new(req->mem, 4096);
	const char	*name, *value;
	int		 at = 0;

	buf_char(json, '[');
	while ((name = form_next(sheet->answers, "", &at, &value)) != NULL) {
		if (is_on(screen, name) || *value == '\0')
			continue;
		buf_text(json, json->length == 1 ? "{\"name\":" :
		    ",{\"name\":");
		json_quote(json, name);
		buf_text(json, ",\"value\":");
		json_quote(json, value);
		buf_char(json, '}');
	}
	buf_char(json, ']');
	view_json(req->view, "kept", json->data);
}

/* --- showing ---------------------------------------------------------------- */

static int
show(struct req *req, const struct asked *asked, const char *part)
{
	view_json(req->view, "part", mem_format(req->mem, "{\"%s\":true}",
	    part));
	view_text(req->view, "page_title", asked->title);
	view_text(req->view, "title_lang", asked->title_lang);
	view_true(req->view, "is_team",
	    strcmp(asked->tool, CAMPAIGN_ASSESSMENT) == 0);
	view_text(req->view, "address", address(req, ""));
	return req_page(req, "answer");
}

/* Screen NUMBER, with the form's key or a new one; WHY: a message or NULL. */
static int
show_screen(struct req *req, const struct asked *asked, int number,
    const char *why)
{
	struct sheet	screen;
	int		count;

	(void)screen_of(asked->sheet, 0, &count);
	number = number < 1 ? 1 : number > count ? count : number;
	screen = screen_of(asked->sheet, number, &count);
	guard_view(req);
	if (req->form != NULL && guard_is_ours(req)) {
		view_text(req->view, "form_key", guard_key(req));
		view_text(req->view, "form_token",
		    form_get(req->form, "token"));
	}
	worksheet_view(req, &screen, NULL, NULL);
	view_kept(req, asked->sheet, &screen);
	view_number(req->view, "number", number);
	view_number(req->view, "count", count);
	view_true(req->view, "is_first", number == 1);
	view_true(req->view, "is_last", number == count);
	view_text(req->view, "why", why);
	return show(req, asked, "screen");
}

/* --- the cookie: somebody has answered on this device ----------------------- */

static void
remember(struct req *req, int has_answered)
{
	const char	*base = settings_get(req->app->settings, "base", NULL);

	req->set_cookie = mem_format(req->mem,
	    "answered=%s; Path=%s; HttpOnly; SameSite=Lax; Max-Age=%s%s",
	    has_answered ? "yes" : "", address(req, ""),
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
		return show(req, &asked, "closed");
	guard_view(req);
	return show(req, &asked, has_answered(req) ? "again" : "begin");
}

int
page_answer_thanks(struct req *req)
{
	struct asked	asked;
	int		status;

	if ((status = read_asked(req, &asked)) != 0)
		return status;
	guard_view(req);
	return show(req, &asked, "thanks");
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
		return show_screen(req, asked, 1,
		    req_word(req, "answer.why.empty"));
	if (guard_is_ours(req) == 0)
		return show_screen(req, asked, number,
		    req_word(req, "answer.why.token"));
	rows = req_ask(req, Q_CAMPAIGN_ANSWER, DB_ARGS(asked->hash,
	    campaign_name(req, guard_key(req)),
	    campaign_drop(req, asked->public, line)));
	if (req_run(req) != 0) {
		req->status = status = 503;
		(void)show_screen(req, asked, number,
		    req_word(req, "answer.why.lost"));
		return status;
	}
	result = rows_get(rows, 0, "result");
	if (strcmp(result, "closed") == 0 || strcmp(result, "full") == 0)
		return show(req, asked, "closed");
	remember(req, 1);
	return req_redirect(req, 303, address(req, "/thanks"));
}

/* The form at hand: on, back, the same in another language, or the end. */
static int
go_on(struct req *req, const struct asked *asked, const char *action)
{
	const char	*typed = form_get(req->form, "screen");
	int		 number = typed == NULL ? 1 : atoi(typed);

	if (asked->is_sent)
		return req_redirect(req, 303, address(req, "/thanks"));
	if (sheet_fill(asked->sheet, req->form) != 0)
		return 400;
	number = number < 1 || number > 100 ? 1 : number;
	if (strcmp(action, "send") == 0)
		return send(req, asked, number);
	if (strcmp(action, "next") == 0)
		number++;
	else if (strcmp(action, "back") == 0)
		number--;
	return show_screen(req, asked, number, NULL);
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
		return req_redirect(req, 303, address(req, ""));
	}
	if (asked.is_open == 0)
		return show(req, &asked, "closed");
	if (action == NULL || strcmp(action, "begin") == 0) {
		req->form = NULL;
		return show_screen(req, &asked, 1, NULL);
	}
	return go_on(req, &asked, action);
}
