/*
 * my_file.c - everything that one person has kept, to be taken away:
 * /{lang}/my/file.json, a file that can be loaded again, and
 * /{lang}/my/paper, a page to print or save.
 */
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/bundle.h"
#include "content/sheet.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/my_private.h"
#include "page/page.h"
#include "web/app.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

int
page_my_file(struct req *req)
{
	struct bundle	*bundle;
	struct mine	 mine;
	size_t		 length;
	char		*bytes;
	int		 status;

	if ((status = my_read(req, &mine)) != 0)
		return status;
	if (req->session->is_open == 0)
		return req_redirect(req, 303, mem_format(req->mem, "/%s/my",
		    req->tag));
	bundle = my_bundle(req, &mine);
	bytes = bundle_write(req->mem, bundle, &length);
	req->type = BUNDLE_TYPE;
	req->file = mem_format(req->mem, "profint-%s.json", bundle->made);
	req->body = buf_new(req->mem, length + 1);
	buf_add(req->body, bytes, length);
	return 200;
}

/* --- paper ------------------------------------------------------------ */

/* The cells of a row that say something.  How many there are; none is no
 * row. */
static int
add_cells(struct buf *json, const struct sheet *sheet,
    const struct sheet_field *table, int row, int is_first)
{
	size_t		 before = json->length;
	const char	*says;
	int		 column, count = 0;

	buf_text(json, is_first ? "{\"cells\":[" : ",{\"cells\":[");
	for (column = 0; column < table->column_count; column++) {
		says = sheet_cell(sheet, table, row, column);
		if (*says == '\0')
			continue;
		json_member(json, count++ == 0 ? "{" : ",{", "label",
		    table->columns[column].label.words);
		json_member(json, ",", "label_lang",
		    table->columns[column].label.lang);
		json_member(json, ",", "says", says);
		buf_char(json, '}');
	}
	buf_text(json, "]}");
	if (count == 0)
		json->data[json->length = before] = '\0';
	return count;
}

/* What was answered, and nothing else. */
static void
add_answers(struct buf *json, const struct sheet *sheet)
{
	const struct sheet_field	*field;
	size_t				 before;
	int				 i, row, rows, count = 0;

	buf_text(json, ",\"fields\":[");
	for (i = 0; i < sheet->field_count; i++) {
		before = json->length;
		field = &sheet->fields[i];
		if (field->row_count == 0 &&
		    *sheet_answer(sheet, field) == '\0')
			continue;
		json_member(json, count++ == 0 ? "{" : ",{", "label",
		    field->label.words);
		json_member(json, ",", "label_lang", field->label.lang);
		json_member(json, ",", "says", sheet_answer(sheet, field));
		buf_text(json, ",\"rows\":[");
		for (row = rows = 0; row < field->row_count; row++)
			rows += add_cells(json, sheet, field, row,
			    rows == 0) > 0;
		buf_text(json, "]}");
		if (field->row_count > 0 && rows == 0) {
			json->data[json->length = before] = '\0';
			count--;
		}
	}
	buf_char(json, ']');
}

static struct sheet *
fill(struct req *req, const struct mine *mine, int first,
    const struct rows *asked)
{
	struct sheet	*sheet = sheet_new(req->mem, req->app->messages,
			    req->language, asked);
	struct form	*form = form_new(req->mem);
	int		 i, end = my_sheet_end(mine, first);

	for (i = first; i < end; i++)
		if (mine->field_texts[i] != NULL)
			form_add(form, rows_get(mine->fields, i, "name"),
			    mine->field_texts[i]);
	sheet_fill(sheet, form);
	return sheet;
}

static void
view_papers(struct req *req, const struct mine *mine,
    struct rows *const *asked)
{
	struct buf	*json = buf_new(req->mem, 16384);
	int		 i;

	buf_char(json, '[');
	for (i = 0; i < rows_count(mine->fields); i = my_sheet_end(mine, i)) {
		json_member(json, json->length == 1 ? "{" : ",{", "title",
		    my_field(mine, i, "_title"));
		json_member(json, ",", "tool", rows_get(mine->fields, i,
		    "title"));
		json_member(json, ",", "tool_lang", rows_get(mine->fields, i,
		    "title_lang"));
		json_member(json, ",", "date", icu_date(req->tag, req->mem,
		    rows_get(mine->fields, i, "saved_on")));
		add_answers(json, fill(req, mine, i, asked[i]));
		buf_char(json, '}');
	}
	buf_char(json, ']');
	view_json(req->view, "papers", json->data);
}

/* What each worksheet's tool asks, at the row where the worksheet begins. */
static struct rows **
ask_tools(struct req *req, const struct mine *mine)
{
	int		  count = rows_count(mine->fields), i, before;
	struct rows	**asked;

	asked = mem_get(req->mem, ((size_t)count + 1) * sizeof(*asked));
	for (i = 0; i < count; i = my_sheet_end(mine, i)) {
		for (before = 0; before < i && asked[i] == NULL; before++)
			if (asked[before] != NULL &&
			    strcmp(rows_get(mine->fields, before, "tool"),
			    rows_get(mine->fields, i, "tool")) == 0)
				asked[i] = asked[before];
		if (asked[i] == NULL)
			asked[i] = req_ask(req, Q_FIELD_LIST, DB_ARGS(
			    rows_get(mine->fields, i, "tool"), req->tag));
	}
	return asked;
}

int
page_my_paper(struct req *req)
{
	struct rows	**asked;
	struct mine	  mine;
	int		  status;

	if ((status = my_read(req, &mine)) != 0)
		return status;
	if (req->session->is_open == 0)
		return req_redirect(req, 303, mem_format(req->mem, "/%s/my",
		    req->tag));
	asked = ask_tools(req, &mine);
	if ((status = req_run(req)) != 0)
		return status;
	my_view(req, &mine);
	view_papers(req, &mine, asked);
	learn_view(req);
	view_true(req->view, "paper", 1);
	req->hidden = 1;
	return frame_page(req, "mine", &(struct frame){
	    .title = req_word(req, "my.title"),
	    .summary = req_word(req, "my.paper.text") });
}
