/*
 * model.c - GET /{lang}/model: the four areas and their factors.
 */
#include "page/frame.h"
#include "page/page.h"
#include "web/req.h"
#include "web/view.h"

int
page_model(struct req *req)
{
	struct rows	*areas;
	int		 status;

	areas = req_ask(req, Q_AREA_LIST, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	view_list(req->view, "areas", areas);
	return frame_page(req, "model", &(struct frame){
	    .section = "model",
	    .title = req_word(req, "model.title"),
	    .summary = req_word(req, "model.summary") });
}
