/*
 * search.h - one question, for the pages that answer one.
 */
#ifndef PAGE_SEARCH_H
#define PAGE_SEARCH_H

struct req;
struct rows;

#define SEARCH_QUESTION	200	/* characters that are looked at */
#define SEARCH_PAGE	20	/* hits on a page */

/* Rows are as their statements in sql/query say. */
struct search {
	const char	*question;	/* never NULL, may be "" */
	int		 page;		/* from 1 */
	struct rows	*hits;		/* search-list */
	struct rows	*facets;	/* search-facets */
};

/* Read the question from the request's query and queue its statements.  An
 * empty question is as good as any other: it finds nothing. */
void	 search_ask(struct req *, struct search *);

/* A question may name a filter (kind:case): *MOVED is the address of PAGE
 * ("search") with the filter instead, NULL when there is none.  0, or the
 * status. */
int	 search_filter(struct req *, const char *page, const char **moved);

/* Give the template what HELP (search-help) says: `terms`; `suggestion`
 * and its address `suggested`, or nothing where there are hits enough. */
void	 search_help(struct req *, const struct search *,
	    const struct rows *help);

/* Where to begin before the first question: `areas`.  0, or the status. */
int	 search_begin(struct req *);

/* Where to go without a hit: `areas`, `near` (terms that sound alike),
 * `elsewhere` (language, lang, href, hits: where the same words find
 * something).  0, or the status. */
int	 search_empty(struct req *, const struct search *);

#endif
