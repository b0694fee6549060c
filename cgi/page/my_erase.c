/*
 * my_erase.c - /{lang}/my/erase: everything that one person has kept is
 * erased, at once, after one question.
 */
#include "base/mem.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/req.h"
#include "web/session.h"

static int
go_home(struct req *req)
{
	return req_redirect(req, 303, mem_format(req->mem,
	    "/%s/my?erased=1", req->tag));
}

int
page_my_erase(struct req *req)
{
	int	status;

	session_ask(req);
	if ((status = req_run(req)) != 0)
		return status;
	if (session_take(req) == 0)
		return req_redirect(req, 303, mem_format(req->mem, "/%s/my",
		    req->tag));
	learn_view(req);
	req->hidden = 1;
	return frame_page(req, "erase", &(struct frame){
	    .title = req_word(req, "my.erase.title") });
}

int
page_my_erase_now(struct req *req)
{
	int	status;

	session_ask(req);
	if ((status = req_run(req)) != 0 || (status = learn_check(req)) != 0)
		return status;
	if (session_take(req)) {
		session_again(req);
		req_ask(req, Q_MY_ERASE, DB_NO_ARGS);
		if ((status = req_run(req)) != 0)
			return status;
	}
	session_leave(req);
	return go_home(req);
}
