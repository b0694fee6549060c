/*
 * item.c - one folder of i18n/content: an item and its texts.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/xml.h"
#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"
#include "content/fault.h"
#include "content/item.h"
#include "content/kind.h"
#include "web/messages.h"

enum {
	SCHEMA_ITEM = KIND__MAX,	/* after those of the kinds */
	SCHEMA_TRANSLATION,
	SCHEMA__MAX
};

struct schemas {
	struct mem		*mem;
	const char		*folder;
	struct xml_schema	*list[SCHEMA__MAX];
};

struct schemas *
schemas_open(struct mem *mem, const char *folder)
{
	struct schemas	*schemas;

	schemas = mem_get(mem, sizeof(*schemas));
	schemas->mem = mem;
	schemas->folder = folder;
	return schemas;
}

/* A schema of ours that cannot be read is a broken installation. */
static struct xml_schema *
schema(struct schemas *schemas, int which)
{
	struct xml_error	 error;
	const char		*name;

	if (schemas->list[which] != NULL)
		return schemas->list[which];
	name = which == SCHEMA_ITEM ? "item" :
	    which == SCHEMA_TRANSLATION ? "translation" : kind_name(which);
	schemas->list[which] = xml_schema(mem_format(schemas->mem,
	    "%s/%s.rng", schemas->folder, name), &error);
	if (schemas->list[which] == NULL)
		log_die("%s:%d: %s", error.file, error.line, error.text);
	return schemas->list[which];
}

static struct xml *
read_file(struct mem *mem, const char *path, struct xml_schema *grammar,
    struct faults *faults)
{
	struct xml_error	 error;
	struct xml		*root;

	if (file_is_plain(path) == 0) {
		faults_add(faults, path, 0, "this is not a regular file");
		return NULL;
	}
	root = xml_read(mem, path, grammar, &error);
	if (root == NULL)
		faults_add(faults, path, error.line, "%s", error.text);
	return root;
}

/* --- texts ------------------------------------------------------------ */

static int
count_segments(const struct xml *node)
{
	int	count = 0;

	for (node = xml_first(node); node != NULL; node = xml_next(node))
		count += segment_is(node->name) ? 1 : count_segments(node);
	return count;
}

static void
collect(struct mem *mem, struct text *text, const struct xml *parent)
{
	struct xml	*node;

	for (node = xml_first(parent); node != NULL; node = xml_next(node))
		if (segment_is(node->name))
			segment_read(mem, &text->segments[text->count++],
			    node);
		else
			collect(mem, text, node);
}

static int
by_name(const void *a, const void *b)
{
	const struct segment	*one = *(struct segment *const *)a;
	const struct segment	*two = *(struct segment *const *)b;
	int			 order;

	order = strcmp(one->name, two->name);
	return order != 0 ? order : (one > two) - (one < two);
}

static struct text *
text_read(struct mem *mem, const char *path, struct xml_schema *grammar,
    struct faults *faults)
{
	struct text	*text;
	struct xml	*root;
	size_t		 room;
	int		 i;

	root = read_file(mem, path, grammar, faults);
	if (root == NULL)
		return NULL;
	text = mem_get(mem, sizeof(*text));
	text->path = path;
	text->root = root;
	room = (size_t)count_segments(root) + 1;
	text->segments = mem_get(mem, room * sizeof(*text->segments));
	text->by_name = mem_get(mem, room * sizeof(*text->by_name));
	collect(mem, text, root);
	for (i = 0; i < text->count; i++)
		text->by_name[i] = &text->segments[i];
	qsort(text->by_name, (size_t)text->count, sizeof(*text->by_name),
	    by_name);
	return text;
}

struct segment *
text_find(const struct text *text, const char *name)
{
	int	low = 0, high = text->count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (strcmp(text->by_name[middle]->name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == text->count ||
	    strcmp(text->by_name[low]->name, name) != 0)
		return NULL;
	return text->by_name[low];
}

/* --- items ------------------------------------------------------------ */

/* The values and texts of item.xml, cleaned like segments. */
static void
clean_tree(struct mem *mem, struct xml *node)
{
	struct xml_attr	*attr;
	struct xml	*child;

	for (attr = node->attr; attr != NULL; attr = attr->next)
		attr->value = segment_clean(mem, attr->value);
	for (child = node->child; child != NULL; child = child->next)
		if (child->name != NULL)
			clean_tree(mem, child);
		else
			child->text = segment_clean(mem, child->text);
}

/* Only item.xml and texts in languages we have may lie in the folder. */
static int
check_names(struct mem *mem, const char *path, const struct messages *messages,
    struct faults *faults)
{
	char	**names, *tag;
	int	  before = faults->count;
	size_t	  length;

	names = file_names(mem, path);
	for (; names != NULL && *names != NULL; names++) {
		if (strcmp(*names, "item.xml") == 0)
			continue;
		length = strlen(*names);
		tag = mem_dup(mem, *names);
		if (length > 4 && strcmp(tag + length - 4, ".xml") == 0)
			tag[length - 4] = '\0';
		if (length <= 4 || messages_tag(messages, tag) == -1)
			faults_add(faults, mem_format(mem, "%s/%s", path,
			    *names), 0, "this is neither item.xml nor a text "
			    "in a language of i18n/LOCALES");
	}
	return faults->count > before ? -1 : 0;
}

static int
read_texts(struct mem *mem, struct item *item, const char *folder,
    const struct messages *messages, struct schemas *schemas,
    struct faults *faults)
{
	const char	*tag, *path;
	struct text	*text;
	int		 i, status = 0;

	for (i = 0; i < messages_languages(messages); i++) {
		tag = messages_language(messages, i)->tag;
		path = mem_format(mem, "%s/%s.xml", folder, tag);
		if (i != item->language && file_is_there(path) == 0)
			continue;
		text = text_read(mem, path, schema(schemas,
		    i == item->language ? item->kind : SCHEMA_TRANSLATION),
		    faults);
		if (text != NULL) {
			text->language = i;
			text->lang = tag;
		} else
			status = -1;
		item->texts[i] = text;
	}
	return status;
}

int
item_read(struct mem *mem, struct item *item, int kind, const char *path,
    const struct messages *messages, struct schemas *schemas,
    struct faults *faults)
{
	const char	*slash;

	slash = strrchr(path, '/');
	item->kind = kind;
	item->slug = slash != NULL ? slash + 1 : path;
	item->path = mem_format(mem, "%s/item.xml", path);
	item->texts = mem_get(mem, (size_t)messages_languages(messages) *
	    sizeof(*item->texts));
	if (check_names(mem, path, messages, faults) == -1)
		return -1;
	item->root = read_file(mem, item->path,
	    schema(schemas, SCHEMA_ITEM), faults);
	if (item->root == NULL)
		return -1;
	clean_tree(mem, item->root);
	item->language = messages_tag(messages,
	    xml_attr(item->root, "lang"));
	if (item->language == -1) {
		faults_add(faults, item->path, item->root->line,
		    "the language %s is not in i18n/LOCALES",
		    xml_attr(item->root, "lang"));
		return -1;
	}
	return read_texts(mem, item, path, messages, schemas, faults);
}

struct text *
item_source(const struct item *item)
{
	return item->texts[item->language];
}
