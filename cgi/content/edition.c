/*
 * edition.c - an item as readers of one language get it.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/edition.h"
#include "content/item.h"
#include "web/messages.h"

static enum state
state_of(const struct segment *source, const struct segment *target)
{
	if (target == NULL)
		return STATE_MISSING;
	if (target == source)
		return STATE_SOURCE;
	if (target->of == NULL || strcmp(target->of, source->hash) != 0)
		return STATE_STALE;
	return target->reviewed ? STATE_REVIEWED : STATE_MACHINE;
}

static void
add_segment(struct edition *edition, const struct segment *source,
    const struct segment *target)
{
	struct edition_segment	*segment;

	segment = &edition->segments[edition->count++];
	segment->source = source;
	segment->shown = target != NULL ? target : source;
	segment->state = state_of(source, target);
	edition->states[segment->state]++;
	if (segment->state == STATE_REVIEWED && (edition->on == NULL ||
	    strcmp(target->on, edition->on) > 0)) {
		edition->by = target->by;
		edition->on = target->on;
	}
}

struct edition *
edition_new(struct mem *mem, const struct messages *messages,
    const struct item *item, int language)
{
	const struct text	*text = item->texts[language];
	struct edition		*edition;
	struct segment		*source;
	int			 i;

	edition = mem_get(mem, sizeof(*edition));
	edition->item = item;
	edition->messages = messages;
	edition->language = language;
	edition->lang = messages_language(messages, language)->tag;
	edition->source_lang =
	    messages_language(messages, item->language)->tag;
	edition->source_dir = messages_language(messages, item->language)->dir;
	edition->source = item_source(item);
	edition->segments = mem_get(mem, ((size_t)edition->source->count +
	    1) * sizeof(*edition->segments));
	for (i = 0; i < edition->source->count; i++) {
		source = &edition->source->segments[i];
		add_segment(edition, source,
		    text != NULL ? text_find(text, source->name) : NULL);
	}
	for (i = 0; i < STATE__MAX; i++)
		if (edition->states[i] > edition->states[edition->usual])
			edition->usual = (enum state)i;
	if (edition->states[STATE_REVIEWED] < edition->count)
		edition->by = edition->on = NULL;
	return edition;
}

const struct edition_segment *
edition_find(const struct edition *edition, const char *name)
{
	return &edition->segments[text_find(edition->source, name) -
	    edition->source->segments];
}

const char *
edition_state(const struct edition *edition)
{
	const int	*states = edition->states;

	if (states[STATE_MISSING] == edition->count)
		return "missing";
	return states[STATE_MISSING] > 0 ? "partial" :
	    states[STATE_STALE] > 0 ? "stale" :
	    states[STATE_MACHINE] > 0 ? "machine" :
	    states[STATE_REVIEWED] > 0 ? "reviewed" : "source";
}

int
edition_is_own(const struct edition_segment *segment)
{
	return segment->state != STATE_MISSING;
}

int
edition_words(const struct edition *edition, struct mem *mem)
{
	const char	*text;
	int		 i, words = 0;

	for (i = 0; i < edition->count; i++) {
		text = xml_text(edition->segments[i].shown->node, mem);
		words += *text != '\0';
		while ((text = strchr(text, ' ')) != NULL) {
			text++;
			words++;
		}
	}
	return words;
}

char *
edition_plain(const struct edition *edition, struct mem *mem)
{
	const struct edition_segment	*segment;
	const char			*element;
	struct buf			*out;
	int				 i;

	out = buf_new(mem, 4096);
	for (i = 0; i < edition->count; i++) {
		segment = &edition->segments[i];
		element = segment->source->node->name;
		if (edition_is_own(segment) == 0 ||
		    strcmp(element, "title") == 0 ||
		    strcmp(element, "summary") == 0)
			continue;
		if (out->length > 0)
			buf_char(out, '\n');
		buf_text(out, xml_text(segment->shown->node, mem));
	}
	return out->data;
}
