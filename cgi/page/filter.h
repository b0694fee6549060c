/*
 * filter.h - facets as links: every state of a list is a URL.
 */
#ifndef PAGE_FILTER_H
#define PAGE_FILTER_H

struct req;
struct rows;

/* PATH ("/sv/resource") with the request's query, in which KEY has VALUE
 * (NULL: is not there).  KEYS, closed with NULL, are the ones to keep, in
 * this order; "page" is never kept. */
const char	*filter_address(struct req *, const char *path,
		    const char *const *keys, const char *key,
		    const char *value);

/*
 * Give the template `filter`: groups of links with counts, the chosen
 * ones, how many are chosen.  FACETS are rows of
 * facet, value, label, label_lang, total; facet by facet.
 */
void		 filter_view(struct req *, const char *path,
		    const char *const *keys, const struct rows *facets);

#endif
