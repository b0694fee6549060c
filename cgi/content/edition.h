/*
 * edition.h - an item as readers of one language get it.
 *
 * For each segment of the source text: what is shown, and in what state.
 * States are computed from hashes, never stored in the files.
 */
#ifndef CONTENT_EDITION_H
#define CONTENT_EDITION_H

struct item;
struct mem;
struct messages;
struct segment;
struct text;

enum state {
	STATE_SOURCE,
	STATE_REVIEWED,
	STATE_MACHINE,
	STATE_STALE,		/* older than the source */
	STATE_MISSING,		/* shown in the source language */
	STATE__MAX
};

struct edition_segment {
	const struct segment	*source;
	const struct segment	*shown;		/* source when missing */
	enum state		 state;
};

struct edition {
	const struct item	*item;
	const struct messages	*messages;
	int			 language;	/* of its readers */
	const char		*lang;		/* its tag */
	const char		*source_lang;
	const char		*source_dir;
	const struct text	*source;
	struct edition_segment	*segments;	/* one each of the source's */
	int			 count;
	enum state		 usual;		/* of most segments */
	int			 states[STATE__MAX];	/* how many */
	const char		*by;		/* latest review when all */
	const char		*on;		/* are reviewed, or NULL */
};

/* ITEM in LANGUAGE, in MEM. */
struct edition *edition_new(struct mem *, const struct messages *,
	    const struct item *, int language);

/* The segment with this name, which the source text has. */
const struct edition_segment *edition_find(const struct edition *,
	    const char *name);

/* The worst state, in the words of item_text.state: "partial" when some
 * segments are missing, "missing" when all are. */
const char *edition_state(const struct edition *);

/* Words shown, counted between blanks. */
int	 edition_words(const struct edition *, struct mem *);

/* Its text without title, summary and markup, in this language only: one
 * line a segment. */
char	*edition_plain(const struct edition *, struct mem *);

/* 1 when the shown segment is in the edition's own language, else 0. */
int	 edition_is_own(const struct edition_segment *);

#endif
