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
add_one(struct req *req, const struct rows *titles, int i)
{
	struct buf	*out = req->body;
	const char	*kind = rows_get(titles, i, "kind");

	json_member(out, i == 0 ? "{" : ",{", "title", rows_get(titles, i,
	    "title"));
	json_member(out, ",", "lang", rows_get(titles, i, "lang"));
	json_member(out, ",", "local", rows_get(titles, i, "local"));
	json_member(out, ",", "kind", kind);
	json_member(out, ",", "label", req_word_or(req, mem_format(req->mem,
	    "kind.%s", kind), kind));
	json_member(out, ",", "url", mem_format(req->mem, "/%s/%s/%s", req->tag,
	    kind, rows_get(titles, i, "slug")));
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
	json_member(req->body, "{", "query", q != NULL ? q : "");
	buf_text(req->body, ",\"suggestions\":[");
	for (i = 0; i < rows_count(titles); i++)
		add_one(req, titles, i);
	json_member(req->body, "],", "said", req_count(req, "suggest.count",
	    rows_count(titles)));
	buf_text(req->body, "}\n");
	return req->status;
}
