/*
 * catalogue.c - GET /{lang}/resource: all resources, narrowed by facets.
 */
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "adapt/json.h"
#include "page/filter.h"
#include "page/frame.h"
#include "page/page.h"
#include "web/req.h"
#include "web/view.h"

static const char *const	keys[] = {
	"area", "also", "kind", "factor", "country", "sort", NULL
};

/* The two orders, as links. */
static void
view_sorts(struct req *req, const char *path, int by_title)
{
	struct buf	*json = buf_new(req->mem, 256);

	buf_text(json, "[{\"sort\":\"area\",\"href\":");
	json_quote(json, filter_address(req, path, keys, "sort", NULL));
	buf_format(json, ",\"current\":%s},{\"sort\":\"title\",\"href\":",
	    by_title ? "null" : "\"true\"");
	json_quote(json, filter_address(req, path, keys, "sort", "title"));
	buf_format(json, ",\"current\":%s}]", by_title ? "\"true\"" : "null");
	view_json(req->view, "sorts", json->data);
}

int
page_catalogue(struct req *req)
{
	const char	*path = mem_format(req->mem, "/%s/resource", req->tag);
	const char	*sort = req_query(req, "sort");
	const char	*area = req_query(req, "area");
	const char	*also = req_query(req, "also");
	const char	*kind = req_query(req, "kind");
	const char	*factor = req_query(req, "factor");
	const char	*country = req_query(req, "country");
	struct rows	*items, *facets;
	int		 status;

	items = req_ask(req, Q_CATALOGUE_LIST, DB_ARGS(req->tag, area, also,
	    kind, factor, country, sort));
	facets = req_ask(req, Q_CATALOGUE_FACETS, DB_ARGS(req->tag, area, also,
	    kind, factor, country));
	if ((status = req_run(req)) != 0)
		return status;
	view_list(req->view, "items", items);
	view_number(req->view, "total", rows_count(items));
	filter_view(req, path, keys, facets);
	view_sorts(req, path, sort != NULL && strcmp(sort, "title") == 0);
	return frame_page(req, "catalogue", &(struct frame){
	    .section = "resource",
	    .title = req_word(req, "catalogue.title"),
	    .summary = req_word(req, "catalogue.summary") });
}
