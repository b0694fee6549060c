/*
 * html_question.c - questions of cases, grids and self-checks, as HTML.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/canon.h"
#include "content/collection.h"
#include "content/edition.h"
#include "content/html_private.h"
#include "content/item.h"
#include "web/messages.h"

#define WORD(html, id)	messages_word((html)->edition->messages, \
			    (html)->edition->language, (id))

/* --- factors ---------------------------------------------------------- */

/* The factor's title, in its source language where it is not translated; a
 * factor of another collection is called by its slug. */
static void
add_factor(struct html *html, const char *slug)
{
	int			 language = html->edition->language;
	const struct item	*item = NULL;
	const struct segment	*title = NULL;
	const char		*name = slug;

	buf_format(html->out, " <a href=\"/%s/factor/%s\"",
	    html->edition->lang, slug);
	if (html->all != NULL)
		item = collection_find(html->all, "factor", slug);
	if (item != NULL && item->texts[language] != NULL)
		title = text_find(item->texts[language], "title");
	if (item != NULL && title == NULL) {
		canon_attribute(html->out, "lang", item_source(item)->lang);
		title = text_find(item_source(item), "title");
	}
	if (title != NULL)
		name = xml_text(title->node, html->mem);
	buf_char(html->out, '>');
	canon_escape(html->out, name);
	buf_text(html->out, "</a>");
}

/* The factors an answer speaks of: slugs between blanks. */
static void
add_factors(struct html *html, const char *slugs)
{
	size_t	length;

	buf_text(html->out, "<p class=\"coded\"><span>");
	canon_escape(html->out, WORD(html, "content.factors"));
	buf_text(html->out, "</span>");
	for (; *slugs != '\0'; slugs += length + (slugs[length] == ' ')) {
		length = strcspn(slugs, " ");
		add_factor(html, mem_copy(html->mem, slugs, length));
	}
	buf_text(html->out, "</p>");
}

/* --- answers ---------------------------------------------------------- */

/* An option opens to say whether it is right; the right one says why. */
static void
add_option(struct html *html, const struct xml *option,
    const struct xml *feedback)
{
	int	right = xml_attr(option, "right") != NULL;

	buf_format(html->out, "<details class=\"%s\">",
	    right ? "right" : "wrong");
	html_segment(html, "summary", NULL, option);
	buf_text(html->out, "<p class=\"verdict\">");
	canon_escape(html->out, WORD(html,
	    right ? "content.right" : "content.wrong"));
	buf_text(html->out, "</p>");
	if (right)
		html_segment(html, "p", NULL, feedback);
	buf_text(html->out, "</details>");
}

/* Options from NODE on; returns what follows their feedback. */
static const struct xml *
add_options(struct html *html, const struct xml *node)
{
	const struct xml	*feedback = node;

	while (strcmp(feedback->name, "option") == 0)
		feedback = xml_next(feedback);
	for (; node != feedback; node = xml_next(node))
		add_option(html, node, feedback);
	return xml_next(feedback);
}

static void
add_hint(struct html *html, const struct xml *hint, int open)
{
	if (open) {
		html_segment(html, "p", "hint", hint);
		return;
	}
	buf_text(html->out, "<details><summary>");
	canon_escape(html->out, WORD(html, "content.hint"));
	buf_text(html->out, "</summary>");
	html_segment(html, "p", NULL, hint);
	buf_text(html->out, "</details>");
}

/* --- questions -------------------------------------------------------- */

/* How many questions a text asks below NODE and before LAST; *FOUND when
 * it was met. */
static int
count_before(const struct xml *node, const struct xml *last, int *found)
{
	int	count = 0;

	for (node = xml_first(node); node != NULL && *found == 0;
	    node = xml_next(node)) {
		*found = node == last;
		if (*found == 0)
			count += (strcmp(node->name, "question") == 0) +
			    count_before(node, last, found);
	}
	return count;
}

static const struct xml *
add_question(struct html *html, const struct xml *node)
{
	const struct xml	*next = xml_next(node);
	const char		*factors = xml_attr(node, "factor");

	buf_text(html->out, "<li");
	canon_attribute(html->out, "id", xml_attr(node, "id"));
	buf_char(html->out, '>');
	html_start_bare(html, "p", NULL, node);
	html_words(html, node);
	buf_text(html->out, "</p>");
	if (next != NULL && strcmp(next->name, "hint") == 0) {
		add_hint(html, next, factors != NULL);
		next = xml_next(next);
	} else if (next != NULL && strcmp(next->name, "option") == 0)
		next = add_options(html, next);
	if (factors != NULL)
		add_factors(html, factors);
	buf_text(html->out, "</li>");
	return next;
}

const struct xml *
html_questions(struct html *html, const struct xml *node)
{
	const struct xml	*next = xml_next(node);
	int			 before, found = 0;

	before = count_before(html->edition->source->root, node, &found);
	buf_format(html->out, "<ol class=\"%s\"", next != NULL &&
	    strcmp(next->name, "option") == 0 ? "check" : "questions");
	if (before > 0)
		buf_format(html->out, " start=\"%d\"", before + 1);
	buf_char(html->out, '>');
	while (node != NULL && strcmp(node->name, "question") == 0)
		node = add_question(html, node);
	buf_text(html->out, "</ol>");
	return node;
}
