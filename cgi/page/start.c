/*
 * start.c - GET /: to the home page in the reader's language.
 *
 * The only address whose answer depends on more than itself.
 */
#include "base/mem.h"
#include "page/page.h"
#include "web/req.h"

int
page_start(struct req *req)
{
	req->vary = "Accept-Language, Cookie";
	return req_redirect(req, 302,
	    mem_format(req->mem, "/%s/", req->tag));
}
