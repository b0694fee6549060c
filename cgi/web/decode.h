/*
 * decode.h - URLs in and out: the one place where %41 becomes "A".
 */
#ifndef WEB_DECODE_H
#define WEB_DECODE_H

#include <stddef.h>

struct mem;
struct pair;

/*
 * LENGTH bytes of a URL, decoded once, in MEM.  With PLUS, "+" is a blank.
 * NULL when a % is not followed by two hex digits, or when the result is
 * not UTF-8 or holds any control character.
 */
char	*decode_url(struct mem *, const char *raw, size_t length, int plus);

/* The same for a value of a form, where "+" is a blank: tabs and line ends
 * are allowed, and each CRLF or CR becomes a line feed. */
char	*decode_lines(struct mem *, const char *raw, size_t length);

/*
 * A query ("a=1&b=2", without "?") as pairs in MEM, in their order.
 * Returns how many; -1 when a part cannot be decoded.  A part without "="
 * has an empty value; an empty part is no pair.
 */
int	 decode_query(struct mem *, const char *raw, struct pair **pairs);

/* TEXT as a part of a URL, in MEM: all but letters, digits and -._~ is
 * percent-encoded. */
char	*decode_reverse(struct mem *, const char *text);

#endif
