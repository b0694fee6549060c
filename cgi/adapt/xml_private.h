/*
 * xml_private.h - what xml.c and xml_bytes.c share.
 */
#ifndef ADAPT_XML_PRIVATE_H
#define ADAPT_XML_PRIVATE_H

#include <stddef.h>

struct xml_error;

/* Fill in an error, unless there is one: the first wins. */
void	xml_fail(struct xml_error *, int line, const char *format, ...)
	    __attribute__((format(printf, 3, 4)));

/* 1 when there is an error, else 0. */
int	xml_failed(const struct xml_error *);

/* Look at a file before libxml2 does: text, prolog, attributes, and at most
 * MOST elements and comments. */
void	xml_bytes(const char *bytes, size_t length, int most,
	    struct xml_error *);

#endif
