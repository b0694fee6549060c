/*
 * odt_private.h - what the files of odt share.
 */
#ifndef CONTENT_ODT_PRIVATE_H
#define CONTENT_ODT_PRIVATE_H

#include "content/odt.h"

struct buf;

#define ODT_LANGUAGES	16	/* tags beside the document's */
#define ODT_TABLES	200	/* with a style of their own */

struct odt {
	struct mem		*mem;
	struct odt_about	 about;
	struct buf		*body;
	const char		*langs[ODT_LANGUAGES];
	int			 lang_count;
	int			 tables;
	int			 columns;	/* of the open table */
	int			 page;		/* the next begins a page */
};

/* TEXT as it may stand in a paragraph: escaped, its blanks kept. */
void	odt_escape(struct buf *, const char *text);

/* TEXT as an attribute's value. */
void	odt_attribute(struct buf *, const char *text);

/* Tag LANG as attributes: fo:language="sv" fo:country="SE". */
void	odt_locale(struct odt *, struct buf *, const char *lang);

/* Beginning of content.xml, up to the text; its end; the other files. */
void	 odt_content_head(struct odt *, struct buf *);
void	 odt_content_foot(struct buf *);
char	*odt_styles(struct odt *);
char	*odt_meta(struct odt *);
char	*odt_manifest(struct odt *);

#endif
