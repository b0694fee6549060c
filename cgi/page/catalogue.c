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
	const char	*args[7] = { req->tag };
	struct rows	*items, *facets;
	int		 i, status;

	for (i = 0; i < 6; i++)
		args[i + 1] = req_query(req, keys[i]);
	items = req_ask(req, Q_CATALOGUE_LIST, args);
	facets = req_ask(req, Q_CATALOGUE_FACETS, args);
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
