/*
 * my_view.c - everything that one person has kept, as its templates know it.
 */
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/chart_sheet.h"
#include "page/my_private.h"
#include "web/req.h"
#include "web/view.h"

/* --- what was written ------------------------------------------------- */

/* What was chosen of a self-check, in words; else what was written. */
static const char *
says(struct req *req, const struct mine *mine, int row)
{
	const char		*options, *text = mine->note_texts[row];
	const struct json	*one;

	options = rows_get(mine->notes, row, "options");
	if (options == NULL)
		return text;
	for (one = json_parse(req->mem, options)->child; one != NULL;
	    one = one->next)
		if (strcmp(one->name, text) == 0)
			return one->text;
	return text;
}

static int
is_same(const struct rows *rows, int a, int b, const char *column)
{
	const char	*one = rows_get(rows, a, column);
	const char	*two = rows_get(rows, b, column);

	return one == NULL || two == NULL ? one == two :
	    strcmp(one, two) == 0;
}

/* Rows that stand under one heading. */
static int
is_together(const struct rows *rows, int a, int b)
{
	return is_same(rows, a, b, "kind") && is_same(rows, a, b, "name") &&
	    is_same(rows, a, b, "step");
}

/* Where it was written: a step of a module, a case alone; NULL: no more. */
static const char *
place_of(struct req *req, const struct rows *rows, int row)
{
	const char	*module = rows_get(rows, row, "module");

	if (module != NULL)
		return mem_format(req->mem, "/%s/step/%s/%s", req->tag, module,
		    rows_get(rows, row, "step"));
	if (strcmp(rows_get(rows, row, "kind"), "case") != 0 ||
	    rows_get(rows, row, "question") == NULL)
		return NULL;
	return mem_format(req->mem, "/%s/study/%s", req->tag,
	    rows_get(rows, row, "name"));
}

static void
add_heading(struct req *req, struct buf *json, const struct rows *rows,
    int row)
{
	int	is_module = strcmp(rows_get(rows, row, "kind"), "module") == 0;

	json_member(json, "{", "title", rows_get(rows, row, "title"));
	json_member(json, ",", "title_lang", rows_get(rows, row, "title_lang"));
	json_member(json, ",", "step", is_module &&
	    rows_get(rows, row, "module") != NULL ?
	    rows_get(rows, row, "step") : NULL);
	json_member(json, ",", "href", place_of(req, rows, row));
	buf_text(json, ",\"notes\":[");
}

static void
view_writings(struct req *req, const struct mine *mine)
{
	struct buf		*json = buf_new(req->mem, 16384);
	const struct rows	*rows = mine->notes;
	int			 i, last = -1;

	buf_char(json, '[');
	for (i = 0; i < rows_count(rows); i++) {
		if (mine->note_texts[i] == NULL || *mine->note_texts[i] ==
		    '\0')
			continue;
		if (last < 0 || is_together(rows, last, i) == 0) {
			buf_text(json, last < 0 ? "" : "]},");
			add_heading(req, json, rows, i);
		} else
			buf_char(json, ',');
		last = i;
		json_member(json, "{", "question", rows_get(rows, i,
		    "question"));
		json_member(json, ",", "question_lang", rows_get(rows, i,
		    "question_lang"));
		json_member(json, ",", "says", says(req, mine, i));
		json_member(json, ",", "date", icu_date(req->tag, req->mem,
		    rows_get(rows, i, "saved_on")));
		buf_char(json, '}');
	}
	buf_text(json, last < 0 ? "]" : "]}]");
	view_json(req->view, "writings", json->data);
}

/* --- worksheets ------------------------------------------------------- */

static void
add_sheet(struct req *req, struct buf *json, const struct mine *mine,
    int first)
{
	const struct rows	*rows = mine->fields;
	const char		*tool = rows_get(rows, first, "tool");

	json_member(json, json->length == 1 ? "{" : ",{", "title",
	    my_field(mine, first, "_title"));
	json_member(json, ",", "tool", rows_get(rows, first, "title"));
	json_member(json, ",", "tool_lang", rows_get(rows, first,
	    "title_lang"));
	json_member(json, ",", "href", mem_format(req->mem,
	    "/%s/worksheet/%s/%s", req->tag, tool, rows_get(rows, first,
	    "id")));
	json_member(json, ",", "date", icu_date(req->tag, req->mem,
	    rows_get(rows, first, "saved_on")));
	buf_char(json, '}');
}

static void
view_sheets(struct req *req, const struct mine *mine, const char *name,
    int is_assessment)
{
	struct buf	*json = buf_new(req->mem, 4096);
	int		 i;

	buf_char(json, '[');
	for (i = 0; i < rows_count(mine->fields); i = my_sheet_end(mine, i))
		if (chart_sheet_is_assessment(rows_get(mine->fields, i,
		    "tool")) == is_assessment)
			add_sheet(req, json, mine, i);
	buf_char(json, ']');
	view_json(req->view, name, json->data);
}

void
my_view(struct req *req, const struct mine *mine)
{
	view_list(req->view, "modules", mine->modules);
	view_writings(req, mine);
	view_sheets(req, mine, "sheets", 0);
	view_sheets(req, mine, "assessments", 1);
}
