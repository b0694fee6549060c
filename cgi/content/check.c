/*
 * check.c - what a schema cannot say about content: item.xml and files.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "content/canon.h"
#include "content/check.h"
#include "content/check_private.h"
#include "content/collection.h"
#include "content/fault.h"
#include "content/item.h"
#include "content/kind.h"
#include "content/name.h"
#include "web/messages.h"

enum {
	FILE_LIMIT = 2 * 1024 * 1024
};

void
check_target(struct collection *all, const char *path, int line,
    const char *to)
{
	const char	*kind, *slug;

	if (name_cut(all->mem, to, &kind, &slug) == -1)
		faults_add(all->faults, path, line,
		    "“%s” is not of the form kind/slug", to);
	else if (all->alone == 0 &&
	    collection_find(all, kind, slug) == NULL &&
	    collection_known(all, kind, slug) == NULL)
		faults_add(all->faults, path, line,
		    "there is no item %s", to);
}

static void
check_area(struct collection *all, const struct item *item,
    const struct xml *node)
{
	const char	*area;

	area = xml_attr(node, "area");
	if (area == NULL)
		return;
	if (name_is_slug(area) == 0)
		faults_add(all->faults, item->path, node->line,
		    "“%s” is not a slug", area);
	else
		check_target(all, item->path, node->line,
		    mem_format(all->mem, "area/%s", area));
}

/* A name this item once had must not be in use. */
static void
check_was(struct collection *all, const struct item *item,
    const struct xml *node)
{
	const char	*slug;

	slug = xml_attr(node, "slug");
	if (name_is_slug(slug) == 0)
		faults_add(all->faults, item->path, node->line,
		    "“%s” is not a slug", slug);
	else if (collection_find(all, kind_name(item->kind), slug) != NULL)
		faults_add(all->faults, item->path, node->line,
		    "%s/%s is still the name of an item",
		    kind_name(item->kind), slug);
}

static void
check_source(struct collection *all, const struct item *item,
    struct xml *node)
{
	const char	*href, *year;

	href = xml_attr(node, "href");
	year = xml_attr(node, "year");
	if (href != NULL && name_is_web(href) == 0)
		faults_add(all->faults, item->path, node->line,
		    "“%s” is not an address on the web", href);
	if (year != NULL && (strlen(year) != 4 ||
	    strspn(year, "0123456789") != 4))
		faults_add(all->faults, item->path, node->line,
		    "“%s” is not a year of four digits", year);
	if (name_is_date(xml_attr(node, "checked")) == 0)
		faults_add(all->faults, item->path, node->line,
		    "“%s” is not a date like 2026-11-21",
		    xml_attr(node, "checked"));
	if (*xml_text(node, all->mem) == '\0')
		faults_add(all->faults, item->path, node->line,
		    "the source has no name");
}

static void
check_child(struct collection *all, const struct item *item, struct xml *node)
{
	const char	*name = node->name, *value;

	value = node->attr != NULL ? node->attr->value : "";
	if (strcmp(name, "also") == 0)
		check_area(all, item, node);
	else if (strcmp(name, "link") == 0 ||
	    (strcmp(name, "withdrawn") == 0 && node->attr != NULL))
		check_target(all, item->path, node->line, value);
	else if (strcmp(name, "country") == 0 && name_is_country(value) == 0)
		faults_add(all->faults, item->path, node->line,
		    "“%s” is not a country code of two capitals", value);
	else if (strcmp(name, "organisation") == 0 && *value == '\0')
		faults_add(all->faults, item->path, node->line,
		    "the organisation has no name");
	else if (strcmp(name, "was") == 0)
		check_was(all, item, node);
	else if (strcmp(name, "source") == 0)
		check_source(all, item, node);
}

/* Nothing is said twice, and nothing about the item itself. */
static void
check_twice(struct collection *all, const struct item *item,
    const struct xml *node)
{
	const struct xml	*other;
	const char		*area, *self;

	if (node->attr == NULL || strcmp(node->name, "source") == 0)
		return;
	for (other = xml_first(item->root); other != node;
	    other = xml_next(other))
		if (strcmp(other->name, node->name) == 0 &&
		    strcmp(other->attr->value, node->attr->value) == 0)
			faults_add(all->faults, item->path, node->line,
			    "%s %s is there twice", node->name,
			    node->attr->value);
	self = mem_format(all->mem, "%s/%s", kind_name(item->kind),
	    item->slug);
	area = xml_attr(item->root, "area");
	if (strcmp(node->attr->value, self) == 0)
		faults_add(all->faults, item->path, node->line,
		    "the item points to itself");
	if (strcmp(node->name, "also") == 0 && area != NULL &&
	    strcmp(node->attr->value, area) == 0)
		faults_add(all->faults, item->path, node->line,
		    "%s is the main area already", area);
}

static void
check_code(struct collection *all, const struct item *item)
{
	const char	*code = xml_attr(item->root, "code");

	if (code != NULL && name_is_code(code) == 0)
		faults_add(all->faults, item->path, item->root->line,
		    "“%s” is not a short name of capitals and digits", code);
}

static void
check_item(struct collection *all, const struct item *item)
{
	struct xml		*node;
	const struct known	*known;
	int			 i, children = 0;

	known = collection_known(all, kind_name(item->kind), item->slug);
	if (known != NULL)
		faults_add(all->faults, item->path, 0,
		    "%s/%s already belongs to the collection %s",
		    known->kind, known->slug, known->collection);
	check_area(all, item, item->root);
	check_code(all, item);
	for (node = xml_first(item->root); node != NULL;
	    node = xml_next(node)) {
		if (++children > CHECK_CHILDREN) {
			faults_add(all->faults, item->path, node->line,
			    "the item has more than %d links and facts",
			    CHECK_CHILDREN);
			break;
		}
		check_child(all, item, node);
		check_twice(all, item, node);
	}
	check_source_text(all, item);
	for (i = 0; i < messages_languages(all->messages); i++)
		if (i != item->language && item->texts[i] != NULL)
			check_translation(all, item, item->texts[i]);
}

void
check_all(struct collection *all)
{
	int	i;

	for (i = 0; i < all->count; i++) {
		if (i > 0 && all->items[i]->kind == all->items[i - 1]->kind &&
		    strcmp(all->items[i]->slug, all->items[i - 1]->slug) == 0)
			faults_add(all->faults, all->items[i]->path, 0,
			    "this item was read from %s already",
			    all->items[i - 1]->path);
		check_item(all, all->items[i]);
	}
}

/* --- canonical form --------------------------------------------------- */

/* The line in which the bytes of two files first differ. */
static int
first_difference(const char *one, const char *two)
{
	int	line = 1;

	for (; *one == *two && *one != '\0'; one++, two++)
		line += *one == '\n';
	return line;
}

static void
compare(struct collection *all, const char *path, const struct buf *canon)
{
	const char	*why;
	size_t		 length;
	char		*bytes;

	bytes = file_read(all->mem, path, FILE_LIMIT, &length, &why);
	if (bytes == NULL)
		faults_add(all->faults, path, 0, "%s", why);
	else if (strcmp(bytes, canon->data) != 0)
		faults_add(all->faults, path,
		    first_difference(bytes, canon->data),
		    "this is not in canonical form: run profint format");
}

void
check_canon(struct collection *all)
{
	const struct item	*item;
	struct buf		*canon;
	int			 i, language;

	canon = buf_new(all->mem, 16384);
	for (i = 0; i < all->count; i++) {
		item = all->items[i];
		buf_clear(canon);
		canon_item(canon, item);
		compare(all, item->path, canon);
		for (language = 0; language <
		    messages_languages(all->messages); language++) {
			if (item->texts[language] == NULL)
				continue;
			buf_clear(canon);
			canon_text(canon, item, language);
			compare(all, item->texts[language]->path, canon);
		}
	}
}
