/*
 * filter.h - facets as links: every state of a list is a URL.
 */
#ifndef PAGE_FILTER_H
#define PAGE_FILTER_H

struct req;
struct rows;

/* The facets, in the order of an address; closed with NULL. */
extern const char *const	filter_facets[];

/* A list that can be narrowed. */
struct filter {
	const char	*path;		/* "/sv/resource" */
	const char	*usual;		/* order without sort=: a sort.* word */
};

/* The list's address in the one order that all links have: q, facets,
 * sort, as in the request, but KEY has VALUE (NULL: is not there; KEY may
 * be NULL).  "page" is kept only when it is KEY. */
const char	*filter_address(struct req *, const char *path,
		    const char *key, const char *value);

/* What is chosen, as JSON: {"area":"teams"}, {} for nothing. */
const char	*filter_chosen(struct req *);

/* The list's address in canonical order when the request has another one,
 * NULL when all is well. */
const char	*filter_moved(struct req *, const char *path);

/* How many rows come before the page asked for, as text; pages have SIZE
 * rows.  *PAGE is its number, from 1: 1 for anything that is no page. */
const char	*filter_offset(struct req *, int size, int *page);

/*
 * Give the template `filter`: groups of links with counts, the chosen
 * values with what letting go of each would leave, how many are chosen,
 * the orders.  FACETS are rows as facet_counts() in sql/schema makes them.
 */
void		 filter_view(struct req *, const struct filter *,
		    const struct rows *facets);

/* Give it `previous` and `next`, addresses or nothing, and `paged`: is
 * there more than one page of the TOTAL rows. */
void		 filter_pager(struct req *, const char *path, int page,
		    int size, long total);

#endif
