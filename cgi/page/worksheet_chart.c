/*
 * worksheet_chart.c - what a worksheet's answers draw: a map of partners,
 * the levels of factors at two dates, and where to begin.
 */
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/chart_sheet.h"
#include "page/worksheet_private.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

#define NONE	"none"	/* nothing is to stand beside */
#define LOWEST		3	/* factors that lead on */

/* --- the one before --------------------------------------------------- */

/* The row of an earlier self-assessment: the one that is asked for, else
 * the last before this one; -1: none. */
static int
find_earlier(struct req *req, const struct work *work)
{
	const char	*asked = req->form != NULL ?
			    form_get(req->form, "before") :
			    req_query(req, "before");
	int		 i, here = work->id == NULL ? -1 : -2;

	if (asked != NULL && strcmp(asked, NONE) == 0)
		return -1;
	for (i = 0; i < rows_count(work->list); i++) {
		if (asked != NULL && strcmp(asked,
		    rows_get(work->list, i, "id")) == 0)
			return i;
		if (work->id != NULL && strcmp(work->id,
		    rows_get(work->list, i, "id")) == 0)
			here = i;
	}
	return here == -2 || here + 1 >= rows_count(work->list) ? -1 :
	    here + 1;
}

static const char *
date(struct req *req, const char *day)
{
	return day == NULL ? NULL : icu_date(req->tag, req->mem, day);
}

/* The others, one of them chosen: id, title, date, chosen. */
static void
view_earlier(struct req *req, const struct work *work, int chosen)
{
	struct buf	*json = buf_new(req->mem, 1000);
	const char	*id;
	int		 i, count = 0;

	buf_char(json, '[');
	for (i = 0; i < rows_count(work->list); i++) {
		id = rows_get(work->list, i, "id");
		if (work->id != NULL && strcmp(id, work->id) == 0)
			continue;
		json_member(json, count++ == 0 ? "{" : ",{", "id", id);
		json_member(json, ",", "title", work_title(req, work, i));
		json_member(json, ",", "date", date(req, rows_get(work->list, i,
		    "saved_on")));
		buf_format(json, ",\"chosen\":%s}",
		    i == chosen ? "true" : "false");
	}
	buf_char(json, ']');
	view_json(req->view, "earlier", json->data);
	view_text(req->view, "earlier_id", chosen < 0 ? NONE :
	    rows_get(work->list, chosen, "id"));
}

/* --- factors ---------------------------------------------------------- */

/* Queue what takes the lowest factors further. */
static struct rows *
ask_leads(struct req *req, const struct work *work)
{
	const char	*names[LOWEST], *list = "{";
	int		 i, count;

	count = chart_sheet_lowest(work->sheet, names, LOWEST);
	for (i = 0; i < count; i++)
		list = mem_format(req->mem, "%s%s%s", list,
		    i == 0 ? "" : ",", names[i]);
	return req_ask(req, Q_FACTOR_LEADS,
	    DB_ARGS(mem_format(req->mem, "%s}", list), req->tag));
}

static int
view_factors(struct req *req, const struct work *work)
{
	struct sheet	*before = NULL;
	struct rows	*kept = NULL, *leads;
	const char	*id = NULL;
	int		 status, row = find_earlier(req, work);

	session_again(req);
	if (row >= 0) {
		id = rows_get(work->list, row, "id");
		kept = req_ask(req, Q_WORKSHEET_FIELDS, DB_ARGS(
		    mem_format(req->mem, "\\x%s", id), work->tool));
	}
	leads = ask_leads(req, work);
	if ((status = req_run(req)) != 0)
		return status;
	if (kept != NULL) {
		before = work_sheet(req, work->asked);
		work_fill(req, before, id, kept, NULL);
	}
	view_earlier(req, work, row);
	view_list(req->view, "leads", leads);
	view_text(req->view, "before_date", row < 0 ? NULL : date(req,
	    rows_get(work->list, row, "saved_on")));
	view_text(req->view, "after_date", date(req, work->saved_on));
	view_json(req->view, "dots", chart_sheet_factors(req, before,
	    work->sheet));
	return 0;
}

/* --- all -------------------------------------------------------------- */

int
work_charts(struct req *req, const struct work *work)
{
	char	*map = chart_sheet_partners(req, work->tool, work->sheet);

	if (map != NULL)
		view_json(req->view, "map", map);
	if (chart_sheet_is_assessment(work->tool) == 0 ||
	    sheet_is_answered(work->sheet) == 0)
		return 0;
	return view_factors(req, work);
}
