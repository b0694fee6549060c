/*
 * canon.c - the one way to write content as XML.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/canon.h"
#include "content/item.h"
#include "content/segment.h"

static const char	prolog[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/* The order of attributes, wherever they stand. */
static const char *const attributes[] = {
	"xml:lang", "lang", "order", "area", "id", "of", "state", "by", "on",
	"role", "kind", "alone", "group", "factor", "right", "name", "type",
	"person", "minutes", "to", "href", "year", "checked", "slug",
	"successor", "code", "title"
};

/* Children of item.xml, and the attribute that sorts each, if any. */
static const struct {
	const char	*element;
	const char	*key;
} children[] = {
	{ "also", "area" }, { "link", "to" }, { "process", "name" },
	{ "country", "code" }, { "organisation", NULL }, { "minutes", NULL },
	{ "source", NULL }, { "was", "slug" }, { "withdrawn", NULL }
};

#define LENGTH(list)	(sizeof(list) / sizeof(*(list)))

void
canon_escape(struct buf *out, const char *text)
{
	const char	*at;

	for (;; text = at + 1) {
		at = text + strcspn(text, "&<>");
		buf_add(out, text, (size_t)(at - text));
		if (*at == '\0')
			return;
		buf_text(out, *at == '&' ? "&amp;" :
		    *at == '<' ? "&lt;" : "&gt;");
	}
}

void
canon_attribute(struct buf *out, const char *name, const char *value)
{
	const char	*at;

	buf_format(out, " %s=\"", name);
	for (;; value = at + 1) {
		at = value + strcspn(value, "&<\"");
		buf_add(out, value, (size_t)(at - value));
		if (*at == '\0')
			break;
		buf_text(out, *at == '&' ? "&amp;" :
		    *at == '<' ? "&lt;" : "&quot;");
	}
	buf_char(out, '"');
}

static void
add_attributes(struct buf *out, const struct xml *node)
{
	const char	*value;
	size_t		 i;

	for (i = 0; i < LENGTH(attributes); i++) {
		value = xml_attr(node, attributes[i]);
		if (value != NULL)
			canon_attribute(out, attributes[i], value);
	}
}

static void
add_start(struct buf *out, const struct xml *node)
{
	buf_format(out, "<%s", node->name);
	add_attributes(out, node);
}

void
canon_inline(struct buf *out, const struct xml *element)
{
	const struct xml	*node;

	for (node = element->child; node != NULL; node = node->next) {
		if (node->name == NULL) {
			canon_escape(out, node->text);
			continue;
		}
		add_start(out, node);
		buf_char(out, '>');
		canon_inline(out, node);
		buf_format(out, "</%s>", node->name);
	}
}

static void
add_line(struct buf *out, const struct xml *node, int depth)
{
	buf_format(out, "%*s", 2 * depth, "");
	add_start(out, node);
	if (node->child == NULL && segment_is(node->name) == 0) {
		buf_text(out, "/>\n");
		return;
	}
	buf_char(out, '>');
	canon_inline(out, node);
	buf_format(out, "</%s>\n", node->name);
}

static void
add_block(struct buf *out, const struct xml *node, int depth)
{
	const struct xml	*child;

	if (segment_is(node->name) || xml_first(node) == NULL) {
		add_line(out, node, depth);
		return;
	}
	buf_format(out, "%*s", 2 * depth, "");
	add_start(out, node);
	buf_text(out, ">\n");
	for (child = xml_first(node); child != NULL; child = xml_next(child))
		add_block(out, child, depth + 1);
	buf_format(out, "%*s</%s>\n", 2 * depth, "", node->name);
}

static void
add_translation(struct buf *out, const struct text *source,
    const struct text *translation)
{
	const struct segment	*segment;
	int			 i;

	add_start(out, translation->root);
	if (translation->count == 0) {
		buf_text(out, "/>\n");
		return;
	}
	buf_text(out, ">\n");
	for (i = 0; i < source->count; i++) {
		segment = text_find(translation, source->segments[i].name);
		if (segment != NULL)
			add_line(out, segment->node, 1);
	}
	buf_text(out, "</text>\n");
}

void
canon_text(struct buf *out, const struct item *item, int language)
{
	buf_text(out, prolog);
	if (language == item->language)
		add_block(out, item_source(item)->root, 0);
	else
		add_translation(out, item_source(item),
		    item->texts[language]);
}

/* --- item.xml --------------------------------------------------------- */

static int
by_value(const void *a, const void *b)
{
	const struct xml	*one = *(struct xml *const *)a;
	const struct xml	*two = *(struct xml *const *)b;

	return strcmp(one->attr->value, two->attr->value);
}

/* All children of one name, sorted by their only attribute when KEY. */
static void
add_group(struct buf *out, const struct xml *root, const char *name,
    const char *key)
{
	struct xml	**list, *child;
	size_t		  count = 0, i;

	for (child = xml_first(root); child != NULL; child = xml_next(child))
		count += strcmp(child->name, name) == 0;
	list = mem_get(out->mem, (count + 1) * sizeof(*list));
	count = 0;
	for (child = xml_first(root); child != NULL; child = xml_next(child))
		if (strcmp(child->name, name) == 0)
			list[count++] = child;
	if (key != NULL)
		qsort(list, count, sizeof(*list), by_value);
	for (i = 0; i < count; i++)
		add_line(out, list[i], 1);
}

void
canon_item(struct buf *out, const struct item *item)
{
	size_t	i;

	buf_text(out, prolog);
	add_start(out, item->root);
	if (xml_first(item->root) == NULL) {
		buf_text(out, "/>\n");
		return;
	}
	buf_text(out, ">\n");
	for (i = 0; i < LENGTH(children); i++)
		add_group(out, item->root, children[i].element,
		    children[i].key);
	buf_text(out, "</item>\n");
}
