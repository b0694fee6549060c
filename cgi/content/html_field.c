/*
 * html_field.c - questions of cases and fields of tools, as HTML.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "content/canon.h"
#include "content/edition.h"
#include "content/html_private.h"
#include "web/messages.h"

#define WORD(html, id)	messages_word((html)->edition->messages, \
			    (html)->edition->language, (id))

const struct xml *
html_questions(struct html *html, const struct xml *node)
{
	const struct xml	*hint;

	buf_text(html->out, "<ol class=\"questions\">");
	for (; node != NULL && strcmp(node->name, "question") == 0;
	    node = xml_next(hint)) {
		hint = xml_next(node);
		buf_text(html->out, "<li");
		canon_attribute(html->out, "id", xml_attr(node, "id"));
		buf_char(html->out, '>');
		html_start_bare(html, "p", NULL, node);
		html_words(html, node);
		buf_text(html->out, "</p><details><summary>");
		canon_escape(html->out, WORD(html, "content.hint"));
		buf_text(html->out, "</summary>");
		html_segment(html, "p", NULL, hint);
		buf_text(html->out, "</details></li>");
	}
	buf_text(html->out, "</ol>");
	return node;
}

/* The label as TAG, left open, with the mark of fields about people. */
static void
open_label(struct html *html, const char *tag, const struct xml *field)
{
	const struct xml	*label = xml_child(field, "label");

	html_start(html, tag, NULL, label);
	html_words(html, label);
	if (xml_attr(field, "person") == NULL)
		return;
	buf_char(html->out, ' ');
	html_aside(html, "span", "person", WORD(html, "content.person"),
	    label);
}

static void
add_options(struct html *html, const struct xml *field)
{
	const struct xml	*option;

	if (xml_child(field, "option") == NULL)
		return;
	buf_text(html->out, "<ul class=\"options\">");
	for (option = xml_first(field); option != NULL;
	    option = xml_next(option))
		if (strcmp(option->name, "option") == 0)
			html_segment(html, "li", NULL, option);
	buf_text(html->out, "</ul>");
}

static void
add_example(struct html *html, const struct xml *field)
{
	const struct xml	*example = xml_child(field, "example");

	if (example == NULL)
		return;
	html_start(html, "p", "example", example);
	html_aside(html, "span", "word", WORD(html, "content.example"),
	    example);
	buf_char(html->out, ' ');
	html_words(html, example);
	buf_text(html->out, "</p>");
}

static void
add_columns(struct html *html, const struct xml *field)
{
	const struct xml	*column;

	buf_text(html->out, "<tr>");
	for (column = xml_child(field, "field"); column != NULL;
	    column = xml_next(column)) {
		buf_text(html->out, "<th scope=\"col\">");
		open_label(html, "p", column);
		buf_text(html->out, "</p>");
		html_segment(html, "p", "help", xml_child(column, "help"));
		add_options(html, column);
		buf_text(html->out, "</th>");
	}
	buf_text(html->out, "</tr>");
}

/* The table's columns, and a row of their examples. */
static void
add_table(struct html *html, const struct xml *field)
{
	const struct xml	*column;

	buf_text(html->out, "<div class=\"table\"><table><caption>");
	canon_escape(html->out, WORD(html, "content.example"));
	buf_text(html->out, "</caption><thead>");
	add_columns(html, field);
	buf_text(html->out, "</thead><tbody><tr class=\"example\">");
	for (column = xml_child(field, "field"); column != NULL;
	    column = xml_next(column))
		html_segment(html, "td", NULL, xml_child(column, "example"));
	buf_text(html->out, "</tr></tbody></table></div>");
}

void
html_field(struct html *html, const struct xml *field)
{
	buf_format(html->out, "<div class=\"field %s\">",
	    xml_attr(field, "type"));
	open_label(html, "h3", field);
	buf_text(html->out, "</h3>");
	html_segment(html, "p", "help", xml_child(field, "help"));
	add_options(html, field);
	if (xml_child(field, "field") != NULL)
		add_table(html, field);
	add_example(html, field);
	buf_text(html->out, "</div>");
}
