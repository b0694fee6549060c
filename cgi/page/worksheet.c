/*
 * worksheet.c - /{lang}/worksheet/{tool}: a tool to fill in, on screen and
 * on paper.
 *
 * Nothing is kept: what was typed comes back with the answer.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/sheet.h"
#include "page/item.h"
#include "page/page.h"
#include "page/worksheet.h"
#include "web/app.h"
#include "web/form.h"
#include "web/req.h"
#include "web/view.h"

/* The tool of the request, with what the form sent.  0, or the status to
 * return. */
static int
load(struct req *req, struct rows **item, struct sheet **sheet)
{
	const char	*slug = req->arguments[0];
	struct rows	*fields;
	int		 status;

	req->hidden = 1;
	*item = req_ask(req, Q_ITEM_PAGE, DB_ARGS("tool", slug, req->tag));
	fields = req_ask(req, Q_FIELD_LIST, DB_ARGS(slug, req->tag));
	if ((status = req_run(req)) != 0 ||
	    (status = item_absent(req, *item, "tool", slug)) != 0)
		return status;
	if (rows_count(fields) == 0)
		return 404;
	*sheet = sheet_new(req->mem, req->app->messages, req->language,
	    fields);
	if (req->form != NULL && sheet_fill(*sheet, req->form) != 0)
		return 413;
	return 0;
}

int
page_worksheet(struct req *req)
{
	const char	*action = form_get(req->form, "do"), *focus = NULL;
	struct rows	*item;
	struct sheet	*sheet;
	int		 status;

	if ((status = load(req, &item, &sheet)) != 0)
		return status;
	if (action != NULL)
		focus = sheet_do(sheet, action);
	worksheet_view(req, sheet, focus);
	view_true(req->view, "worksheet", 1);
	return item_page(req, item, "worksheet",
	    req_word(req, "worksheet.title"));
}

static void
add_kept(struct buf *list, const char *name, const char *value)
{
	buf_text(list, list->length == 0 ? "[{\"name\":" : ",{\"name\":");
	json_quote(list, name);
	buf_text(list, ",\"value\":");
	json_quote(list, value);
	buf_char(list, '}');
}

/* All answers, for a form that goes on with them. */
static void
view_kept(struct req *req, const struct sheet *sheet)
{
	struct buf	*list = buf_new(req->mem, 4096);
	const char	*name, *value;
	int		 i, at = 0;

	add_kept(list, "_title", sheet->title);
	for (i = 0; i < sheet->field_count; i++)
		if (sheet->fields[i].type == SHEET_TABLE)
			add_kept(list, sheet->fields[i].name,
			    sheet_get(sheet, sheet->fields[i].name));
	while ((name = form_next(sheet->answers, "", &at, &value)) != NULL)
		add_kept(list, name, value);
	buf_char(list, ']');
	view_json(req->view, "kept", list->data);
}

/* Who comes without a form has nothing to print yet. */
int
page_worksheet_print(struct req *req)
{
	struct rows	*item;
	struct sheet	*sheet;
	int		 status;

	if (req->method == GET)
		return req_redirect(req, 303, mem_format(req->mem,
		    "/%s/worksheet/%s", req->tag, req->arguments[0]));
	if ((status = load(req, &item, &sheet)) != 0)
		return status;
	worksheet_view(req, sheet, NULL);
	view_kept(req, sheet);
	view_true(req->view, "paper", 1);
	view_true(req->view, "worksheet", 1);
	return item_page(req, item, "filled", req_word(req, "filled.title"));
}
