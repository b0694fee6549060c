/*
 * home.c - GET /{lang}/: what this is, two doors, six situations.
 *
 * Its words are the item page/home.
 */
#include "base/mem.h"
#include "page/frame.h"
#include "page/item.h"
#include "page/page.h"
#include "web/req.h"
#include "web/view.h"

#define SITUATIONS	"6"

int
page_home(struct req *req)
{
	struct rows	*item, *sections, *areas, *situations;
	int		 status;

	item = req_ask(req, Q_ITEM_PAGE, DB_ARGS("page", "home", req->tag));
	sections = req_ask(req, Q_ITEM_SECTIONS,
	    DB_ARGS("page", "home", req->tag, "all"));
	areas = req_ask(req, Q_AREA_LIST, DB_ARGS(req->tag));
	situations = req_ask(req, Q_CARD_LIST,
	    DB_ARGS("case", req->tag, SITUATIONS));
	if ((status = req_run(req)) != 0)
		return status;
	if (rows_count(item) == 0)
		return 404;
	item_view(req, item);
	view_text(req->view, "source_href", mem_format(req->mem, "/%s/",
	    rows_get(item, 0, "source_lang")));
	view_list(req->view, "sections", sections);
	view_list(req->view, "areas", areas);
	view_list(req->view, "situations", situations);
	return frame_page(req, "home", &(struct frame){
	    .title = rows_get(item, 0, "title"),
	    .summary = rows_get(item, 0, "summary") });
}
