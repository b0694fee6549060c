/*
 * html_field.c - fields of tools and evaluations, as HTML.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "content/canon.h"
#include "content/edition.h"
#include "content/html_private.h"
#include "web/messages.h"

enum {
	EMPTY_ROWS = 4		/* of a table that is filled in on paper */
};

#define WORD(html, id)	messages_word((html)->edition->messages, \
			    (html)->edition->language, (id))

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

/* Rows that only blank sheets show. */
static void
add_empty(struct html *html, const struct xml *field)
{
	const struct xml	*column;
	int			 i;

	for (i = 0; i < EMPTY_ROWS; i++) {
		buf_text(html->out, "<tr class=\"empty\">");
		for (column = xml_child(field, "field"); column != NULL;
		    column = xml_next(column))
			buf_text(html->out, "<td></td>");
		buf_text(html->out, "</tr>");
	}
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
	buf_text(html->out, "</tr>");
	add_empty(html, field);
	buf_text(html->out, "</tbody></table></div>");
}

static void
add_field(struct html *html, const struct xml *field)
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

/* --- scales ----------------------------------------------------------- */

/* The same options in the same words? */
static int
same_options(struct mem *mem, const struct xml *one, const struct xml *two)
{
	one = xml_child(one, "option");
	two = xml_child(two, "option");
	while (one != NULL && two != NULL &&
	    strcmp(one->name, "option") == 0 &&
	    strcmp(two->name, "option") == 0) {
		if (strcmp(xml_text(one, mem), xml_text(two, mem)) != 0)
			return 0;
		one = xml_next(one);
		two = xml_next(two);
	}
	return (one == NULL || strcmp(one->name, "option") != 0) &&
	    (two == NULL || strcmp(two->name, "option") != 0);
}

/* What follows the fields, from FIRST on, that share its kind of answer. */
static const struct xml *
end_of_run(struct html *html, const struct xml *first)
{
	const char		*type = xml_attr(first, "type");
	const struct xml	*next = xml_next(first);

	while (next != NULL && strcmp(next->name, "field") == 0 &&
	    strcmp(xml_attr(next, "type"), type) == 0 &&
	    same_options(html->mem, first, next))
		next = xml_next(next);
	return next;
}

static void
add_heads(struct html *html, const struct xml *first)
{
	const struct xml	*option;

	buf_text(html->out, "<thead><tr><td></td>");
	if (strcmp(xml_attr(first, "type"), "progress") == 0) {
		buf_text(html->out, "<th scope=\"col\">");
		canon_escape(html->out, WORD(html, "content.progress.yes"));
		buf_text(html->out, "</th><th scope=\"col\">");
		canon_escape(html->out, WORD(html, "content.progress.no"));
		buf_text(html->out, "</th>");
	}
	for (option = xml_child(first, "option"); option != NULL &&
	    strcmp(option->name, "option") == 0; option = xml_next(option))
		html_segment(html, "th", NULL, option);
	buf_text(html->out, "</tr></thead>");
}

static void
add_boxes(struct html *html, const struct xml *field)
{
	const struct xml	*option;
	int			 count = 0;

	if (strcmp(xml_attr(field, "type"), "progress") == 0)
		count = 2;
	for (option = xml_child(field, "option"); option != NULL &&
	    strcmp(option->name, "option") == 0; option = xml_next(option))
		count++;
	while (count-- > 0)
		buf_text(html->out, "<td class=\"box\"></td>");
}

/* Fields from FIRST up to END as rows, with their scale said once. */
static void
add_scale(struct html *html, const struct xml *first, const struct xml *end)
{
	const struct xml	*field;

	buf_text(html->out, "<div class=\"table\"><table class=\"scale\">");
	add_heads(html, first);
	buf_text(html->out, "<tbody>");
	for (field = first; field != end; field = xml_next(field)) {
		buf_text(html->out, "<tr><th scope=\"row\">");
		open_label(html, "p", field);
		buf_text(html->out, "</p>");
		html_segment(html, "p", "help", xml_child(field, "help"));
		if (strcmp(xml_attr(field, "type"), "scale") == 0)
			add_example(html, field);
		buf_text(html->out, "</th>");
		add_boxes(html, field);
		buf_text(html->out, "</tr>");
	}
	buf_text(html->out, "</tbody></table></div>");
}

const struct xml *
html_fields(struct html *html, const struct xml *field)
{
	const char		*type = xml_attr(field, "type");
	const struct xml	*end;

	if (strcmp(type, "scale") == 0 || strcmp(type, "progress") == 0) {
		end = end_of_run(html, field);
		if (end != xml_next(field) || *type == 'p') {
			add_scale(html, field, end);
			return end;
		}
	}
	add_field(html, field);
	return xml_next(field);
}
