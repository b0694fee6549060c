/*
 * joint.c - GET /{lang}/session/{id}/worksheet: the worksheets that a group
 * fills in together; POST: one more of them.
 */
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/frame.h"
#include "page/joint_private.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

#define START	"start:"	/* and a tool's slug, on a button */

/* --- the list --------------------------------------------------------- */

static void
add_sheet(struct req *req, const struct board *board, struct buf *json,
    int row)
{
	const struct rows	*rows = board->sheets;
	const char		*id = rows_get(rows, row, "id");
	const char		*title = rows_get(rows, row, "title");

	if (title != NULL)
		title = session_unseal(req, "field",
		    work_place(req, id, "_title"), title);
	json_member(json, row == 0 ? "{" : ",{", "id", id);
	json_member(json, ",", "href", board_address(req, board,
	    mem_format(req->mem, "/worksheet/%s", id)));
	json_member(json, ",", "title", title);
	json_member(json, ",", "tool", rows_get(rows, row, "tool_title"));
	json_member(json, ",", "tool_lang", rows_get(rows, row, "tool_lang"));
	json_member(json, ",", "date", icu_date(req->tag, req->mem,
	    rows_get(rows, row, "saved_on")));
	buf_format(json, ",\"filled\":%s}", rows_get(rows, row, "filled"));
}

void
board_view_sheets(struct req *req, const struct board *board)
{
	struct buf	*json = buf_new(req->mem, 1000);
	int		 i;

	buf_char(json, '[');
	for (i = 0; i < rows_count(board->sheets); i++)
		add_sheet(req, board, json, i);
	buf_char(json, ']');
	view_json(req->view, "sheets", json->data);
}

/* What the list depends on. */
static const char *
seen(struct req *req, const struct board *board)
{
	const struct rows	*at = req->session->rows;
	struct buf		*text = buf_new(req->mem, 200);
	int			 i;

	buf_text(text, at == NULL || rows_count(at) == 0 ? "" :
	    rows_get(at, 0, "state"));
	for (i = 0; i < rows_count(board->sheets); i++)
		buf_format(text, "|%s.%s", rows_get(board->sheets, i, "id"),
		    rows_get(board->sheets, i, "version"));
	return text->data;
}

static int
show(struct req *req, struct board *board, const char *why)
{
	struct rows	*tools;
	int		 status;

	tools = req_ask(req, Q_JOINT_TOOLS,
	    DB_ARGS(board->group.module, req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	board_view_room(req, board);
	board_view_sheets(req, board);
	view_list(req->view, "tools", tools);
	view_text(req->view, "address", board_address(req, board,
	    "/worksheet"));
	view_text(req->view, "why", why);
	view_true(req->view, "writes", joint_writes(&board->group));
	view_true(req->view, "group", 1);
	learn_view(req);
	return frame_page(req, "joint", &(struct frame){
	    .section = "module",
	    .title = req_word(req, "joint.title") });
}

static int
open_list(struct req *req, struct board *board, const char *page)
{
	struct rows	*sheets;
	int		 status;

	if ((status = board_ask(req, board)) != 0)
		return status;
	sheets = req_ask(req, Q_JOINT_LIST, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	board->sheets = sheets;
	return board_enter(req, board, page, seen(req, board));
}

int
page_joint(struct req *req)
{
	struct board	board;
	int		status = open_list(req, &board, "joint");

	return status != 0 ? status : show(req, &board, NULL);
}

int
joint_writes(const struct group *group)
{
	return group->leads || strcmp(group->state, "open") == 0;
}

/* --- one more --------------------------------------------------------- */

static int
refuse(struct req *req, struct board *board, int status, const char *why)
{
	req->status = status;
	return show(req, board, req_word(req, why));
}

/* Its address, or why there is none. */
static int
answer(struct req *req, struct board *board, const struct work *work,
    const struct rows *saved)
{
	const char	*result = rows_get(saved, 0, "result");

	if (strcmp(result, "many") == 0)
		return refuse(req, board, 413, "joint.many.sheets");
	if (strcmp(result, "full") == 0)
		return refuse(req, board, 413, "unsaved.full");
	if (strcmp(result, "paused") == 0)
		return refuse(req, board, 403, "joint.unsaved.paused");
	if (strcmp(result, "closed") == 0)
		return learn_unsaved(req, 403, "unsaved.closed");
	return req_redirect(req, 303, work_address(req, work));
}

static const char *
tool_of(const struct req *req)
{
	const char	*action = form_get(req->form, "action");

	if (action == NULL || strncmp(action, START, strlen(START)) != 0)
		return NULL;
	action += strlen(START);
	return *action == '\0' || action[strspn(action,
	    "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0' ? NULL : action;
}

int
page_joint_start(struct req *req)
{
	const char	*tool = tool_of(req);
	struct board	 board;
	struct work	 work;
	struct rows	*saved;
	int		 status;

	if (guard_is_foreign(req))
		return 403;
	if ((status = open_list(req, &board, NULL)) != 0 ||
	    (status = learn_check(req)) != 0)
		return status;
	if (tool == NULL)
		return 400;
	if ((status = work_read_joint(req, &work, &board.group, tool,
	    NULL)) != 0)
		return learn_failed(req, status);
	follow_begin(&work);
	saved = work_begin(req, &work);
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	return answer(req, &board, &work, saved);
}
