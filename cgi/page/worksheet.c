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
#include "page/item.h"
#include "page/learn.h"
#include "page/page.h"
#include "page/worksheet.h"
#include "page/worksheet_private.h"
#include "web/form.h"
#include "web/group.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

const char *
work_address(const struct req *req, const struct work *work)
{
	if (work->room != NULL)
		return mem_format(req->mem, "/%s/session/%s/worksheet%s%s",
		    req->tag, work->room->id, work->id == NULL ? "" : "/",
		    work->id == NULL ? "" : work->id);
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

void
work_pairs(struct req *req, const char *as, struct form *form,
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

const char *
work_title(struct req *req, const struct work *work, int row)
{
	const char	*sealed = rows_get(work->list, row, "title");

	return sealed == NULL ? NULL : session_unseal(req, "field",
	    mem_format(req->mem, "%s/_title",
	    rows_get(work->list, row, "id")), sealed);
}

/* The worksheets of this tool that are kept: href, name, date. */
static void
view_list_of(struct req *req, const struct work *work)
{
	struct buf	*list = buf_new(req->mem, 1000);
	const char	*id;
	int		 i, count;

	count = work->list != NULL && req->session->is_open &&
	    work->id == NULL ? rows_count(work->list) : 0;
	buf_char(list, '[');
	for (i = 0; i < count; i++) {
		id = rows_get(work->list, i, "id");
		add_member(list, i == 0 ? "{" : ",{", "href",
		    mem_format(req->mem, "/%s/worksheet/%s/%s", req->tag,
		    work->tool, id));
		add_member(list, ",", "title", work_title(req, work, i));
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
	int	status;

	if (work->room != NULL)
		return joint_show(req, work, focus, why);
	/* Without a database the words are more than the picture. */
	if (work->id != NULL && req->status < 500 &&
	    (status = work_charts(req, work)) != 0)
		return learn_failed(req, status);
	worksheet_view(req, work->sheet, work->theirs, focus);
	codes_view(req, work->sheet);
	work_pairs(req, "bases", work->base, "v.");
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

int
page_worksheet_print(struct req *req)
{
	struct work	work;
	int		status;

	if (guard_is_foreign(req))
		return 403;
	/* Who comes with nothing has nothing to print yet. */
	if (req->method == GET && req->arguments[1] == NULL)
		return req_redirect(req, 303, mem_format(req->mem,
		    "/%s/worksheet/%s", req->tag, req->arguments[0]));
	if ((status = work_read(req, &work, req->arguments[1], 0)) != 0)
		return status;
	worksheet_view(req, work.sheet, NULL, NULL);
	codes_view(req, work.sheet);
	if ((status = work_charts(req, &work)) != 0)
		return status;
	work_pairs(req, "kept", sheet_form(work.sheet), "");
	work_pairs(req, "bases", work.base, "v.");
	view_ways(req, &work);
	learn_view(req);
	view_true(req->view, "keeps", 1);
	view_true(req->view, "paper", 1);
	view_true(req->view, "worksheet", 1);
	return item_page(req, work.item, "filled",
	    req_word(req, "filled.title"));
}
