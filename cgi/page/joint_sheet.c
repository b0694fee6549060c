/*
 * joint_sheet.c - GET /{lang}/session/{id}/worksheet/{sheet}: a worksheet of
 * a group, to fill in together; POST: what one of them typed is kept.  Below
 * it, print, file.odt and file.csv: what the group has, to take away.
 *
 * It is asked for every few seconds; its ETag is its version.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/icu.h"
#include "base/mem.h"
#include "page/item.h"
#include "page/joint_private.h"
#include "page/learn.h"
#include "page/page.h"
#include "page/worksheet.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

/* --- reading ---------------------------------------------------------- */

/* Queue what it takes to know whether anything is new. */
static int
ask(struct req *req, struct joint *joint)
{
	int	status;

	if ((status = board_ask(req, &joint->board)) != 0)
		return status;
	if (work_is_id(req->arguments[1]) == 0)
		return 404;
	joint->at = req_ask(req, Q_JOINT_AT, DB_ARGS(mem_format(req->mem,
	    "\\x%s", req->arguments[1])));
	return req_run(req);
}

/* What the page depends on. */
static const char *
seen(struct req *req, const struct joint *joint)
{
	const struct rows	*rows = req->session->rows;

	return rows == NULL || rows_count(rows) == 0 ||
	    rows_count(joint->at) == 0 ? "" :
	    mem_format(req->mem, "%s|%s|%s", rows_get(rows, 0, "state"),
		req->arguments[1], rows_get(joint->at, 0, "version"));
}

int
joint_open(struct req *req, struct joint *joint, const char *page)
{
	int	status;

	if ((status = ask(req, joint)) != 0)
		return learn_failed(req, status);
	status = board_enter(req, &joint->board,
	    rows_count(joint->at) > 0 ? page : NULL, seen(req, joint));
	if (status != 0)
		return status;
	if (rows_count(joint->at) == 0)
		return req->form == NULL ? 404 :
		    learn_unsaved(req, 409, "joint.unsaved.gone");
	if ((status = work_read_joint(req, &joint->work, &joint->board.group,
	    rows_get(joint->at, 0, "tool"), req->arguments[1])) != 0)
		return learn_failed(req, status);
	joint->work.edition = rows_get(joint->at, 0, "edition");
	return 0;
}

/* --- showing ---------------------------------------------------------- */

static void
view(struct req *req, const struct work *work)
{
	struct board	board = { .group = *work->room };

	board_view_room(req, &board);
	view_text(req->view, "address", work_address(req, work));
	view_text(req->view, "sheet_id", work->id);
	view_text(req->view, "all_sheets", board_address(req, &board,
	    "/worksheet"));
	view_text(req->view, "saved_date", work->saved_on == NULL ? NULL :
	    icu_date(req->tag, req->mem, work->saved_on));
	view_number(req->view, "edition", work->edition != NULL ?
	    atol(work->edition) : 1);
	view_true(req->view, "group", 1);
	view_true(req->view, "worksheet", 1);
	learn_view(req);
}

int
joint_show(struct req *req, struct work *work, const char *focus,
    const char *why)
{
	/* What was typed comes back to be read, also when it is too late. */
	int	writes = joint_writes(work->room) || req->form != NULL;
	int	status;

	if (req->status < 500 && (status = work_charts(req, work)) != 0)
		return learn_failed(req, status);
	worksheet_view(req, sheet_shown(work->sheet), work->theirs, focus);
	codes_view(req, work->sheet);
	follow_view(req, work);
	work_pairs(req, "bases", work->base, "v.");
	view(req, work);
	view_text(req->view, "follow_up", follow_up(work->tool));
	view_true(req->view, "writes", writes);
	view_true(req->view, "keeps", writes);
	view_true(req->view, "is_shown", req->form == NULL);
	view_text(req->view, "enter", "save");
	view_text(req->view, "why", why);
	return item_page(req, work->item, "joint_sheet",
	    req_word(req, "joint.sheet"));
}

int
page_joint_sheet(struct req *req)
{
	struct joint	joint;
	int		status = joint_open(req, &joint, "joint-sheet");

	return status != 0 ? status :
	    joint_show(req, &joint.work, NULL, NULL);
}

int
page_joint_save(struct req *req)
{
	struct joint	joint;
	int		status;

	if (guard_is_foreign(req))
		return 403;
	status = joint_open(req, &joint, NULL);
	return status != 0 ? status : work_act(req, &joint.work);
}

/* --- taken away ------------------------------------------------------- */

int
page_joint_print(struct req *req)
{
	struct joint	joint;
	int		status;

	if ((status = joint_open(req, &joint, NULL)) != 0 ||
	    (status = work_charts(req, &joint.work)) != 0)
		return status;
	worksheet_view(req, sheet_shown(joint.work.sheet), NULL, NULL);
	codes_view(req, joint.work.sheet);
	view(req, &joint.work);
	view_true(req->view, "paper", 1);
	return item_page(req, joint.work.item, "joint_print",
	    req_word(req, "joint.sheet"));
}

static int
take(struct req *req, const char *as)
{
	struct joint	joint;
	int		status = joint_open(req, &joint, NULL);

	return status != 0 ? status : work_file(req, &joint.work, as);
}

int
page_joint_odt(struct req *req)
{
	return take(req, "odt");
}

int
page_joint_csv(struct req *req)
{
	return take(req, "csv");
}
