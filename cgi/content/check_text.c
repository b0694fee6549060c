/*
 * check_text.c - what a schema cannot say about content: the texts.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/xml.h"
#include "base/mem.h"
#include "content/check_private.h"
#include "content/collection.h"
#include "content/fault.h"
#include "content/item.h"
#include "content/name.h"

static void
check_inline(struct collection *all, const struct text *text,
    const struct xml *node)
{
	for (node = xml_first(node); node != NULL; node = xml_next(node)) {
		if (strcmp(node->name, "ref") == 0)
			check_target(all, text->path, node->line,
			    xml_attr(node, "to"));
		if (strcmp(node->name, "a") == 0 &&
		    name_is_link(xml_attr(node, "href")) == 0)
			faults_add(all->faults, text->path, node->line,
			    "“%s” is not an https, http or mailto address",
			    xml_attr(node, "href"));
		if (strcmp(node->name, "span") == 0 &&
		    name_is_language(xml_attr(node, "xml:lang")) == 0)
			faults_add(all->faults, text->path, node->line,
			    "“%s” is not a language",
			    xml_attr(node, "xml:lang"));
		check_inline(all, text, node);
	}
}

static int
count_links(const struct xml *node, const char *element)
{
	int	count = 0;

	for (node = xml_first(node); node != NULL; node = xml_next(node))
		count += (strcmp(node->name, element) == 0) +
		    count_links(node, element);
	return count;
}

/* Cells of a table may be empty, nothing else. */
static int
may_be_empty(const char *element)
{
	return strcmp(element, "td") == 0 || strcmp(element, "th") == 0;
}

static void
check_segment(struct collection *all, const struct text *text,
    const struct segment *segment)
{
	int	line = segment->node->line;

	if (*segment->name == '\0')
		faults_add(all->faults, text->path, line, "this %s has no id",
		    segment->node->name);
	else if (name_is_id(segment->name) == 0)
		faults_add(all->faults, text->path, line,
		    "“%s” is not an id: lower-case letters, digits and hyphens",
		    segment->name);
	if (segment_is_empty(segment) &&
	    may_be_empty(segment->node->name) == 0)
		faults_add(all->faults, text->path, line, "%s is empty",
		    segment->name);
	if (count_links(segment->node, "ref") +
	    count_links(segment->node, "a") > CHECK_LINKS)
		faults_add(all->faults, text->path, line,
		    "%s has more than %d links", segment->name, CHECK_LINKS);
	check_inline(all, text, segment->node);
}

static void
check_text(struct collection *all, const struct text *text)
{
	const char	*lang;
	int		 i;

	lang = xml_attr(text->root, "xml:lang");
	if (strcmp(lang, text->lang) != 0)
		faults_add(all->faults, text->path, text->root->line,
		    "the text says it is in %s, its file’s name says %s",
		    lang, text->lang);
	for (i = 0; i < text->count; i++)
		check_segment(all, text, &text->segments[i]);
	for (i = 1; i < text->count; i++)
		if (*text->by_name[i]->name != '\0' &&
		    strcmp(text->by_name[i]->name,
		    text->by_name[i - 1]->name) == 0)
			faults_add(all->faults, text->path,
			    text->by_name[i]->node->line,
			    "the id %s is there twice", text->by_name[i]->name);
}

/* Names of fields and figures; fields are named once. */
struct names {
	struct collection	 *all;
	const struct text	 *text;
	const struct xml	**fields;
	int			  count;
};

static void
collect_names(struct names *names, const struct xml *node)
{
	const char	*name;

	for (node = xml_first(node); node != NULL; node = xml_next(node)) {
		name = xml_attr(node, "name");
		if (name != NULL && name_is_id(name) == 0)
			faults_add(names->all->faults, names->text->path,
			    node->line, "“%s” is not a name: lower-case "
			    "letters, digits and hyphens", name);
		if (strcmp(node->name, "field") == 0)
			names->fields[names->count++] = node;
		if (segment_is(node->name) == 0)
			collect_names(names, node);
	}
}

static int
by_field(const void *a, const void *b)
{
	const struct xml	*one = *(const struct xml *const *)a;
	const struct xml	*two = *(const struct xml *const *)b;
	int			 order;

	order = strcmp(xml_attr(one, "name"), xml_attr(two, "name"));
	return order != 0 ? order : one->line - two->line;
}

static int
count_fields(const struct xml *node)
{
	int	count = 0;

	for (node = xml_first(node); node != NULL; node = xml_next(node))
		count += (strcmp(node->name, "field") == 0) +
		    count_fields(node);
	return count;
}

/* The factors that a question names, between blanks. */
static void
check_factors(struct collection *all, const struct text *text,
    const struct xml *question)
{
	const char	*slugs;
	int		 length;

	slugs = xml_attr(question, "factor");
	if (slugs == NULL)
		return;
	for (;; slugs += length + 1) {
		length = (int)strcspn(slugs, " ");
		check_target(all, text->path, question->line,
		    mem_format(all->mem, "factor/%.*s", length, slugs));
		if (slugs[length] == '\0')
			break;
	}
}

void
check_source_text(struct collection *all, const struct item *item)
{
	const struct text	*text = item_source(item);
	struct names		 names = { .all = all, .text = text };
	int			 i;

	check_text(all, text);
	for (i = 0; i < text->count; i++)
		check_factors(all, text, text->segments[i].node);
	names.fields = mem_get(all->mem, ((size_t)count_fields(text->root) +
	    1) * sizeof(*names.fields));
	collect_names(&names, text->root);
	qsort(names.fields, (size_t)names.count, sizeof(*names.fields),
	    by_field);
	for (i = 1; i < names.count; i++)
		if (strcmp(xml_attr(names.fields[i], "name"),
		    xml_attr(names.fields[i - 1], "name")) == 0)
			faults_add(all->faults, text->path,
			    names.fields[i]->line,
			    "the field %s is there twice",
			    xml_attr(names.fields[i], "name"));
}

/* --- translations ----------------------------------------------------- */

static int
has_ref(const struct xml *node, const char *to)
{
	for (node = xml_first(node); node != NULL; node = xml_next(node))
		if ((strcmp(node->name, "ref") == 0 &&
		    strcmp(xml_attr(node, "to"), to) == 0) ||
		    has_ref(node, to))
			return 1;
	return 0;
}

/* Each ref below NODE, in the source, must be in its translation. */
static void
check_refs(struct collection *all, const struct text *text,
    const struct segment *segment, const struct xml *node)
{
	for (node = xml_first(node); node != NULL; node = xml_next(node)) {
		if (strcmp(node->name, "ref") == 0 &&
		    has_ref(segment->node, xml_attr(node, "to")) == 0)
			faults_add(all->faults, text->path,
			    segment->node->line, "the source’s ref to %s is "
			    "not in %s", xml_attr(node, "to"), segment->name);
		check_refs(all, text, segment, node);
	}
}

static void
check_against(struct collection *all, const struct text *text,
    const struct segment *source, const struct segment *segment)
{
	int	line = segment->node->line;

	if (strcmp(source->node->name, segment->node->name) != 0)
		faults_add(all->faults, text->path, line,
		    "%s is a %s here and a %s in the source", segment->name,
		    segment->node->name, source->node->name);
	if (segment->of != NULL && (strlen(segment->of) != 8 ||
	    strspn(segment->of, "0123456789abcdef") != 8))
		faults_add(all->faults, text->path, line,
		    "“%s” is not a hash of eight hex digits", segment->of);
	if (segment->reviewed && *segment->by == '\0')
		faults_add(all->faults, text->path, line,
		    "%s does not say who reviewed it", segment->name);
	if (segment->reviewed && name_is_date(segment->on) == 0)
		faults_add(all->faults, text->path, line,
		    "“%s” is not a date like 2026-11-21", segment->on);
	/* An older translation may know older links. */
	if (segment->of != NULL && strcmp(segment->of, source->hash) != 0)
		return;
	if (count_links(source->node, "ref") <= CHECK_LINKS)
		check_refs(all, text, segment, source->node);
	if (count_links(source->node, "a") != count_links(segment->node, "a"))
		faults_add(all->faults, text->path, line,
		    "%s has not as many links as its source", segment->name);
}

static void
check_stamps(struct collection *all, const struct text *text)
{
	const struct segment	*first = NULL;
	int			 i, count = 0;

	for (i = text->count - 1; i >= 0; i--)
		if (text->segments[i].of == NULL) {
			first = &text->segments[i];
			count++;
		}
	if (count > 0)
		faults_add(all->faults, text->path, first->node->line,
		    "%s is the first of %d segments that do not say what "
		    "they translate: run profint stamp", first->name, count);
}

void
check_translation(struct collection *all, const struct item *item,
    const struct text *text)
{
	const struct segment	*source, *segment;
	int			 i;

	check_text(all, text);
	if (all->unstamped == 0)
		check_stamps(all, text);
	for (i = 0; i < text->count; i++) {
		segment = &text->segments[i];
		source = text_find(item_source(item), segment->name);
		if (source == NULL)
			faults_add(all->faults, text->path,
			    segment->node->line, "there is no segment %s in "
			    "the source text", segment->name);
		else
			check_against(all, text, source, segment);
	}
}
