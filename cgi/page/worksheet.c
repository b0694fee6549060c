/*
 * worksheet.c - GET /{lang}/worksheet/{tool}: a tool to fill in;
 * /{lang}/worksheet/{tool}/{id}: one that was saved.  Below either, print:
 * the same on paper, which keeps nothing.
 */
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/chart_sheet.h"
#include "page/item.h"
#include "page/learn.h"
#include "page/page.h"
#include "page/worksheet.h"
#include "page/worksheet_private.h"
#include "web/app.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

#define ASSESSMENT	"factor-self-assessment"

#define ID_DIGITS	32	/* of a worksheet's id, in hex */

/* --- reading ---------------------------------------------------------- */

static int
is_id(const char *text)
{
	return text != NULL && strlen(text) == ID_DIGITS &&
	    strspn(text, "0123456789abcdef") == ID_DIGITS;
}

static struct rows *
ask_fields(struct req *req, const char *id, const char *tool)
{
	return req_ask(req, Q_WORKSHEET_FIELDS,
	    DB_ARGS(mem_format(req->mem, "\\x%s", id), tool));
}

static struct sheet *
new_sheet(struct req *req, const struct rows *fields)
{
	return sheet_new(req->mem, req->app->messages, req->language, fields);
}

/* What the worksheet follows, when it is there. */
static void
read_before(struct req *req, struct work *work, const struct rows *asked,
    const struct rows *kept)
{
	if (work->follows == NULL || rows_count(asked) == 0 ||
	    rows_count(kept) == 0)
		return;
	work->before = new_sheet(req, asked);
	work_fill(req, work->before, work->follows, kept, NULL);
}

/* What is kept, and instead of it what the form sent.  0 or the status. */
static int
read_answers(struct req *req, struct work *work, const struct rows *asked,
    const struct rows *kept)
{
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
	return sheet_fill(work->sheet, req->form) == 0 ? 0 : 413;
}

static void
set_follows(struct req *req, struct work *work)
{
	const char	*id = req->form != NULL ?
			    form_get(req->form, "follows") :
			    req_query(req, "follows");

	if (work->id == NULL && is_id(id) && follow_of(work->tool) != NULL)
		work->follows = id;
}

int
work_read(struct req *req, struct work *work, const char *id, int with_list)
{
	const char	*tool = req->arguments[0];
	const char	*before = follow_of(tool);
	struct rows	*asked, *asked_before = NULL, *kept = NULL, *grid;
	int		 status;

	req->hidden = 1;
	if (id != NULL && is_id(id) == 0)
		return 404;
	*work = (struct work){ .tool = tool, .id = id };
	work->base = form_new(req->mem);
	set_follows(req, work);
	session_ask(req);
	work->item = req_ask(req, Q_ITEM_PAGE,
	    DB_ARGS("tool", tool, req->tag));
	grid = req_ask(req, Q_ITEM_PAGE, DB_ARGS("grid", tool, req->tag));
	asked = req_ask(req, Q_FIELD_LIST, DB_ARGS(tool, req->tag));
	if (before != NULL)
		asked_before = req_ask(req, Q_FIELD_LIST,
		    DB_ARGS(before, req->tag));
	if (id != NULL)
		kept = ask_fields(req, id, tool);
	else if (work->follows != NULL)
		kept = ask_fields(req, work->follows, before);
	if (with_list)
		work->list = req_ask(req, Q_WORKSHEET_LIST, DB_ARGS(tool));
	if ((status = req_run(req)) != 0)
		return status;
	if (rows_count(grid) > 0)
		work->item = grid;
	else if ((status = item_absent(req, work->item, "tool", tool)) != 0)
		return status;
	if (rows_count(asked) == 0)
		return 404;
	session_take(req);
	work->sheet = new_sheet(req, asked);
	return read_answers(req, work, asked_before, kept);
}

/* --- showing ---------------------------------------------------------- */

const char *
work_address(const struct req *req, const struct work *work)
{
	if (work->id == NULL)
		return mem_format(req->mem, "/%s/worksheet/%s", req->tag,
		    work->tool);
	return mem_format(req->mem, "/%s/worksheet/%s/%s", req->tag,
	    work->tool, work->id);
}

static void
add_pair(struct buf *list, const char *name, const char *value)
{
	buf_text(list, list->length == 1 ? "{\"name\":" : ",{\"name\":");
	json_quote(list, name);
	buf_text(list, ",\"value\":");
	json_quote(list, value);
	buf_char(list, '}');
}

/* The values of FORM as a list of names and values; PREFIX before each. */
static void
view_pairs(struct req *req, const char *as, struct form *form,
    const char *prefix)
{
	struct buf	*list = buf_new(req->mem, 4096);
	const char	*name, *value;
	int		 at = 0;

	buf_char(list, '[');
	while ((name = form_next(form, "", &at, &value)) != NULL)
		add_pair(list, mem_format(req->mem, "%s%s", prefix, name),
		    value);
	buf_char(list, ']');
	view_json(req->view, as, list->data);
}

static void
add_member(struct buf *list, const char *before, const char *name,
    const char *value)
{
	buf_format(list, "%s\"%s\":", before, name);
	json_quote(list, value);
}

/* The worksheets of this tool that are kept: href, name, date. */
static void
view_list_of(struct req *req, const struct work *work)
{
	struct buf	*list = buf_new(req->mem, 1000);
	const char	*id, *sealed, *title;
	int		 i, count;

	count = work->list != NULL && req->session->is_open ?
	    rows_count(work->list) : 0;
	buf_char(list, '[');
	for (i = 0; i < count; i++) {
		id = rows_get(work->list, i, "id");
		sealed = rows_get(work->list, i, "title");
		title = sealed == NULL ? NULL : session_unseal(req, "field",
		    mem_format(req->mem, "%s/_title", id), sealed);
		add_member(list, i == 0 ? "{" : ",{", "href",
		    mem_format(req->mem, "/%s/worksheet/%s/%s", req->tag,
		    work->tool, id));
		add_member(list, ",", "title", title);
		add_member(list, ",", "date", icu_date(req->tag, req->mem,
		    rows_get(work->list, i, "saved_on")));
		buf_char(list, '}');
	}
	buf_char(list, ']');
	view_json(req->view, "sheets", list->data);
}

/* Where its buttons lead. */
static void
view_ways(struct req *req, const struct work *work)
{
	const char	*up = follow_up(work->tool);

	view_text(req->view, "address", work_address(req, work));
	view_true(req->view, "is_saved", work->id != NULL);
	view_text(req->view, "follows", work->id == NULL ? work->follows :
	    NULL);
	view_text(req->view, "story", work->id == NULL ||
	    follow_of(work->tool) == NULL ? NULL :
	    mem_format(req->mem, "%s/story", work_address(req, work)));
	view_text(req->view, "saved_date", work->saved_on == NULL ? NULL :
	    icu_date(req->tag, req->mem, work->saved_on));
	view_text(req->view, "follow_up", work->id == NULL || up == NULL ?
	    NULL : mem_format(req->mem, "/%s/worksheet/%s?follows=%s",
	    req->tag, up, work->id));
}

int
work_show(struct req *req, struct work *work, const char *focus,
    const char *why)
{
	worksheet_view(req, work->sheet, work->theirs, focus);
	codes_view(req, work->sheet);
	view_pairs(req, "bases", work->base, "v.");
	view_list_of(req, work);
	view_ways(req, work);
	follow_view(req, work);
	learn_view(req);
	view_true(req->view, "keeps", 1);
	/* Enter keeps nothing that nobody has asked to keep. */
	view_text(req->view, "enter", work->id == NULL ? "show" : "save");
	view_text(req->view, "why", why);
	view_true(req->view, "worksheet", 1);
	return item_page(req, work->item, "worksheet",
	    req_word(req, "worksheet.title"));
}

int
page_worksheet(struct req *req)
{
	struct work	work;
	int		status;

	status = work_read(req, &work, req->arguments[1],
	    req->arguments[1] == NULL);
	return status != 0 ? status : work_show(req, &work, NULL, NULL);
}

/* --- paper ------------------------------------------------------------ */

/* What the answers draw: a map of partners, the levels of factors. */
static void
view_charts(struct req *req, const struct work *work)
{
	char	*map, *dots = NULL;

	map = chart_sheet_partners(req, work->tool, work->sheet);
	if (strcmp(work->tool, ASSESSMENT) == 0 &&
	    sheet_is_answered(work->sheet))
		dots = chart_sheet_factors(req, NULL, work->sheet);
	if (map != NULL)
		view_json(req->view, "map", map);
	if (dots != NULL)
		view_json(req->view, "dots", dots);
}

int
page_worksheet_print(struct req *req)
{
	struct work	work;
	int		status;

	/* Who comes with nothing has nothing to print yet. */
	if (req->method == GET && req->arguments[1] == NULL)
		return req_redirect(req, 303, mem_format(req->mem,
		    "/%s/worksheet/%s", req->tag, req->arguments[0]));
	if ((status = work_read(req, &work, req->arguments[1], 0)) != 0)
		return status;
	worksheet_view(req, work.sheet, NULL, NULL);
	codes_view(req, work.sheet);
	view_charts(req, &work);
	view_pairs(req, "kept", sheet_form(work.sheet), "");
	view_pairs(req, "bases", work.base, "v.");
	view_ways(req, &work);
	learn_view(req);
	view_true(req->view, "keeps", 1);
	view_true(req->view, "paper", 1);
	view_true(req->view, "worksheet", 1);
	return item_page(req, work.item, "filled",
	    req_word(req, "filled.title"));
}
