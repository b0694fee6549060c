/*
 * with.c - GET /{lang}/{kind}/{slug}?with=LANG: an item in two languages,
 * paragraph by paragraph, for those who review translations.
 */
#include "base/mem.h"
#include "page/item.h"
#include "web/app.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/view.h"

int
item_with(struct req *req, const char *kind, const char *slug)
{
	const struct messages	*messages = req->app->messages;
	const char		*with = req_query(req, "with");
	int			 other = messages_tag(messages, with);
	struct rows		*item, *segments;
	int			 status;

	if (other < 0 || other == req->language)
		return req_redirect(req, 302, req->path);
	item = req_ask(req, Q_ITEM_PAGE, DB_ARGS(kind, slug, req->tag));
	segments = req_ask(req, Q_ITEM_SEGMENTS,
	    DB_ARGS(kind, slug, req->tag, with));
	if ((status = req_run(req)) != 0 ||
	    (status = item_absent(req, item, kind, slug)) != 0)
		return status;
	view_list(req->view, "segments", segments);
	view_text(req->view, "other_lang", with);
	view_text(req->view, "other_dir",
	    messages_language(messages, other)->dir);
	view_text(req->view, "other_name", req->app->names[other]);
	view_text(req->view, "here_name", req->app->names[req->language]);
	view_true(req->view, "paper", 1);
	return item_page(req, item, "with", req_word(req, "with.title"));
}
