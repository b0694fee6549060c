/*
 * search_json.c - GET /{lang}/search.json: the same answer for programs.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/page.h"
#include "page/search.h"
#include "web/req.h"

/* TEXT without the marks around what was found: U+E000 and U+E001. */
static const char *
unmarked(struct mem *mem, const char *text)
{
	struct buf	*plain = buf_new(mem, strlen(text) + 1);
	size_t		 step;

	for (;; text += step + 3) {
		step = strcspn(text, "\xee");
		while (text[step] != '\0' &&
		    strncmp(text + step, "\xee\x80\x80", 3) != 0 &&
		    strncmp(text + step, "\xee\x80\x81", 3) != 0)
			step += 1 + strcspn(text + step + 1, "\xee");
		buf_add(plain, text, step);
		if (text[step] == '\0')
			return plain->data;
	}
}

static void
add_hit(struct req *req, const struct rows *hits, int i)
{
	struct buf	*out = req->body;
	const char	*kind = rows_get(hits, i, "kind");
	const char	*slug = rows_get(hits, i, "slug");

	json_member(out, i == 0 ? "{" : ",{", "kind", kind);
	json_member(out, ",", "slug", slug);
	json_member(out, ",", "title", unmarked(req->mem, rows_get(hits, i,
	    "title")));
	json_member(out, ",", "url", mem_format(req->mem, "/%s/%s/%s", req->tag,
	    kind, slug));
	json_member(out, ",", "lang", rows_get(hits, i, "lang"));
	json_member(out, ",", "area", rows_get(hits, i, "area"));
	buf_format(out, ",\"score\":%s", rows_get(hits, i, "score"));
	json_member(out, ",", "found_by", rows_get(hits, i, "found_by"));
	json_member(out, ",", "snippet", unmarked(req->mem, rows_get(hits, i,
	    "snippet")));
	buf_char(out, '}');
}

/* {"area":{"teams":3},…} */
static void
add_facets(struct buf *out, const struct rows *facets)
{
	const char	*last = "", *facet;
	int		 i;

	buf_char(out, '{');
	for (i = 0; i < rows_count(facets); i++) {
		facet = rows_get(facets, i, "facet");
		if (strcmp(facet, last) != 0) {
			buf_text(out, i == 0 ? "" : "},");
			json_quote(out, facet);
			buf_text(out, ":{");
		} else
			buf_char(out, ',');
		json_quote(out, rows_get(facets, i, "value"));
		buf_format(out, ":%s", rows_get(facets, i, "total"));
		last = facet;
	}
	buf_text(out, i == 0 ? "}" : "}}");
}

int
page_search_json(struct req *req)
{
	struct search	 search;
	const char	*moved;
	int		 i, status;

	if ((status = search_filter(req, "search.json", &moved)) != 0)
		return status;
	if (moved != NULL)
		return req_redirect(req, 302, moved);
	search_ask(req, &search);
	if ((status = req_run(req)) != 0)
		return status;
	req->type = "application/json";
	json_member(req->body, "{", "query", search.question);
	json_member(req->body, ",", "lang", req->tag);
	buf_format(req->body, ",\"total\":%s,\"hits\":[",
	    rows_count(search.hits) == 0 ? "0" :
	    rows_get(search.hits, 0, "total"));
	for (i = 0; i < rows_count(search.hits); i++)
		add_hit(req, search.hits, i);
	buf_text(req->body, "],\"facets\":");
	add_facets(req->body, search.facets);
	buf_text(req->body, "}\n");
	return req->status;
}
