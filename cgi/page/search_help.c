/*
 * search_help.c - other ways to ask, and where to go when nothing is found.
 */
#include <stdlib.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/filter.h"
#include "page/search.h"
#include "web/req.h"
#include "web/view.h"

#define FEW	5	/* hits below which a word may be misspelt */

void
search_help(struct req *req, const struct search *search,
    const struct rows *help)
{
	const char	*suggestion = rows_get(help, 0, "suggestion");
	const char	*path = mem_format(req->mem, "/%s/search", req->tag);
	long		 total = rows_count(search->hits) == 0 ? 0 :
			    atol(rows_get(search->hits, 0, "total"));

	view_row(req->view, help, 0);
	if (total >= FEW)
		suggestion = NULL;
	view_text(req->view, "suggestion", suggestion);
	view_text(req->view, "suggested", suggestion == NULL ? NULL :
	    filter_address(req, path, "q", suggestion));
}

int
search_begin(struct req *req)
{
	struct rows	*areas;
	int		 status;

	areas = req_ask(req, Q_AREA_LIST, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	view_list(req->view, "areas", areas);
	return 0;
}

/* The languages in which the words find something, as JSON. */
static const char *
tongues(struct req *req, const struct search *search, const struct rows *rows)
{
	struct buf	*json = buf_new(req->mem, 500);
	const char	*lang;
	int		 i;

	buf_char(json, '[');
	for (i = 0; i < rows_count(rows); i++) {
		lang = rows_get(rows, i, "lang");
		buf_text(json, i == 0 ? "{\"language\":" : ",{\"language\":");
		json_quote(json, icu_language(req->tag, req->mem, lang));
		buf_text(json, ",\"lang\":");
		json_quote(json, lang);
		buf_text(json, ",\"href\":");
		json_quote(json, mem_format(req->mem, "/%s/search?q=%s", lang,
		    req_url(req, search->question)));
		buf_format(json, ",\"hits\":%s}", rows_get(rows, i, "hits"));
	}
	buf_char(json, ']');
	return json->data;
}

int
search_empty(struct req *req, const struct search *search)
{
	struct rows	*areas, *near, *rows;
	int		 status;

	areas = req_ask(req, Q_AREA_LIST, DB_ARGS(req->tag));
	near = req_ask(req, Q_SEARCH_NEAR,
	    DB_ARGS(req->tag, search->question));
	rows = req_ask(req, Q_SEARCH_TONGUES,
	    DB_ARGS(req->tag, search->question));
	if ((status = req_run(req)) != 0)
		return status;
	view_list(req->view, "areas", areas);
	view_list(req->view, "near", near);
	view_json(req->view, "elsewhere", tongues(req, search, rows));
	return 0;
}
