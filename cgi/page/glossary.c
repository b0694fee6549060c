/*
 * glossary.c - GET /{lang}/term: the words of the field, A to Ö.
 */
#include "adapt/json.h"
#include "base/buf.h"
#include "page/frame.h"
#include "page/page.h"
#include "web/req.h"
#include "web/view.h"

/* The first letters that occur, as JSON. */
static const char *
letters(struct req *req, const struct rows *terms)
{
	struct buf	*list = buf_new(req->mem, 256);
	const char	*letter;
	int		 i;

	buf_char(list, '[');
	for (i = 0; i < rows_count(terms); i++) {
		if ((letter = rows_get(terms, i, "heading")) == NULL)
			continue;
		if (list->length > 1)
			buf_char(list, ',');
		json_quote(list, letter);
	}
	buf_char(list, ']');
	return list->data;
}

int
page_glossary(struct req *req)
{
	struct rows	*terms;
	int		 status;

	terms = req_ask(req, Q_TERM_LIST, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	view_list(req->view, "terms", terms);
	view_json(req->view, "letters", letters(req, terms));
	return frame_page(req, "glossary", &(struct frame){
	    .title = req_word(req, "glossary.title"),
	    .summary = req_word(req, "glossary.summary") });
}
