/*
 * group.c - GET /{lang}/session/{id}: the page of those who lead a session;
 * /step below it: of those who take part.
 *
 * Both are asked for every few seconds.  What they are made of is one row,
 * whose versions are their ETag: while nothing has changed, nothing is
 * opened or read.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/hash.h"
#include "adapt/icu.h"
#include "adapt/qr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/frame.h"
#include "page/group_private.h"
#include "page/item.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/app.h"
#include "web/req.h"
#include "web/session.h"
#include "web/settings.h"
#include "web/view.h"

#define ID_DIGITS	32
#define ETAG_DIGITS	24

/* --- opening ---------------------------------------------------------- */

static int
is_id(const char *text)
{
	return strlen(text) == ID_DIGITS &&
	    strspn(text, "0123456789abcdef") == ID_DIGITS;
}

/* Everything that the page depends on, hashed. */
static const char *
etag(struct req *req, const struct rows *rows, const char *page,
    const char *seen)
{
	const char	*text;

	text = mem_format(req->mem, "%s|%s|%s|%s|%s|%s|%s", req->app->build,
	    page, req->tag, rows_get(rows, 0, "role"),
	    seen != NULL ? seen : rows_get(rows, 0, "version"),
	    strcmp(page, "group") == 0 ? rows_get(rows, 0, "people") : "",
	    rows_get(rows, 0, "kept_until"));
	return mem_format(req->mem, "\"%s\"", hash_hex(req->mem, text,
	    strlen(text), ETAG_DIGITS));
}

/* nginx weakens the ETag of what it compresses. */
static int
is_same(const char *has, const char *tag)
{
	if (has == NULL)
		return 0;
	return strcmp(strncmp(has, "W/", 2) == 0 ? has + 2 : has, tag) == 0;
}

int
board_ask(struct req *req, struct board *board)
{
	memset(board, 0, sizeof(*board));
	req->hidden = 1;
	if (is_id(req->arguments[0]) == 0)
		return 404;
	session_ask_group(req, req->arguments[0]);
	return 0;
}

int
board_enter(struct req *req, struct board *board, const char *page,
    const char *seen)
{
	const struct rows	*rows = req->session->rows;

	if (rows != NULL && rows_count(rows) > 0 && page != NULL &&
	    *rows_get(rows, 0, "renewed") == 'f') {
		req->etag = etag(req, rows, page, seen);
		if (is_same(req->has_etag, req->etag)) {
			req->status = 304;
			return 304;
		}
	}
	if (group_take(req, &board->group))
		return 0;
	req->etag = NULL;
	if (req->method == POST)
		return learn_unsaved(req, 403, "unsaved.closed");
	return req_redirect(req, 303, mem_format(req->mem, "/%s/join",
	    req->tag));
}

int
board_open(struct req *req, struct board *board, const char *page)
{
	int	status;

	if ((status = board_ask(req, board)) != 0)
		return status;
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	return board_enter(req, board, page, NULL);
}

static int
find_shown(struct board *board)
{
	int	i;

	for (i = 0; i < rows_count(board->steps); i++)
		if (*rows_get(board->steps, i, "current") == 't') {
			board->shown = i;
			return 1;
		}
	return 0;
}

int
board_read(struct req *req, struct board *board, int people)
{
	const struct group	*group = &board->group;
	int			 status;

	session_again(req);
	board->item = req_ask(req, Q_ITEM_PAGE,
	    DB_ARGS("module", group->module, req->tag));
	board->steps = req_ask(req, Q_STEP_LIST,
	    DB_ARGS(group->module, group->step, NULL));
	board->sections = req_ask(req, Q_STEP_SECTIONS,
	    DB_ARGS(group->module, req->tag, group->step));
	board->questions = req_ask(req, Q_GROUP_QUESTIONS,
	    DB_ARGS(group->module, req->tag));
	if (group->other != NULL)
		board->others = req_ask(req, Q_GROUP_QUESTIONS,
		    DB_ARGS(group->module, group->other));
	board->cards = req_ask(req, Q_GROUP_CARDS, DB_NO_ARGS);
	board->sheets = req_ask(req, Q_JOINT_LIST, DB_ARGS(req->tag));
	if (people)
		board->members = req_ask(req, Q_GROUP_MEMBERS, DB_NO_ARGS);
	else
		req_ask(req, Q_GROUP_AT, DB_ARGS(group->step));
	if ((status = req_run(req)) != 0)
		return status;
	return rows_count(board->item) == 0 || find_shown(board) == 0 ?
	    404 : 0;
}

const char *
board_address(struct req *req, const struct board *board, const char *below)
{
	return mem_format(req->mem, "/%s/session/%s%s", req->tag,
	    board->group.id, below);
}

/* --- showing ---------------------------------------------------------- */

/* What one joins with: the code, a link, a QR code of the link. */
static void
view_join(struct req *req, const struct board *board)
{
	const char	*base = settings_get(req->app->settings, "base", NULL);
	const char	*host = strstr(base, "://"), *link;
	char		 code[JOIN_TEXT], *c;
	int		 size = 0;

	memcpy(code, board->group.join, JOIN_TEXT);
	for (c = code; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c += 'a' - 'A';
	host = host != NULL ? host + 3 : base;
	link = mem_format(req->mem, "%s/%s/join/%s", base, req->tag, code);
	view_text(req->view, "join_link", link);
	view_text(req->view, "join_place", mem_format(req->mem, "%s/%s/join",
	    host, req->tag));
	view_text(req->view, "join_qr", qr_path(req->mem, link, &size));
	view_text(req->view, "join_box", mem_format(req->mem, "0 0 %d %d",
	    size, size));
}

static int
show(struct req *req, struct board *board, const char *template)
{
	board_view(req, board, 0);
	view_join(req, board);
	view_list(req->view, "sections", board->sections);
	learn_view(req);
	return item_page(req, board->item, template,
	    req_word(req, "group.title"));
}

/* How many are where, and the code with which somebody else leads. */
static void
view_lead(struct req *req, const struct board *board)
{
	struct buf	*here = buf_new(req->mem, 200);
	const char	*step;
	char		 code[CODE_TEXT] = "";
	int		 i;

	for (i = 0; i < rows_count(board->steps); i++) {
		step = rows_get(board->steps, i, "name");
		buf_format(here, "%s\"%s\":%d", i == 0 ? "{" : ",", step,
		    board_people(req, board, step));
	}
	buf_char(here, '}');
	view_json(req->view, "here", here->data);

	if (req->session->code != NULL)
		code_write(code, req->session->code);
	view_text(req->view, "resume_code", mem_dup(req->mem, code));
	view_number(req->view, "people", board_people(req, board, NULL));
	view_true(req->view, "group", 1);
}

int
page_group(struct req *req)
{
	struct board	board;
	int		status;

	if ((status = board_open(req, &board, "group")) != 0)
		return status;
	if (board.group.leads == 0)
		return req_redirect(req, 303, board_address(req, &board,
		    "/step"));
	if ((status = board_read(req, &board, 1)) != 0)
		return status;
	view_lead(req, &board);
	return show(req, &board, "group");
}

int
page_group_step(struct req *req)
{
	struct board	board;
	int		status;

	if ((status = board_open(req, &board, "step")) != 0 ||
	    (status = board_read(req, &board, 0)) != 0)
		return status;
	view_true(req->view, "group", 1);
	return show(req, &board, "group_step");
}

int
page_group_screen(struct req *req)
{
	struct board	board;
	int		status;

	if ((status = board_open(req, &board, "screen")) != 0 ||
	    (status = board_read(req, &board, 1)) != 0)
		return status;
	view_number(req->view, "people", board_people(req, &board, NULL));
	return show(req, &board, "group_screen");
}
