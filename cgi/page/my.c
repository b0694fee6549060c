/*
 * my.c - GET /{lang}/my: everything that one person has kept here; and POST
 * /{lang}/my/device: whose device this is.
 */
#include <string.h>

#include "base/mem.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/code.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

int
page_my(struct req *req)
{
	char		 code[CODE_TEXT] = "";
	struct rows	*modules;
	int		 status;

	session_ask(req);
	modules = req_ask(req, Q_MY_MODULES, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	session_take(req);
	if (req->session->code != NULL)
		code_write(code, req->session->code);
	view_text(req->view, "code", mem_dup(req->mem, code));
	view_list(req->view, "modules", modules);
	learn_view(req);
	req->hidden = 1;
	return frame_page(req, "my", &(struct frame){
	    .title = req_word(req, "my.title"),
	    .summary = req_word(req, "my.summary") });
}

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
