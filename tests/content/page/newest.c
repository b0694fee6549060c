/*
 * newest.c - GET /{lang}/newest: what changed last.
 */
#include "page/frame.h"
#include "page/page.h"
#include "web/req.h"
#include "web/view.h"

int
page_newest(struct req *req)
{
	struct rows	*items;
	int		 status;

	items = req_ask(req, Q_NEWEST_LIST, DB_ARGS(req->tag,
	    req_query(req, "kind")));
	if ((status = req_run(req)) != 0)
		return status;
	view_list(req->view, "items", items);
	return frame_page(req, "newest", &(struct frame){
	    .title = req_word(req, "nav.resources") });
}
