/*
 * my.c - GET /{lang}/my: everything that one person has kept here; and POST
 * /{lang}/my/device: whose device this is.
 */
#include <string.h>

#include "adapt/icu.h"
#include "base/mem.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/my_private.h"
#include "page/page.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

int
my_show(struct req *req, const struct mine *mine, int status,
    const char *word)
{
	const struct session	*session = req->session;

	my_view(req, mine);
	view_text(req->view, "why", word == NULL ? NULL : req_word(req, word));
	view_text(req->view, "kept_until", session->kept_until == NULL ? NULL :
	    icu_date(req->tag, req->mem, session->kept_until));
	view_true(req->view, "erased", session->is_open == 0 &&
	    req_query(req, "erased") != NULL);
	req->path = mem_format(req->mem, "/%s/my", req->tag);
	learn_view(req);
	req->hidden = 1;
	req->status = status;
	return frame_page(req, "my", &(struct frame){
	    .title = req_word(req, "my.title"),
	    .summary = req_word(req, "my.summary") });
}

int
page_my(struct req *req)
{
	struct mine	mine;
	int		status;

	if ((status = my_read(req, &mine)) != 0)
		return status;
	return my_show(req, &mine, 200, NULL);
}

/* --- whose device ----------------------------------------------------- */

/* Back to the page where it was asked: a local path of ours, or here. */
static const char *
back(struct req *req)
{
	const char	*place = form_get(req->form, "place");
	const char	*here = mem_format(req->mem, "/%s/", req->tag);

	if (place == NULL || strncmp(place, here, strlen(here)) != 0 ||
	    strpbrk(place, "\\\n\t") != NULL)
		return mem_format(req->mem, "/%s/my", req->tag);
	return place;
}

int
page_my_device(struct req *req)
{
	const char	*own = form_get(req->form, "own");
	int		 is_own = own != NULL && strcmp(own, "yes") == 0;
	int		 status;

	session_ask(req);
	if ((status = learn_check(req)) != 0)
		return status;
	req_ask(req, Q_DEVICE_OWN, DB_ARGS(is_own ? "true" : "false"));
	if ((status = req_run(req)) != 0)
		return status;
	if (session_take(req))
		session_own(req, is_own);
	return req_redirect(req, 303, back(req));
}
