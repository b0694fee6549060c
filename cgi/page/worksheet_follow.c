/*
 * worksheet_follow.c - a worksheet that takes up another: what was planned
 * stands beside what came of it.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/worksheet_private.h"
#include "web/form.h"
#include "web/req.h"
#include "web/view.h"

struct follow {
	const char	*tool;
	const char	*before;	/* the tool it takes up */
	const char	*table;		/* whose rows it goes through */
	const char	*from;		/* column there that says what a row is */
	const char	*to;		/* column here that says it again */
	const char	*shown[4];	/* fields to be read beside, NULL ends */
};

static const struct follow	follows[] = {
	{ "wt2", "wt1", "actions", "actions-description", "actions-action",
	    { "progress-points", "objectives", "actions", NULL } }
};

#define FOLLOWS	(sizeof(follows) / sizeof(*follows))

static const struct follow *
find(const char *tool)
{
	size_t	i;

	for (i = 0; i < FOLLOWS; i++)
		if (strcmp(follows[i].tool, tool) == 0)
			return &follows[i];
	return NULL;
}

const char *
follow_of(const char *tool)
{
	const struct follow	*follow = find(tool);

	return follow != NULL ? follow->before : NULL;
}

const char *
follow_up(const char *tool)
{
	size_t	i;

	for (i = 0; i < FOLLOWS; i++)
		if (strcmp(follows[i].before, tool) == 0)
			return follows[i].tool;
	return NULL;
}

void
follow_begin(struct work *work)
{
	const struct follow		*follow = find(work->tool);
	const struct sheet_field	*table;
	struct form			*form;
	struct mem			*mem = work->sheet->mem;
	const char			*list;
	int				 i;

	if (follow == NULL || work->before == NULL)
		return;
	list = sheet_get(work->before, follow->table);
	table = sheet_find(work->before, follow->table);
	if (table == NULL || *list == '\0')
		return;
	form = form_new(mem);
	form_add(form, "_title", work->before->title);
	form_add(form, follow->table, list);
	for (i = 0; i < table->row_count; i++)
		form_add(form, mem_format(mem, "%s.%s.%s", follow->table,
		    table->rows[i], follow->to), sheet_get(work->before,
		    mem_format(mem, "%s.%s.%s", follow->table, table->rows[i],
		    follow->from)));
	sheet_fill(work->sheet, form);
}

/* --- beside ----------------------------------------------------------- */

/* A table's rows, each as its cells one after the other. */
static void
add_rows(struct buf *json, const struct sheet *sheet,
    const struct sheet_field *table)
{
	const char	*says;
	int		 row, column, count;

	buf_text(json, ",\"rows\":[");
	for (row = 0; row < table->row_count; row++) {
		buf_text(json, row == 0 ? "{\"cells\":[" : ",{\"cells\":[");
		for (column = count = 0; column < table->column_count;
		    column++) {
			says = sheet_cell(sheet, table, row, column);
			if (*says != '\0')
				json_member(json, count++ == 0 ? "{" : ",{",
				    "says", says);
			if (*says != '\0')
				buf_char(json, '}');
		}
		buf_text(json, "]}");
	}
	buf_char(json, ']');
}

void
follow_view(struct req *req, const struct work *work)
{
	const struct follow		*follow = find(work->tool);
	const struct sheet_field	*field;
	struct work			 before = *work;
	struct buf			*json = buf_new(req->mem, 2000);
	int				 i, count = 0;

	view_text(req->view, "before", NULL);
	if (follow == NULL || work->before == NULL)
		return;
	before.tool = follow->before;
	before.id = work->follows;
	json_member(json, "{", "href",
	    work_address(req, &before));
	buf_text(json, ",\"fields\":[");
	for (i = 0; follow->shown[i] != NULL; i++) {
		field = sheet_find(work->before, follow->shown[i]);
		if (field == NULL || (field->row_count == 0 &&
		    *sheet_answer(work->before, field) == '\0'))
			continue;
		json_member(json, count++ == 0 ? "{" : ",{", "label",
		    field->label.words);
		json_member(json, ",", "label_lang", field->label.lang);
		json_member(json, ",", "says", sheet_answer(work->before,
		    field));
		add_rows(json, work->before, field);
		buf_char(json, '}');
	}
	buf_text(json, "]}");
	view_json(req->view, "before", json->data);
}
