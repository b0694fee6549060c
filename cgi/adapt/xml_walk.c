/*
 * xml_walk.c - find one's way in the tree that xml_read() gives.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"

const char *
xml_attr(const struct xml *node, const char *name)
{
	const struct xml_attr	*attr;

	for (attr = node->attr; attr != NULL; attr = attr->next)
		if (strcmp(attr->name, name) == 0)
			return attr->value;
	return NULL;
}

static struct xml *
element_from(struct xml *node)
{
	while (node != NULL && node->name == NULL)
		node = node->next;
	return node;
}

struct xml *
xml_first(const struct xml *node)
{
	return element_from(node->child);
}

struct xml *
xml_next(const struct xml *node)
{
	return element_from(node->next);
}

struct xml *
xml_child(const struct xml *node, const char *name)
{
	struct xml	*child;

	for (child = xml_first(node); child != NULL; child = xml_next(child))
		if (strcmp(child->name, name) == 0)
			return child;
	return NULL;
}

static void
add_text(const struct xml *node, struct buf *out)
{
	for (; node != NULL; node = node->next)
		if (node->name == NULL)
			buf_text(out, node->text);
		else
			add_text(node->child, out);
}

char *
xml_text(const struct xml *node, struct mem *mem)
{
	struct buf	*out;

	out = buf_new(mem, 128);
	if (node->name == NULL)
		buf_text(out, node->text);
	add_text(node->child, out);
	return out->data;
}
