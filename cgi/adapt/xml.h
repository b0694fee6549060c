/*
 * xml.h - the one door to libxml2: read a file, safely, into a plain tree.
 *
 * For content, message catalogues and templates, offline or at start; no
 * request ever comes here.  Refused, each with file, line and a sentence:
 * DOCTYPE, any entity beyond the five of XML, processing instructions,
 * files over 2 MiB, more than 64 levels, 64 attributes, 100,000 elements
 * (to be validated: 20,000, and 1,000 siblings), bad UTF-8, control characters.
 * Nothing is ever fetched.  Comments are dropped.
 */
#ifndef ADAPT_XML_H
#define ADAPT_XML_H

#include <stddef.h>

struct mem;
struct xml_schema;

struct xml_attr {
	const char	*name;		/* as written: "tal:content" */
	const char	*value;
	struct xml_attr	*next;
};

/* An element, or a run of text (name is NULL).  Namespace declarations
 * are not attributes.  All strings live in the MEM given at reading. */
struct xml {
	const char	*name;		/* as written: "metal:block" */
	const char	*text;		/* a text node's content */
	struct xml_attr	*attr;		/* in document order */
	struct xml	*child;
	struct xml	*next;
	struct xml	*parent;
	int		 line;
};

struct xml_error {
	const char	*file;		/* as given */
	int		 line;		/* 0: the file as a whole */
	char		 text[400];	/* a sentence without full stop */
};

/* A RELAX NG schema (XML syntax), or NULL and *ERROR filled.  Lives until
 * the program ends. */
struct xml_schema *xml_schema(const char *path, struct xml_error *);

/* Read PATH, validated against SCHEMA unless that is NULL.  The root
 * element in MEM, or NULL and *ERROR filled. */
struct xml	*xml_read(struct mem *, const char *path,
		    struct xml_schema *, struct xml_error *);

/* The attribute's value, or NULL. */
const char	*xml_attr(const struct xml *, const char *name);

/* The first child element with this name, or NULL. */
struct xml	*xml_child(const struct xml *, const char *name);

/* The next sibling element (text is skipped), or NULL. */
struct xml	*xml_next(const struct xml *);

/* The first child element, or NULL. */
struct xml	*xml_first(const struct xml *);

/* All text inside, joined, in MEM. */
char		*xml_text(const struct xml *, struct mem *);

#endif
