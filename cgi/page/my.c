/*
 * my.c - GET /{lang}/my: everything that one person has kept here.
 */
#include "page/frame.h"
#include "page/page.h"
#include "web/req.h"

int
page_my(struct req *req)
{
	req->hidden = 1;
	return frame_page(req, "my", &(struct frame){
	    .title = req_word(req, "my.title"),
	    .summary = req_word(req, "my.summary") });
}
