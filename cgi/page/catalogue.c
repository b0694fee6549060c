/*
 * catalogue.c - GET /{lang}/resource: all resources, narrowed by facets.
 *
 * With words it is a search: the same state, at the search's address.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "page/filter.h"
#include "page/frame.h"
#include "page/page.h"
#include "web/req.h"
#include "web/view.h"

#define PAGE	24	/* cards on a page: rows of two and of three */

static void
view_items(struct req *req, const char *path, const struct rows *items,
    int page)
{
	long	total = rows_count(items) == 0 ? 0 :
		    atol(rows_get(items, 0, "total"));

	view_list(req->view, "items", items);
	view_number(req->view, "total", total);
	filter_pager(req, path, page, PAGE, total);
}

static int
show(struct req *req)
{
	return frame_page(req, "catalogue", &(struct frame){
	    .section = "resource",
	    .title = req_word(req, "catalogue.title"),
	    .summary = req_word(req, "catalogue.summary") });
}

int
page_catalogue(struct req *req)
{
	const char	*path = mem_format(req->mem, "/%s/resource", req->tag);
	const char	*chosen = filter_chosen(req), *offset, *moved;
	struct rows	*items, *facets;
	int		 page, status;

	if (req_query(req, "q") != NULL)
		return req_redirect(req, 302, filter_address(req, mem_format(
		    req->mem, "/%s/search", req->tag), NULL, NULL));
	if ((moved = filter_moved(req, path)) != NULL)
		return req_redirect(req, 302, moved);
	offset = filter_offset(req, PAGE, &page);
	items = req_ask(req, Q_CATALOGUE_LIST, DB_ARGS(req->tag, chosen,
	    req_query(req, "sort"), offset,
	    mem_format(req->mem, "%d", PAGE)));
	facets = req_ask(req, Q_CATALOGUE_FACETS, DB_ARGS(req->tag, chosen));
	if ((status = req_run(req)) != 0)
		return status;
	if (rows_count(items) == 0 && page > 1)
		return req_redirect(req, 302,
		    filter_address(req, path, NULL, NULL));
	view_items(req, path, items, page);
	filter_view(req, &(struct filter){ path, "area" }, facets);
	return show(req);
}
