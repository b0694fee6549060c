/*
 * my_code.c - /{lang}/my/code: the resume code as a card to keep; and as a
 * file.
 */
#include <string.h>

#include "adapt/json.h"
#include "adapt/qr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/app.h"
#include "web/code.h"
#include "web/req.h"
#include "web/session.h"
#include "web/settings.h"
#include "web/view.h"

static const char *
code_text(struct req *req)
{
	char	text[CODE_TEXT];

	code_write(text, req->session->code);
	return mem_dup(req->mem, text);
}

static const char *
link_of(struct req *req, const char *code)
{
	return mem_format(req->mem, "%s/%s/resume/%s",
	    settings_get(req->app->settings, "base", NULL), req->tag, code);
}

/* An address that opens the reader's own mail program. */
static const char *
mail(struct req *req, const char *code)
{
	const char	*body;

	body = mem_format(req->mem, "%s\n\n%s\n\n%s\n",
	    req_word(req, "my.card.text"), link_of(req, code), code);
	return mem_format(req->mem, "mailto:?subject=%s&body=%s",
	    req_url(req, req_word(req, "my.card.title")),
	    req_url(req, body));
}

/* The code group by group: nine short words are copied without a slip. */
static void
view_groups(struct req *req, const char *code)
{
	struct buf	*json = buf_new(req->mem, 200);

	buf_char(json, '[');
	for (; *code != '\0'; code += strspn(code, "-")) {
		size_t	length = strcspn(code, "-");

		buf_char(json, json->length == 1 ? ' ' : ',');
		json_quote(json, mem_copy(req->mem, code, length));
		code += length;
	}
	buf_char(json, ']');
	view_json(req->view, "groups", json->data);
}

static int
open_session(struct req *req)
{
	int	status;

	session_ask(req);
	if ((status = req_run(req)) != 0)
		return status;
	return session_take(req) && req->session->code != NULL ? 0 :
	    req_redirect(req, 303, mem_format(req->mem, "/%s/my",
	    req->tag));
}

int
page_my_code(struct req *req)
{
	const char	*code;
	int		 size = 0, status;

	if ((status = open_session(req)) != 0)
		return status;
	code = code_text(req);
	view_groups(req, code);
	view_text(req->view, "link", link_of(req, code));
	view_text(req->view, "qr", qr_path(req->mem, link_of(req, code),
	    &size));
	view_text(req->view, "box", mem_format(req->mem, "0 0 %d %d", size,
	    size));
	view_text(req->view, "mail", mail(req, code));
	learn_view(req);
	req->hidden = 1;
	return frame_page(req, "card", &(struct frame){
	    .title = req_word(req, "my.card.title"),
	    .summary = req_word(req, "my.card.text") });
}

int
page_my_code_file(struct req *req)
{
	const char	*code;
	int		 status;

	if ((status = open_session(req)) != 0)
		return status;
	code = code_text(req);
	req->type = "text/plain; charset=utf-8";
	req->file = "profint.txt";
	req->body = buf_new(req->mem, 1000);
	buf_format(req->body, "%s\r\n\r\n%s\r\n\r\n%s\r\n\r\n%s\r\n",
	    req_word(req, "my.card.title"), req_word(req, "my.card.text"),
	    link_of(req, code), code);
	return 200;
}
