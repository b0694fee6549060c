/*
 * check_private.h - what check.c and check_text.c share.
 */
#ifndef CONTENT_CHECK_PRIVATE_H
#define CONTENT_CHECK_PRIVATE_H

struct collection;
struct item;
struct text;

enum {
	CHECK_CHILDREN = 500,	/* links and facts of one item */
	CHECK_LINKS = 100	/* links in one segment */
};

/* TO, in line LINE of PATH, must be the name of an item. */
void	check_target(struct collection *, const char *path, int line,
	    const char *to);

void	check_source_text(struct collection *, const struct item *);
void	check_translation(struct collection *, const struct item *,
	    const struct text *);

#endif
