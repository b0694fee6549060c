/*
 * warn.c - what may be wrong with content: texts beside their sources.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/mem.h"
#include "content/collection.h"
#include "content/fault.h"
#include "content/item.h"
#include "content/match.h"
#include "content/warn.h"
#include "content/warn_private.h"
#include "web/messages.h"

static void
fill(struct mem *mem, struct warn_segment *one, const struct segment *segment)
{
	one->segment = segment;
	one->plain = xml_text(segment->node, mem);
	one->words = match_words(mem, one->plain);
}

static void
warn_text(struct warn_pair *pair, const struct warn_lists *lists)
{
	const struct text	*source = item_source(pair->item);
	const struct segment	*segment;
	struct warn_segment	*here, *there;
	size_t			 room;
	int			 i;

	room = (size_t)pair->text->count + 1;
	pair->here = here = mem_get(pair->mem, room * sizeof(*here));
	pair->source = there = mem_get(pair->mem, room * sizeof(*there));
	pair->count = 0;
	for (i = 0; i < pair->text->count; i++) {
		segment = text_find(source, pair->text->segments[i].name);
		if (segment == NULL)
			continue;
		fill(pair->mem, &here[pair->count], &pair->text->segments[i]);
		fill(pair->mem, &there[pair->count++], segment);
	}
	warn_sentences(pair);
	warn_forbidden(pair, lists);
	if (pair->text == source)
		return;
	warn_same(pair);
	warn_terms(pair, lists);
}

void
warn_texts(const struct collection *all, const struct warn_lists *lists,
    struct faults *faults)
{
	struct warn_pair	pair = { .all = all, .faults = faults };
	int			i, language;

	pair.mem = mem_new();
	for (i = 0; i < all->count; i++) {
		pair.item = all->items[i];
		for (language = 0; language <
		    messages_languages(all->messages); language++) {
			pair.text = pair.item->texts[language];
			if (pair.text != NULL)
				warn_text(&pair, lists);
		}
		mem_reset(pair.mem);
	}
	mem_free(pair.mem);
}

void
warn_facts(const struct collection *all, const char *day,
    struct faults *faults)
{
	const struct item	*item;
	const struct xml	*node;
	int			 i;

	for (i = 0; i < all->count; i++) {
		item = all->items[i];
		for (node = xml_first(item->root); node != NULL;
		    node = xml_next(node))
			if (strcmp(node->name, "source") == 0 && strcmp(
			    xml_attr(node, "checked"), day) < 0)
				faults_add(faults, item->path, node->line,
				    "“%s” was last checked on %s",
				    xml_text(node, all->mem),
				    xml_attr(node, "checked"));
	}
}
