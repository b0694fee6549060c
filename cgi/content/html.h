/*
 * html.h - an edition as pages show it: rows of HTML-safe XML.
 *
 * The XML uses HTML's element names, has no comments, processing
 * instructions or CDATA sections, and closes every element: pages may
 * write it without escaping.  The item must have passed check.h.
 */
#ifndef CONTENT_HTML_H
#define CONTENT_HTML_H

struct buf;
struct collection;
struct edition;
struct mem;
struct xml;

/* A section, or the part of one up to a figure or a place to write. */
struct html_section {
	const char		*step;		/* of a module, or NULL */
	const char		*role;
	const char		*anchor;	/* id of its heading, or NULL */
	const char		*heading;	/* plain text, or NULL */
	const char		*heading_lang;	/* or NULL */
	const char		*body;
	const char		*figure;	/* after the body, or NULL */
	const char		*answer;	/* name of the place to write after it */
	struct html_section	*next;
};

/* All sections of an edition, in MEM.  Items of COLLECTION (or NULL) are
 * called by their titles. */
struct html_section *html_sections(struct mem *, const struct edition *,
	    const struct collection *);

/* What stands inside a segment, as HTML; links lead to pages in LANG. */
void	html_inline(struct buf *, const struct xml *segment,
	    const char *lang);

#endif
