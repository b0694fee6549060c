/*
 * item.h - one folder of i18n/content: an item and its texts.
 */
#ifndef CONTENT_ITEM_H
#define CONTENT_ITEM_H

#include "content/segment.h"

struct faults;
struct mem;
struct messages;
struct schemas;
struct xml;

/* A source text or a translation: its tree, and its segments in order. */
struct text {
	const char	 *path;
	int		  language;	/* number in messages.h */
	const char	 *lang;		/* its tag */
	struct xml	 *root;
	struct segment	 *segments;
	int		  count;
	struct segment	**by_name;	/* the same, sorted by name */
};

struct item {
	int		  kind;
	const char	 *slug;
	const char	 *collection;	/* the collection it belongs to */
	const char	 *path;		/* of item.xml */
	struct xml	 *root;		/* of item.xml, cleaned */
	int		  language;	/* its source language, or -1 */
	struct text	**texts;	/* one a language, NULL: not there */
};

/*
 * Read folder PATH, an item of KIND, into ITEM.  What is wrong goes into
 * FAULTS; 0 when the item's item.xml and source text could be read and
 * every other file too, else -1.
 */
int	 item_read(struct mem *, struct item *, int kind, const char *path,
	    const struct messages *, struct schemas *, struct faults *);

/* The source text of an item that was read. */
struct text *item_source(const struct item *);

/* The segment with this name, or NULL. */
struct segment *text_find(const struct text *, const char *name);

/* The schemas in FOLDER, read when first needed.  In MEM. */
struct schemas *schemas_open(struct mem *, const char *folder);

#endif
