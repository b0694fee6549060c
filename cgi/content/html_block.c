/*
 * html_block.c - paragraphs, lists, tables and timelines, as HTML.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/icu.h"
#include "adapt/xml.h"
#include "base/buf.h"
#include "content/canon.h"
#include "content/edition.h"
#include "content/html_private.h"
#include "content/segment.h"
#include "web/messages.h"

/* An element whose segments have the same names in HTML. */
static void
add_list(struct html *html, const struct xml *node)
{
	const struct xml	*child;

	buf_format(html->out, "<%s>", node->name);
	for (child = xml_first(node); child != NULL; child = xml_next(child))
		html_segment(html, child->name, NULL, child);
	buf_format(html->out, "</%s>", node->name);
}

static int
is_header(const struct xml *row)
{
	const struct xml	*cell;

	for (cell = xml_first(row); cell != NULL; cell = xml_next(cell))
		if (strcmp(cell->name, "th") != 0)
			return 0;
	return 1;
}

/* A cell that says "…" is one to write in: paper wants it empty. */
static int
is_open(struct html *html, const struct xml *cell)
{
	return strcmp(cell->name, "td") == 0 &&
	    strcmp(xml_text(cell, html->mem), "…") == 0;
}

static void
add_row(struct html *html, const struct xml *row)
{
	const struct xml	*cell;

	buf_text(html->out, "<tr>");
	for (cell = xml_first(row); cell != NULL; cell = xml_next(cell))
		if (is_open(html, cell)) {
			buf_text(html->out, "<td");
			canon_attribute(html->out, "id",
			    xml_attr(cell, "id"));
			buf_text(html->out, "></td>");
		} else
			html_segment(html, cell->name, NULL, cell);
	buf_text(html->out, "</tr>");
}

static void
add_table(struct html *html, const struct xml *table)
{
	const struct xml	*row = xml_first(table);

	buf_text(html->out, "<div class=\"table\"><table>");
	if (strcmp(row->name, "caption") == 0) {
		html_segment(html, "caption", NULL, row);
		row = xml_next(row);
	}
	if (is_header(row)) {
		buf_text(html->out, "<thead>");
		add_row(html, row);
		buf_text(html->out, "</thead>");
		row = xml_next(row);
	}
	buf_text(html->out, "<tbody>");
	for (; row != NULL; row = xml_next(row))
		add_row(html, row);
	buf_text(html->out, "</tbody></table></div>");
}

static long
most_minutes(const struct xml *timeline)
{
	const struct xml	*turn;
	const char		*minutes;
	long			 most = 0;

	for (turn = xml_first(timeline); turn != NULL; turn = xml_next(turn)) {
		minutes = xml_attr(turn, "minutes");
		if (minutes != NULL && strtol(minutes, NULL, 10) > most)
			most = strtol(minutes, NULL, 10);
	}
	return most;
}

/* The bar says nothing that the words beside it do not. */
static void
add_minutes(struct html *html, long minutes, long most)
{
	const struct messages	*messages = html->edition->messages;
	struct icu_argument	 argument = { .name = "minutes" };

	argument.number = (double)minutes;
	buf_format(html->out, "<p class=\"minutes\"><meter class=\"bar\" "
	    "value=\"%ld\" min=\"0\" max=\"%ld\" aria-hidden=\"true\">"
	    "</meter> ", minutes, most);
	canon_escape(html->out, messages_text(messages, html->mem,
	    html->edition->language, messages_find(messages,
	    "content.minutes"), &argument, 1));
	buf_text(html->out, "</p>");
}

static void
add_timeline(struct html *html, const struct xml *timeline)
{
	const struct xml	*turn;
	const char		*minutes;

	buf_text(html->out, "<ol class=\"timeline\">");
	for (turn = xml_first(timeline); turn != NULL; turn = xml_next(turn)) {
		buf_text(html->out, "<li>");
		html_segment(html, "p", "when", xml_child(turn, "when"));
		minutes = xml_attr(turn, "minutes");
		if (minutes != NULL)
			add_minutes(html, strtol(minutes, NULL, 10),
			    most_minutes(timeline));
		html_segment(html, "p", "what", xml_child(turn, "what"));
		buf_text(html->out, "</li>");
	}
	buf_text(html->out, "</ol>");
}

const struct xml *
html_block(struct html *html, const struct xml *node)
{
	const struct xml	*child;
	const char		*name = node->name;

	if (strcmp(name, "question") == 0)
		return html_questions(html, node);
	if (strcmp(name, "field") == 0)
		return html_fields(html, node);
	if (strcmp(name, "timeline") == 0)
		add_timeline(html, node);
	else if (strcmp(name, "table") == 0)
		add_table(html, node);
	else if (strcmp(name, "quote") == 0) {
		buf_text(html->out, "<blockquote>");
		html_segment(html, "p", NULL, node);
		buf_text(html->out, "</blockquote>");
	} else if (strcmp(name, "note") == 0) {
		buf_text(html->out, "<div class=\"note\">");
		for (child = xml_first(node); child != NULL;)
			child = html_block(html, child);
		buf_text(html->out, "</div>");
	} else if (segment_is(name))
		html_segment(html, name, NULL, node);
	else
		add_list(html, node);
	return xml_next(node);
}
