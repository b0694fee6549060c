/*
 * search.c - GET /{lang}/search: what the texts say about a question.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "page/filter.h"
#include "page/frame.h"
#include "page/page.h"
#include "page/search.h"
#include "web/req.h"
#include "web/view.h"

/* The first characters of TEXT; TEXT itself when it has no more. */
static const char *
cut(struct mem *mem, const char *text, int characters)
{
	const char	*end = text;

	while (*end != '\0' && characters-- > 0)
		end += utf8_step(end);
	return *end == '\0' ? text :
	    mem_copy(mem, text, (size_t)(end - text));
}

void
search_ask(struct req *req, struct search *search)
{
	const char	*q = req_query(req, "q");
	const char	*chosen = filter_chosen(req), *offset;

	search->question = q != NULL ?
	    cut(req->mem, q, SEARCH_QUESTION) : "";
	offset = filter_offset(req, SEARCH_PAGE, &search->page);
	search->hits = req_ask(req, Q_SEARCH_LIST, DB_ARGS(req->tag,
	    search->question, chosen, req_query(req, "sort"), offset,
	    mem_format(req->mem, "%d", SEARCH_PAGE)));
	search->facets = req_ask(req, Q_SEARCH_FACETS,
	    DB_ARGS(req->tag, chosen));
}

int
search_filter(struct req *req, const char *page, const char **moved)
{
	const char	*q = req_query(req, "q"), *rest;
	struct rows	*filter;
	int		 status;

	*moved = NULL;
	if (q == NULL || strchr(q, ':') == NULL)
		return 0;
	filter = req_ask(req, Q_SEARCH_FILTER,
	    DB_ARGS(cut(req->mem, q, SEARCH_QUESTION)));
	if ((status = req_run(req)) != 0 || rows_count(filter) == 0)
		return status;
	rest = rows_get(filter, 0, "rest");
	*moved = mem_format(req->mem, "/%s/%s?%s%s%s%s=%s", req->tag,
	    *rest == '\0' ? "resource" : page,
	    *rest == '\0' ? "" : "q=", req_url(req, rest),
	    *rest == '\0' ? "" : "&", rows_get(filter, 0, "facet"),
	    req_url(req, rows_get(filter, 0, "value")));
	return 0;
}

static void
view_hits(struct req *req, const char *path, const struct search *search)
{
	int	found = rows_count(search->hits) > 0;

	view_list(req->view, "hits", search->hits);
	view_number(req->view, "total", found ?
	    atol(rows_get(search->hits, 0, "total")) : 0);
	view_true(req->view, "partial", found &&
	    req_query(req, "sort") == NULL &&
	    rows_get(search->hits, 0, "complete")[0] == 'f');
	filter_view(req, &(struct filter){ path, "best" }, search->facets);
	filter_pager(req, path, search->page, SEARCH_PAGE, found ?
	    atol(rows_get(search->hits, 0, "total")) : 0);
}

static int
show(struct req *req)
{
	return frame_page(req, "search", &(struct frame){
	    .section = "search",
	    .title = req_word(req, "search.title"),
	    .summary = req_word(req, "search.summary") });
}

int
page_search(struct req *req)
{
	const char	*path = mem_format(req->mem, "/%s/search", req->tag);
	const char	*q = req_query(req, "q"), *moved;
	struct search	 search;
	struct rows	*help;
	int		 status;

	if (q == NULL && req->query_count > 0)
		return req_redirect(req, 302, filter_address(req, mem_format(
		    req->mem, "/%s/resource", req->tag), NULL, NULL));
	view_text(req->view, "question", q);
	view_true(req->view, "asked", q != NULL);
	if (q == NULL)
		return (status = search_begin(req)) != 0 ? status : show(req);
	if ((status = search_filter(req, "search", &moved)) != 0)
		return status;
	if (moved != NULL)
		return req_redirect(req, 302, moved);
	search_ask(req, &search);
	moved = strlen(search.question) < strlen(q) ?
	    filter_address(req, path, "q", search.question) :
	    filter_moved(req, path);
	if (moved != NULL)
		return req_redirect(req, 302, moved);
	help = req_ask(req, Q_SEARCH_HELP,
	    DB_ARGS(req->tag, search.question));
	if ((status = req_run(req)) != 0)
		return status;
	if (rows_count(search.hits) == 0 && search.page > 1)
		return req_redirect(req, 302,
		    filter_address(req, path, NULL, NULL));
	view_hits(req, path, &search);
	search_help(req, &search, help);
	if (rows_count(search.hits) == 0 &&
	    (status = search_empty(req, &search)) != 0)
		return status;
	return show(req);
}
