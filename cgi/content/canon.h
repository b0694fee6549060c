/*
 * canon.h - the one way to write content as XML.
 *
 * Two blanks a level, one segment a line, attributes in a fixed order and
 * in double quotes, no comments, no empty lines, a line feed at the end.
 */
#ifndef CONTENT_CANON_H
#define CONTENT_CANON_H

struct buf;
struct item;
struct xml;

/* TEXT, escaped for an element's content. */
void	canon_escape(struct buf *, const char *text);

/* One attribute with the blank before it. */
void	canon_attribute(struct buf *, const char *name, const char *value);

/* What stands inside ELEMENT, a cleaned segment. */
void	canon_inline(struct buf *, const struct xml *element);

/* A whole file: item.xml; the text in LANGUAGE, a translation in the
 * order of its source. */
void	canon_item(struct buf *, const struct item *);
void	canon_text(struct buf *, const struct item *, int language);

#endif
