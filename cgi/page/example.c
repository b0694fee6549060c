/*
 * example.c - GET /{lang}/tool/{slug}/example: a tool as a whole, filled in
 * with the examples of its fields.
 */
#include <string.h>

#include "base/mem.h"
#include "content/sheet.h"
#include "page/chart_sheet.h"
#include "page/item.h"
#include "page/page.h"
#include "page/worksheet.h"
#include "web/app.h"
#include "web/form.h"
#include "web/req.h"
#include "web/view.h"

#define ROW	"A1"	/* the row of each table */

/* The answer to FIELD, called NAME, that its example gives: of a choice the
 * option that says the same. */
static void
add_example(struct form *form, const struct sheet_field *field,
    const char *name)
{
	int	i;

	if (field->example.words == NULL)
		return;
	if (field->type == SHEET_TEXT || field->type == SHEET_LONGTEXT)
		form_add(form, name, field->example.words);
	for (i = 0; i < field->option_count; i++)
		if (strcmp(field->options[i].says.words,
		    field->example.words) == 0)
			form_add(form, name, field->options[i].name);
}

static void
add_row(struct mem *mem, struct form *form, const struct sheet_field *table)
{
	int	i;

	form_add(form, table->name, ROW);
	for (i = 0; i < table->column_count; i++)
		add_example(form, &table->columns[i], mem_format(mem,
		    "%s." ROW ".%s", table->name, table->columns[i].name));
}

static void
fill(struct req *req, struct sheet *sheet)
{
	struct form	*form = form_new(req->mem);
	int		 i;

	for (i = 0; i < sheet->field_count; i++)
		if (sheet->fields[i].type == SHEET_TABLE)
			add_row(req->mem, form, &sheet->fields[i]);
		else
			add_example(form, &sheet->fields[i],
			    sheet->fields[i].name);
	sheet_fill(sheet, form);
}

static void
view_charts(struct req *req, const char *slug, const struct sheet *sheet)
{
	char	*map = chart_sheet_partners(req, slug, sheet);

	if (map != NULL)
		view_json(req->view, "map", map);
	if (chart_sheet_is_assessment(slug))
		view_json(req->view, "dots", chart_sheet_factors(req, NULL,
		    sheet));
}

int
page_example(struct req *req)
{
	const char	*slug = req->arguments[0];
	struct rows	*item, *asked;
	struct sheet	*sheet;
	int		 status;

	item = req_ask(req, Q_ITEM_PAGE, DB_ARGS("tool", slug, req->tag));
	asked = req_ask(req, Q_FIELD_LIST, DB_ARGS(slug, req->tag));
	if ((status = req_run(req)) != 0 ||
	    (status = item_absent(req, item, "tool", slug)) != 0)
		return status;
	if (rows_count(asked) == 0)
		return 404;
	sheet = sheet_new(req->mem, req->app->messages, req->language, asked);
	fill(req, sheet);
	worksheet_view(req, sheet, NULL, NULL);
	view_charts(req, slug, sheet);
	view_true(req->view, "paper", 1);
	view_true(req->view, "draws", 1);
	view_true(req->view, "worksheet", 1);
	return item_page(req, item, "example", req_word(req,
	    "example.title"));
}
