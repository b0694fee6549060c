/*
 * html.c - an edition as pages show it.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/canon.h"
#include "content/edition.h"
#include "content/html.h"
#include "content/html_private.h"
#include "content/item.h"
#include "web/messages.h"

/* --- inline ----------------------------------------------------------- */

static void
add_start(struct buf *out, const struct xml *node, const char *lang)
{
	const char	*name = node->name;

	if (strcmp(name, "ref") == 0) {
		buf_format(out, "<a href=\"/%s/%s\"", lang,
		    xml_attr(node, "to"));
	} else {
		buf_format(out, "<%s", name);
		if (strcmp(name, "a") == 0)
			canon_attribute(out, "href", xml_attr(node, "href"));
		else if (strcmp(name, "abbr") == 0)
			canon_attribute(out, "title", xml_attr(node, "title"));
		else if (strcmp(name, "span") == 0)
			canon_attribute(out, "lang",
			    xml_attr(node, "xml:lang"));
	}
	buf_char(out, '>');
}

void
html_inline(struct buf *out, const struct xml *segment, const char *lang)
{
	const struct xml	*node;

	for (node = segment->child; node != NULL; node = node->next) {
		if (node->name == NULL) {
			canon_escape(out, node->text);
			continue;
		}
		add_start(out, node, lang);
		html_inline(out, node, lang);
		buf_format(out, "</%s>",
		    strcmp(node->name, "ref") == 0 ? "a" : node->name);
	}
}

/* --- segments --------------------------------------------------------- */

static const char *
mark_class(enum state state)
{
	static const char *const	classes[] = {
		[STATE_SOURCE] = "source",
		[STATE_REVIEWED] = "reviewed",
		[STATE_MACHINE] = "machine",
		[STATE_STALE] = "stale",
		[STATE_MISSING] = "missing"
	};

	return classes[state];
}

static const char *
mark_word(const struct edition *edition, enum state state)
{
	const struct messages	*messages = edition->messages;
	int			 language = edition->language;

	switch (state) {
	case STATE_REVIEWED:
		return messages_word(messages, language,
		    "content.mark.reviewed");
	case STATE_STALE:
		return messages_word(messages, language,
		    "content.mark.stale");
	case STATE_MISSING:
		return messages_word(messages, language,
		    "content.mark.missing");
	default:
		return messages_word(messages, language,
		    "content.mark.machine");
	}
}

static const struct edition_segment *
segment_of(const struct html *html, const struct xml *node)
{
	return edition_find(html->edition, xml_attr(node, "id"));
}

void
html_aside(struct html *html, const char *tag, const char *class,
    const char *word, const struct xml *node)
{
	const struct edition	*edition = html->edition;

	buf_format(html->out, "<%s class=\"%s\"", tag, class);
	if (edition_is_own(segment_of(html, node)) == 0)
		buf_format(html->out, " lang=\"%s\" dir=\"%s\"",
		    edition->lang, messages_language(edition->messages,
		    edition->language)->dir);
	buf_char(html->out, '>');
	canon_escape(html->out, word);
	buf_format(html->out, "</%s>", tag);
}

static void
start(struct html *html, const char *tag, const char *id, const char *class,
    const struct xml *node)
{
	const struct edition		*edition = html->edition;
	const struct edition_segment	*segment = segment_of(html, node);
	const char			*mark = NULL;

	if (segment->state != edition->usual)
		mark = mark_class(segment->state);
	buf_format(html->out, "<%s", tag);
	if (id != NULL)
		canon_attribute(html->out, "id", id);
	if (class != NULL || mark != NULL)
		buf_format(html->out, " class=\"%s%s%s\"",
		    class != NULL ? class : "",
		    class != NULL && mark != NULL ? " " : "",
		    mark != NULL ? mark : "");
	if (edition_is_own(segment) == 0)
		buf_format(html->out, " lang=\"%s\" dir=\"%s\"",
		    edition->source_lang, edition->source_dir);
	buf_char(html->out, '>');
	if (mark == NULL)
		return;
	html_aside(html, "small", "mark", mark_word(edition,
	    segment->state), node);
	buf_char(html->out, ' ');
}

void
html_start_bare(struct html *html, const char *tag, const char *class,
    const struct xml *node)
{
	start(html, tag, NULL, class, node);
}

void
html_start(struct html *html, const char *tag, const char *class,
    const struct xml *node)
{
	start(html, tag, xml_attr(node, "id"), class, node);
}

void
html_words(struct html *html, const struct xml *node)
{
	html_inline(html->out, segment_of(html, node)->shown->node,
	    html->edition->lang);
}

void
html_segment(struct html *html, const char *tag, const char *class,
    const struct xml *node)
{
	html_start(html, tag, class, node);
	html_words(html, node);
	buf_format(html->out, "</%s>", tag);
}

/* --- sections --------------------------------------------------------- */

static struct html_section *
new_part(struct html *html, const struct xml *section)
{
	struct html_section	*part;

	part = mem_get(html->mem, sizeof(*part));
	part->role = xml_attr(section, "role");
	if (strcmp(section->parent->name, "step") == 0)
		part->step = xml_attr(section->parent, "kind");
	html->out = buf_new(html->mem, 4096);
	return part;
}

static void
add_heading(struct html *html, struct html_section *part,
    const struct xml *node)
{
	const struct edition_segment	*segment;

	segment = segment_of(html, node);
	part->anchor = segment->source->name;
	part->heading = xml_text(segment->shown->node, html->mem);
	part->heading_lang = edition_is_own(segment) ?
	    html->edition->lang : html->edition->source_lang;
}

/* The parts of one section behind *TAIL; returns the new tail. */
static struct html_section **
add_section(struct html *html, const struct xml *section,
    struct html_section **tail)
{
	struct html_section	*part;
	const struct xml	*node;

	part = new_part(html, section);
	node = xml_first(section);
	if (node != NULL && strcmp(node->name, "h2") == 0) {
		add_heading(html, part, node);
		node = xml_next(node);
	}
	*tail = part;
	while (node != NULL) {
		if (part->figure != NULL || part->answer != NULL) {
			tail = &part->next;
			*tail = part = new_part(html, section);
		}
		if (strcmp(node->name, "figure") == 0) {
			part->figure = xml_attr(node, "name");
			node = xml_next(node);
		} else if (strcmp(node->name, "answer") == 0) {
			part->answer = xml_attr(node, "name");
			node = xml_next(node);
		} else
			node = html_block(html, node);
		part->body = html->out->data;
	}
	return &part->next;
}

/* The sections below PARENT, and below its steps, behind *TAIL. */
static struct html_section **
add_sections(struct html *html, const struct xml *parent,
    struct html_section **tail)
{
	const struct xml	*node;

	for (node = xml_first(parent); node != NULL; node = xml_next(node))
		if (strcmp(node->name, "section") == 0)
			tail = add_section(html, node, tail);
		else if (strcmp(node->name, "step") == 0)
			tail = add_sections(html, node, tail);
	return tail;
}

struct html_section *
html_sections(struct mem *mem, const struct edition *edition,
    const struct collection *all)
{
	struct html		 html = {
		.mem = mem, .edition = edition, .all = all };
	struct html_section	*first = NULL;

	add_sections(&html, edition->source->root, &first);
	return first;
}
