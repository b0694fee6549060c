/*
 * segment.h - the smallest thing that is translated: an element with an
 * id, its words and their inline markup.
 */
#ifndef CONTENT_SEGMENT_H
#define CONTENT_SEGMENT_H

struct mem;
struct xml;

struct segment {
	const char	*name;		/* its id, the page's anchor; or "" */
	struct xml	*node;		/* the element, cleaned */
	const char	*hash;		/* of its own content, 8 hex digits */
	const char	*of;		/* hash of what it translates */
	int		 reviewed;
	const char	*by;		/* who reviewed it, or NULL */
	const char	*on;		/* and when, or NULL */
};

/* 1 when elements of this name are segments, else 0. */
int	segment_is(const char *element);

/* Read ELEMENT as a segment.  Cleans it in place: white space collapsed,
 * none at the ends, NFC.  Strings live in MEM. */
void	segment_read(struct mem *, struct segment *, struct xml *element);

/* Clean one attribute value or text the same way, in MEM. */
char	*segment_clean(struct mem *, const char *text);

/* 1 when there are no words in it, else 0. */
int	segment_is_empty(const struct segment *);

#endif
