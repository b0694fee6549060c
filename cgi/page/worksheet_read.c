/*
 * worksheet_read.c - the tool, what is kept of a worksheet, and what a form
 * brought instead.
 */
#include <string.h>

#include "base/mem.h"
#include "page/chart_sheet.h"
#include "page/item.h"
#include "page/worksheet_private.h"
#include "web/app.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"

#define ID_DIGITS	32	/* of a worksheet's id, in hex */

int
work_is_id(const char *text)
{
	return text != NULL && strlen(text) == ID_DIGITS &&
	    strspn(text, "0123456789abcdef") == ID_DIGITS;
}

/* What is read beside what the tool asks. */
struct beside {
	struct rows	*asked;		/* by the tool it follows, or NULL */
	struct rows	*kept;		/* worksheet-fields, or NULL */
};

static struct rows *
ask_fields(struct req *req, const char *id, const char *tool)
{
	return req_ask(req, Q_WORKSHEET_FIELDS,
	    DB_ARGS(mem_format(req->mem, "\\x%s", id), tool));
}

struct sheet *
work_sheet(struct req *req, const struct rows *asked)
{
	return sheet_new(req->mem, req->app->messages, req->language, asked);
}

/* What the worksheet follows, when it is there. */
static void
read_before(struct req *req, struct work *work, const struct rows *asked,
    const struct rows *kept)
{
	if (work->follows == NULL || rows_count(asked) == 0 ||
	    rows_count(kept) == 0)
		return;
	work->before = work_sheet(req, asked);
	work_fill(req, work->before, work->follows, kept, NULL);
}

/* How a group's copy differs. */
static void
read_copy(struct req *req, struct work *work, const struct rows *kept)
{
	work->copy = form_new(req->mem);
	work->copy_base = form_new(req->mem);
	work_take_copy(req, work, kept);
	sheet_copy(work->sheet, work->copy);
}

/* What is kept, and instead of it what the form sent.  0 or the status. */
static int
read_answers(struct req *req, struct work *work, const struct rows *asked,
    const struct rows *kept)
{
	if (work->room != NULL && kept != NULL)
		read_copy(req, work, kept);
	if (work->id != NULL && rows_count(kept) > 0) {
		work->follows = rows_get(kept, 0, "follows");
		work->saved_on = rows_get(kept, 0, "saved_on");
		work_fill(req, work->sheet, work->id, kept, work->base);
	}
	if (asked != NULL && kept != NULL)
		read_before(req, work, asked, kept);
	if (req->form == NULL) {
		if (work->id == NULL)
			follow_begin(work);
		return work->id != NULL && rows_count(kept) == 0 ? 404 : 0;
	}
	work_take_base(req, work);
	sheet_fill(work->sheet, req->form);
	return 0;
}

static void
set_follows(struct req *req, struct work *work)
{
	const char	*id = req->form != NULL ?
			    form_get(req->form, "follows") :
			    req_query(req, "follows");

	if (work->id == NULL && work_is_id(id) && follow_of(work->tool) != NULL)
		work->follows = id;
}

/* Queue all of it and run. */
static int
ask_all(struct req *req, struct work *work, struct beside *beside,
    int with_list)
{
	const char	*tool = work->tool, *follows = follow_of(tool);
	struct rows	*grid;
	int		 status;

	if (work->room != NULL)
		session_again(req);
	else
		session_ask(req);
	work->item = req_ask(req, Q_ITEM_PAGE,
	    DB_ARGS("tool", tool, req->tag));
	grid = req_ask(req, Q_ITEM_PAGE, DB_ARGS("grid", tool, req->tag));
	work->asked = req_ask(req, Q_FIELD_LIST, DB_ARGS(tool, req->tag));
	if (follows != NULL)
		beside->asked = req_ask(req, Q_FIELD_LIST,
		    DB_ARGS(follows, req->tag));
	if (work->id != NULL)
		beside->kept = ask_fields(req, work->id, tool);
	else if (work->follows != NULL)
		beside->kept = ask_fields(req, work->follows, follows);
	if (with_list || chart_sheet_is_assessment(tool))
		work->list = req_ask(req, Q_WORKSHEET_LIST, DB_ARGS(tool));
	if ((status = req_run(req)) == 0 && rows_count(grid) > 0)
		work->item = grid;
	return status;
}

/* The tool under the name it has today. */
static int
read_renamed(struct req *req, struct work *work, struct beside *beside,
    int with_list)
{
	int	status;

	work->tool = item_renamed(req, "tool", work->tool, &status);
	if (work->tool == NULL)
		return status;
	if (req->form != NULL || work->room != NULL)
		return ask_all(req, work, beside, with_list);
	return req_redirect(req, 301, work_address(req, work));
}

/* WORK says which: all that is there about it. */
static int
read_all(struct req *req, struct work *work, int with_list)
{
	struct beside	beside = { NULL, NULL };
	int		status;

	work->base = form_new(req->mem);
	set_follows(req, work);
	if ((status = ask_all(req, work, &beside, with_list)) != 0 ||
	    (rows_count(work->item) == 0 && (status = read_renamed(req, work,
	    &beside, with_list)) != 0) ||
	    (status = item_absent(req, work->item, "tool", work->tool)) != 0)
		return status;
	if (rows_count(work->asked) == 0)
		return 404;
	if (work->room == NULL)
		session_take(req);
	work->sheet = work_sheet(req, work->asked);
	return read_answers(req, work, beside.asked, beside.kept);
}

int
work_read(struct req *req, struct work *work, const char *id, int with_list)
{
	req->hidden = 1;
	if (id != NULL && work_is_id(id) == 0)
		return 404;
	*work = (struct work){ .tool = req->arguments[0], .id = id };
	return read_all(req, work, with_list);
}

int
work_read_joint(struct req *req, struct work *work, const struct group *room,
    const char *tool, const char *id)
{
	*work = (struct work){ .room = room, .tool = tool, .id = id };
	return read_all(req, work, 0);
}
