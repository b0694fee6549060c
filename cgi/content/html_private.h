/*
 * html_private.h - what the files of html.h share.
 */
#ifndef CONTENT_HTML_PRIVATE_H
#define CONTENT_HTML_PRIVATE_H

struct buf;
struct collection;
struct edition;
struct mem;
struct xml;

struct html {
	struct mem		*mem;
	const struct edition	*edition;
	const struct collection	*all;		/* for titles of others, or NULL */
	struct buf		*out;
};

/*
 * The segment of NODE, an element of the source text, as element TAG with
 * its id, CLASS (or NULL), its language and mark where they differ.  In
 * pieces: the start without and with the id; the words; or all of it.
 */
void	html_start_bare(struct html *, const char *tag, const char *class,
	    const struct xml *node);
void	html_start(struct html *, const char *tag, const char *class,
	    const struct xml *node);
void	html_words(struct html *, const struct xml *node);
void	html_segment(struct html *, const char *tag, const char *class,
	    const struct xml *node);

/* A word of the interface as TAG of CLASS, inside the segment of NODE. */
void	html_aside(struct html *, const char *tag, const char *class,
	    const char *word, const struct xml *node);

/* The block NODE, not a figure; returns the next element to show. */
const struct xml *html_block(struct html *, const struct xml *node);

/* Questions from NODE on, with their hints, options and factors; returns
 * what follows them. */
const struct xml *html_questions(struct html *, const struct xml *node);

/* The field NODE, or all from it on that share one scale; returns what
 * follows. */
const struct xml *html_fields(struct html *, const struct xml *node);

#endif
