/*
 * xml.c - the one door to libxml2: read a file, safely, into a plain tree.
 *
 * A file is read whole, looked at as bytes, parsed into the tree under our
 * own limits, and only then shown to the RELAX NG validator: the validator
 * may build a tree of its own, so it only meets files known to be small.
 */
#include <stdlib.h>
#include <string.h>

#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>

#include "adapt/xml.h"
#include "adapt/xml_private.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"

enum {
	XML_SIZE = 2 * 1024 * 1024,
	XML_DEPTH = 64,
	XML_ELEMENTS = 100000,
	/* RELAX NG takes time that grows as the square of siblings. */
	VALID_ELEMENTS = 20000,
	VALID_SIBLINGS = 1000
};

struct xml_schema {
	xmlRelaxNG		*grammar;
	struct xml_schema	*next;
};

static struct xml_schema	*schemas;	/* all, so that none is lost */

struct reading {
	struct mem	*mem;
	xmlTextReader	*reader;
	struct xml	*open[XML_DEPTH];	/* the one open at a depth */
	struct xml	*last[XML_DEPTH + 1];	/* newest node at a depth */
	struct buf	*text;			/* text not yet a node */
	int		 text_line;
	int		 siblings[XML_DEPTH + 1];	/* so far at a depth */
	int		 most_siblings;
	struct xml_error *error;
};

static void
start(struct xml_error *error, const char *path)
{
	error->file = path;
	error->line = 0;
	error->text[0] = '\0';
}

/* libxml2's word for an error, as a sentence without its full stop. */
static void
heard(void *context, xmlError *theirs)
{
	struct xml_error	*error = context;
	size_t			 length;

	if (theirs->level == XML_ERR_WARNING || theirs->message == NULL ||
	    xml_failed(error))
		return;
	length = strlen(theirs->message);
	while (length > 0 && strchr("\n .", theirs->message[length - 1]))
		length--;
	xml_fail(error, theirs->line, "%.*s", (int)length, theirs->message);
}

/* --- tree ------------------------------------------------------------- */

static struct xml *
append(struct reading *r, int depth, int line)
{
	struct xml	*node;

	node = mem_get(r->mem, sizeof(*node));
	node->line = line;
	if (depth > 0)
		node->parent = r->open[depth - 1];
	if (r->last[depth] != NULL)
		r->last[depth]->next = node;
	else if (depth > 0)
		node->parent->child = node;
	r->last[depth] = node;
	return node;
}

/* Text is collected until an element opens or closes, so that comments
 * and CDATA sections leave no seam. */
static void
flush_text(struct reading *r, int depth)
{
	struct xml	*node;

	if (r->text->length == 0)
		return;
	if (utf8_is_text(r->text->data, r->text->length) == 0)
		xml_fail(r->error, r->text_line,
		    "this text has a control character");
	node = append(r, depth, r->text_line);
	node->text = mem_copy(r->mem, r->text->data, r->text->length);
	buf_clear(r->text);
}

static void
read_attributes(struct reading *r, struct xml *node)
{
	struct xml_attr	**tail = &node->attr;
	const char	 *value;

	while (xmlTextReaderMoveToNextAttribute(r->reader) == 1) {
		if (xmlTextReaderIsNamespaceDecl(r->reader) == 1)
			continue;
		value = (const char *)xmlTextReaderConstValue(r->reader);
		if (value == NULL)
			value = "";
		if (utf8_is_text(value, strlen(value)) == 0)
			xml_fail(r->error, node->line,
			    "an attribute has a control character");
		*tail = mem_get(r->mem, sizeof(**tail));
		(*tail)->name = mem_dup(r->mem,
		    (const char *)xmlTextReaderConstName(r->reader));
		(*tail)->value = mem_dup(r->mem, value);
		tail = &(*tail)->next;
	}
	xmlTextReaderMoveToElement(r->reader);
}

static void
open_element(struct reading *r, int depth, int line)
{
	struct xml	*node;

	if (depth >= XML_DEPTH) {
		xml_fail(r->error, line, "the file has more than %d levels",
		    XML_DEPTH);
		return;
	}
	if (++r->siblings[depth] > r->most_siblings)
		xml_fail(r->error, line, "more than %d elements stand in one",
		    r->most_siblings);
	flush_text(r, depth);
	node = append(r, depth, line);
	node->name = mem_dup(r->mem,
	    (const char *)xmlTextReaderConstName(r->reader));
	r->open[depth] = node;
	r->last[depth + 1] = NULL;
	r->siblings[depth + 1] = 0;
	read_attributes(r, node);
}

static void
take(struct reading *r)
{
	int	depth, line;

	depth = xmlTextReaderDepth(r->reader);
	line = (int)xmlGetLineNo(xmlTextReaderCurrentNode(r->reader));
	switch (xmlTextReaderNodeType(r->reader)) {
	case XML_READER_TYPE_ELEMENT:
		open_element(r, depth, line);
		break;
	case XML_READER_TYPE_END_ELEMENT:
		flush_text(r, depth + 1);
		break;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		if (r->text->length == 0)
			r->text_line = line;
		buf_text(r->text,
		    (const char *)xmlTextReaderConstValue(r->reader));
		break;
	case XML_READER_TYPE_COMMENT:
		break;
	case XML_READER_TYPE_PROCESSING_INSTRUCTION:
		xml_fail(r->error, line,
		    "a processing instruction is not allowed");
		break;
	default:
		xml_fail(r->error, line, "only elements and text are allowed");
	}
}

static xmlTextReader *
reader_open(const char *path, const char *bytes, size_t length,
    struct xml_error *error)
{
	xmlTextReader	*reader;

	reader = xmlReaderForMemory(bytes, (int)length, path, "UTF-8",
	    XML_PARSE_NONET);
	if (reader == NULL) {
		xml_fail(error, 0, "the file cannot be read as XML");
		return NULL;
	}
	xmlTextReaderSetStructuredErrorHandler(reader, heard, error);
	return reader;
}

static struct xml *
build(struct mem *mem, const char *path, const char *bytes, size_t length,
    int to_validate, struct xml_error *error)
{
	struct reading	r = { .mem = mem, .error = error };
	int		more;

	r.most_siblings = to_validate ? VALID_SIBLINGS : XML_ELEMENTS;
	r.reader = reader_open(path, bytes, length, error);
	if (r.reader == NULL)
		return NULL;
	r.text = buf_new(mem, 256);
	while ((more = xmlTextReaderRead(r.reader)) == 1 &&
	    xml_failed(error) == 0)
		take(&r);
	if (more == -1)
		xml_fail(error, 0, "the file is not well-formed XML");
	xmlFreeTextReader(r.reader);
	return xml_failed(error) ? NULL : r.last[0];
}

static void
validate(const char *path, const char *bytes, size_t length,
    struct xml_schema *schema, struct xml_error *error)
{
	xmlTextReader	*reader;

	reader = reader_open(path, bytes, length, error);
	if (reader == NULL)
		return;
	if (xmlTextReaderRelaxNGSetSchema(reader, schema->grammar) == -1)
		xml_fail(error, 0, "the schema cannot be used");
	while (xml_failed(error) == 0 && xmlTextReaderRead(reader) == 1)
		continue;
	if (xml_failed(error) == 0 && xmlTextReaderIsValid(reader) != 1)
		xml_fail(error, 0, "the file does not follow its schema");
	xmlFreeTextReader(reader);
}

struct xml *
xml_read(struct mem *mem, const char *path, struct xml_schema *schema,
    struct xml_error *error)
{
	struct xml	*root;
	const char	*why;
	char		*bytes;
	size_t		 length;

	start(error, path);
	bytes = file_read(mem, path, XML_SIZE, &length, &why);
	if (bytes == NULL) {
		xml_fail(error, 0, "%s", why);
		return NULL;
	}
	if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	xml_bytes(bytes, length, schema != NULL ? VALID_ELEMENTS : XML_ELEMENTS,
	    error);
	if (xml_failed(error))
		return NULL;
	root = build(mem, path, bytes, length, schema != NULL, error);
	if (root != NULL && schema != NULL)
		validate(path, bytes, length, schema, error);
	return xml_failed(error) ? NULL : root;
}

struct xml_schema *
xml_schema(const char *path, struct xml_error *error)
{
	xmlRelaxNGParserCtxt	*parser;
	struct xml_schema	*schema;
	xmlRelaxNG		*grammar;

	start(error, path);
	xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
	xmlSetStructuredErrorFunc(error, heard);
	parser = xmlRelaxNGNewParserCtxt(path);
	xmlRelaxNGSetParserStructuredErrors(parser, heard, error);
	grammar = xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	xmlSetStructuredErrorFunc(NULL, NULL);
	if (grammar == NULL || xml_failed(error)) {
		xml_fail(error, 0, "the schema cannot be read");
		xmlRelaxNGFree(grammar);
		return NULL;
	}
	schema = malloc(sizeof(*schema));
	if (schema == NULL)
		abort();
	schema->grammar = grammar;
	schema->next = schemas;
	schemas = schema;
	return schema;
}
