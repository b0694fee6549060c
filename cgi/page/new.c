/*
 * new.c - GET /{lang}/new: what came and changed, month by month.
 *
 * Many of a sort on one day are one line, so a fresh site has no flood to
 * show; it shows where to begin instead.
 */
#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "page/frame.h"
#include "page/page.h"
#include "web/req.h"
#include "web/view.h"

#define ENTRIES	"100"

/* Names of the days, or of the months, in COLUMN: {"2026-11-21":"…"}. */
static const char *
names(struct req *req, const struct rows *rows, const char *column,
    char *(*name)(const char *, struct mem *, const char *))
{
	struct buf	*json = buf_new(req->mem, 1000);
	const char	*day;
	int		 i;

	buf_char(json, '{');
	for (i = 0; i < rows_count(rows); i++) {
		if ((day = rows_get(rows, i, column)) == NULL)
			continue;
		if (json->length > 1)
			buf_char(json, ',');
		json_quote(json, day);
		buf_char(json, ':');
		json_quote(json, name(req->tag, req->mem, day));
	}
	buf_char(json, '}');
	return json->data;
}

static int
has_single(const struct rows *news)
{
	int	i;

	for (i = 0; i < rows_count(news); i++)
		if (rows_get(news, i, "slug") != NULL)
			return 1;
	return 0;
}

int
page_new(struct req *req)
{
	struct rows	*news, *areas;
	int		 status;

	news = req_ask(req, Q_NEW_LIST, DB_ARGS(req->tag, ENTRIES));
	areas = req_ask(req, Q_AREA_LIST, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	view_list(req->view, "news", news);
	view_json(req->view, "days", names(req, news, "day", icu_date));
	view_json(req->view, "months", names(req, news, "month", icu_month));
	view_true(req->view, "quiet", has_single(news) == 0);
	view_list(req->view, "areas", areas);
	return frame_page(req, "new", &(struct frame){
	    .title = req_word(req, "new.title"),
	    .summary = req_word(req, "new.summary") });
}
