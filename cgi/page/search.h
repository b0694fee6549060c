/*
 * search.h - one question, for the pages that answer one.
 */
#ifndef PAGE_SEARCH_H
#define PAGE_SEARCH_H

struct req;
struct rows;

#define SEARCH_QUESTION	200	/* characters that are looked at */
#define SEARCH_PAGE	20	/* hits on a page */

/* The query keys that narrow a question, closed with NULL: q, area … */
extern const char *const	search_keys[];

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

#endif
