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

#define LAST_PAGE	1000

const char *const	search_keys[] = {
	"q", "area", "kind", "country", NULL
};

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

/* 1 for anything that is no page. */
static int
page_number(const char *text)
{
	long	page = text != NULL ? strtol(text, NULL, 10) : 1;

	return page < 1 || page > LAST_PAGE ? 1 : (int)page;
}

void
search_ask(struct req *req, struct search *search)
{
	const char	*q = req_query(req, "q");
	const char	*area = req_query(req, "area");
	const char	*kind = req_query(req, "kind");
	const char	*country = req_query(req, "country");

	search->question = q != NULL ?
	    cut(req->mem, q, SEARCH_QUESTION) : "";
	search->page = page_number(req_query(req, "page"));
	search->hits = req_ask(req, Q_SEARCH_LIST, DB_ARGS(req->tag,
	    search->question, area, kind, country,
	    mem_format(req->mem, "%d", (search->page - 1) * SEARCH_PAGE),
	    mem_format(req->mem, "%d", SEARCH_PAGE)));
	search->facets = req_ask(req, Q_SEARCH_FACETS, DB_ARGS(req->tag,
	    search->question, area, kind, country));
}

/* The same question, another page of its hits. */
static const char *
page_address(struct req *req, const char *path, int page)
{
	const char	*address;

	address = filter_address(req, path, search_keys, "page", NULL);
	return page == 1 ? address :
	    mem_format(req->mem, "%s&page=%d", address, page);
}

/* Links to the pages before and after; nothing at either end. */
static void
view_pager(struct req *req, const char *path, const struct search *search)
{
	int	more = search->page * SEARCH_PAGE <
		    atoi(rows_get(search->hits, 0, "total"));

	view_text(req->view, "previous", search->page == 1 ? NULL :
	    page_address(req, path, search->page - 1));
	view_text(req->view, "next", more == 0 ? NULL :
	    page_address(req, path, search->page + 1));
	view_true(req->view, "paged", more || search->page > 1);
}

static void
view_hits(struct req *req, const char *path, const struct search *search)
{
	int	found = rows_count(search->hits) > 0;

	view_list(req->view, "hits", search->hits);
	view_number(req->view, "total", found ?
	    atol(rows_get(search->hits, 0, "total")) : 0);
	view_true(req->view, "partial", found &&
	    rows_get(search->hits, 0, "complete")[0] == 'f');
	filter_view(req, path, search_keys, search->facets);
	view_true(req->view, "paged", 0);
	if (found)
		view_pager(req, path, search);
}

/* Other ways to ask. */
static void
view_help(struct req *req, const char *path, const struct rows *help)
{
	const char	*suggestion = rows_get(help, 0, "suggestion");

	view_row(req->view, help, 0);
	view_text(req->view, "suggested", suggestion == NULL ? NULL :
	    mem_format(req->mem, "%s?q=%s", path, req_url(req, suggestion)));
}

/* Without a hit, or before the first question: where the model begins. */
static int
view_areas(struct req *req)
{
	struct rows	*areas;
	int		 status;

	areas = req_ask(req, Q_AREA_LIST, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	view_list(req->view, "areas", areas);
	return 0;
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
	const char	*q = req_query(req, "q");
	struct search	 search;
	struct rows	*help;
	int		 status = 0;

	view_text(req->view, "question", q);
	view_true(req->view, "asked", q != NULL);
	if (q == NULL)
		return (status = view_areas(req)) != 0 ? status : show(req);
	search_ask(req, &search);
	if (strlen(search.question) < strlen(q))
		return req_redirect(req, 302, mem_format(req->mem, "%s?q=%s",
		    path, req_url(req, search.question)));
	help = req_ask(req, Q_SEARCH_HELP,
	    DB_ARGS(req->tag, search.question));
	if ((status = req_run(req)) != 0)
		return status;
	if (rows_count(search.hits) == 0 && search.page > 1)
		return req_redirect(req, 302, page_address(req, path, 1));
	view_hits(req, path, &search);
	view_help(req, path, help);
	if (rows_count(search.hits) == 0 && (status = view_areas(req)) != 0)
		return status;
	return show(req);
}
