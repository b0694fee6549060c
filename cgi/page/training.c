/*
 * training.c - GET /{lang}/module: what there is to follow.
 */
#include "page/frame.h"
#include "page/page.h"
#include "web/req.h"
#include "web/view.h"

#define ALL	"100"

int
page_training(struct req *req)
{
	struct rows	*modules, *cases;
	int		 status;

	modules = req_ask(req, Q_CARD_LIST, DB_ARGS("module", req->tag, ALL));
	cases = req_ask(req, Q_CARD_LIST, DB_ARGS("case", req->tag, ALL));
	if ((status = req_run(req)) != 0)
		return status;
	view_list(req->view, "modules", modules);
	view_list(req->view, "cases", cases);
	return frame_page(req, "training", &(struct frame){
	    .section = "module",
	    .title = req_word(req, "training.title"),
	    .summary = req_word(req, "training.summary") });
}
