/*
 * leave.c - POST /{lang}/leave: this computer opens nothing any more.
 *
 * Whoever sits down next finds no cookie, nothing in the browser's store
 * and nothing behind Back: no page of this realm is kept.
 */
#include "base/mem.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"

int
page_leave(struct req *req)
{
	int	status;

	session_ask(req);
	if ((status = learn_check(req)) != 0)
		return status;
	req_ask(req, Q_DEVICE_LEAVE, DB_NO_ARGS);
	if ((status = req_run(req)) != 0)
		return status;
	session_leave(req);
	return req_redirect(req, 303, mem_format(req->mem, "/%s/", req->tag));
}
