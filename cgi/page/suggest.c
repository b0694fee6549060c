/*
 * suggest.c - GET /{lang}/suggest.json: titles, while a reader types.
 *
 * Kept by nobody: its addresses hold what readers type.
 */
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/page.h"
#include "web/req.h"

static void
add(struct buf *out, const char *before, const char *name, const char *text)
{
	buf_text(out, before);
	json_quote(out, name);
	buf_char(out, ':');
	json_quote(out, text);
}

static void
add_one(struct req *req, const struct rows *titles, int i)
{
	struct buf	*out = req->body;
	const char	*kind = rows_get(titles, i, "kind");

	add(out, i == 0 ? "{" : ",{", "title", rows_get(titles, i, "title"));
	add(out, ",", "lang", rows_get(titles, i, "lang"));
	add(out, ",", "local", rows_get(titles, i, "local"));
	add(out, ",", "kind", kind);
	add(out, ",", "label", req_word_or(req, mem_format(req->mem,
	    "kind.%s", kind), kind));
	add(out, ",", "url", mem_format(req->mem, "/%s/%s/%s", req->tag, kind,
	    rows_get(titles, i, "slug")));
	buf_char(out, '}');
}

int
page_suggest(struct req *req)
{
	const char	*q = req_query(req, "q");
	struct rows	*titles;
	int		 i, status;

	titles = req_ask(req, Q_SUGGEST_LIST,
	    DB_ARGS(req->tag, q != NULL ? q : ""));
	if ((status = req_run(req)) != 0)
		return status;
	req->type = "application/json";
	add(req->body, "{", "query", q != NULL ? q : "");
	buf_text(req->body, ",\"suggestions\":[");
	for (i = 0; i < rows_count(titles); i++)
		add_one(req, titles, i);
	add(req->body, "],", "said", req_count(req, "suggest.count",
	    rows_count(titles)));
	buf_text(req->body, "}\n");
	return req->status;
}
