/*
 * story.c - GET /{lang}/worksheet/{tool}/{id}/story: a trial told in the
 * shape of the testimonials, from its two worksheets, with a sheet on which
 * those concerned agree that it is published.  For paper; nothing is kept.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "page/item.h"
#include "page/page.h"
#include "page/worksheet_private.h"
#include "web/req.h"
#include "web/view.h"

struct chapter {
	const char	*name;		/* message: story.NAME */
	const char	*before[5];	/* fields of the planning sheet */
	const char	*after[5];	/* and of the follow-up */
};

/* What the chapters of a testimonial are made of. */
static const struct chapter	chapters[] = {
	{ "context", { "diagnosis", "phase", "internal-actors",
	    "external-actors", NULL }, { NULL } },
	{ "idea", { "name", "objective", "progress-points", "objectives",
	    NULL }, { NULL } },
	{ "steps", { NULL }, { "actions", NULL } },
	{ "impacts", { NULL }, { "impact-external", "impact-beneficiaries",
	    NULL } },
	{ "lessons", { NULL }, { "learned", "perspectives", NULL } }
};

#define CHAPTERS	(sizeof(chapters) / sizeof(*chapters))

/* The cells of a table that say anything, each under its label. */
static int
add_cells(struct buf *json, const struct sheet *sheet,
    const struct sheet_field *table, int count)
{
	const char	*says;
	int		 row, column;

	for (row = 0; row < table->row_count; row++)
		for (column = 0; column < table->column_count; column++) {
			says = sheet_cell(sheet, table, row, column);
			if (*says == '\0')
				continue;
			json_member(json, count++ == 0 ? "{" : ",{", "label",
			    table->columns[column].label.words);
			json_member(json, ",", "says", says);
			buf_char(json, '}');
		}
	return count;
}

/* The answers to the fields called NAMES that say anything. */
static int
add_fields(struct buf *json, const struct sheet *sheet,
    const char *const *names, int count)
{
	const struct sheet_field	*field;
	const char			*says;

	for (; sheet != NULL && *names != NULL; names++) {
		if ((field = sheet_find(sheet, *names)) == NULL)
			continue;
		count = add_cells(json, sheet, field, count);
		says = sheet_answer(sheet, field);
		if (*says == '\0')
			continue;
		json_member(json, count++ == 0 ? "{" : ",{", "label",
		    field->label.words);
		json_member(json, ",", "says", says);
		buf_char(json, '}');
	}
	return count;
}

static void
view_chapters(struct req *req, const struct work *work)
{
	struct buf	*json = buf_new(req->mem, 4096);
	size_t		 i;
	int		 count;

	for (i = 0; i < CHAPTERS; i++) {
		json_member(json, i == 0 ? "[{" : ",{", "name",
		    chapters[i].name);
		buf_text(json, ",\"parts\":[");
		count = add_fields(json, work->before, chapters[i].before, 0);
		add_fields(json, work->sheet, chapters[i].after, count);
		buf_text(json, "]}");
	}
	buf_char(json, ']');
	view_json(req->view, "chapters", json->data);
}

int
page_story(struct req *req)
{
	struct work	work;
	int		status;

	if (follow_of(req->arguments[0]) == NULL)
		return 404;
	if ((status = work_read(req, &work, req->arguments[1], 0)) != 0)
		return status;
	view_chapters(req, &work);
	view_text(req->view, "title_given", work.sheet->title);
	view_text(req->view, "back", work_address(req, &work));
	view_true(req->view, "paper", 1);
	view_true(req->view, "worksheet", 1);
	return item_page(req, work.item, "story", req_word(req,
	    "story.title"));
}
