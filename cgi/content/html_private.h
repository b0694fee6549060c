/*
 * html_private.h - what the files of html.h share.
 */
#ifndef CONTENT_HTML_PRIVATE_H
#define CONTENT_HTML_PRIVATE_H

struct buf;
struct edition;
struct mem;
struct xml;

struct html {
	struct mem		*mem;
	const struct edition	*edition;
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

/* Questions and hints from NODE on; returns what follows them. */
const struct xml *html_questions(struct html *, const struct xml *node);

void	html_field(struct html *, const struct xml *field);

#endif
