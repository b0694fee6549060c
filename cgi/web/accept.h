/*
 * accept.h - the Accept-Language header as a sorted list.
 */
#ifndef WEB_ACCEPT_H
#define WEB_ACCEPT_H

#define ACCEPT_RANGES	20	/* ranges read, the rest is cut */
#define ACCEPT_TAG	36	/* longest tag kept, NUL included */

struct accept_range {
	char	tag[ACCEPT_TAG];	/* "*" or a language tag */
	int	weight;			/* thousandths, 0 excludes */
};

/*
 * The well-formed parts of HEADER in RANGES (ACCEPT_RANGES of them), best
 * first: by weight, `*` after what is named, equals in the header's order.
 * How many there are.  Malformed parts are skipped, what lies beyond 1 KB
 * is not read.
 */
int	accept_read(struct accept_range *ranges, const char *header);

#endif
