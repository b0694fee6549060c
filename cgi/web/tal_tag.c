/*
 * tal_tag.c - an element's tags and what stands between them, as HTML5.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "web/tal_private.h"

static int
is_one_of(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return 1;
	return 0;
}

static int
is_void(const char *name)
{
	static const char *const	names[] = {
		"area", "base", "br", "col", "embed", "hr", "img", "input",
		"link", "meta", "source", "track", "wbr", NULL
	};

	return is_one_of(name, names);
}

/* tal:block and metal:block leave no tag. */
static int
is_block(struct tal_compile *c, const struct xml *xml)
{
	const struct xml_attr	*attr;

	if (strchr(xml->name, ':') == NULL)
		return 0;
	if (strcmp(xml->name, "tal:block") != 0 &&
	    strcmp(xml->name, "metal:block") != 0)
		tal_die(c, xml->line, "there is no element %s", xml->name);
	for (attr = xml->attr; attr != NULL; attr = attr->next)
		if (strchr(attr->name, ':') == NULL)
			tal_die(c, xml->line, "%s on %s would be lost",
			    attr->name, xml->name);
	return 1;
}

/* --- text -------------------------------------------------------------- */

static int
is_line_break(const char *text)
{
	return text[strspn(text, " \t\n")] == '\0' &&
	    strchr(text, '\n') != NULL;
}

/* At the start of a literal it is soft: not written after another. */
static void
line_break(struct tal_compile *c)
{
	const struct buf	*out = c->literal;

	if (out->length == 0)
		c->soft = 1;
	if (out->length == 0 || out->data[out->length - 1] != '\n')
		buf_char(c->literal, '\n');
}

/* White space with a line break in it becomes one blank: words never run
 * together. */
static void
collapsed(struct buf *out, const char *text)
{
	size_t	blank, word;

	while (*text != '\0') {
		blank = strspn(text, " \t\n");
		if (memchr(text, '\n', blank) != NULL)
			buf_char(out, ' ');
		else
			buf_add(out, text, blank);
		text += blank;
		word = strcspn(text, " \t\n");
		tal_write_text(out, text, word);
		text += word;
	}
}

static void
text(struct tal_compile *c, const struct xml *xml)
{
	if (c->wordless == 0 && tal_has_words(xml->text))
		tal_die(c, xml->line, "words for readers are messages: "
		    "i18n:translate, or translate=\"no\" around a name");
	if (c->keep)
		tal_write_text(c->literal, xml->text, strlen(xml->text));
	else if (is_line_break(xml->text))
		line_break(c);
	else
		collapsed(c->literal, xml->text);
}

void
tal_children(struct tal_compile *c, const struct xml *xml)
{
	const struct xml	*child;

	for (child = xml->child; child != NULL; child = child->next)
		if (child->name != NULL)
			tal_element(c, child);
		else
			text(c, child);
}

/* --- tags -------------------------------------------------------------- */

static void
content(struct tal_compile *c, const struct tal_element *el)
{
	int	value, end, may_default;

	if (el->translate != NULL) {
		tal_translate(c, el);
	} else if (el->content != NULL) {
		value = tal_value(c, el->xml->line, el->content,
		    &may_default);
		if (may_default == 0)
			return;
		end = tal_emit(c, 0, TAL_JUMP);
		tal_land(c, value);
		tal_children(c, el->xml);
		tal_land(c, end);
	} else {
		tal_children(c, el->xml);
	}
}

static int
is_empty(const struct tal_element *el)
{
	return el->xml->child == NULL && el->content == NULL &&
	    el->translate == NULL;
}

static void
start_tag(struct tal_compile *c, const struct tal_element *el)
{
	const char	*name = el->xml->name;

	if (c->open == 0 && strcmp(name, "html") == 0)
		buf_text(c->literal, "<!DOCTYPE html>\n");
	buf_char(c->literal, '<');
	buf_text(c->literal, name);
	tal_attributes(c, el);
	buf_text(c->literal, c->svg && is_empty(el) ? "/>" : ">");
	/* Browsers drop one line break here; a text's own must stay. */
	if (strcmp(name, "textarea") == 0)
		buf_char(c->literal, '\n');
}

static void
end_tag(struct tal_compile *c, const struct tal_element *el)
{
	if (c->svg ? is_empty(el) : is_void(el->xml->name))
		return;
	buf_text(c->literal, "</");
	buf_text(c->literal, el->xml->name);
	buf_char(c->literal, '>');
}

static void
check_tag(struct tal_compile *c, const struct tal_element *el)
{
	static const char *const	code[] = {
		"script", "style", NULL
	};
	const char			*name = el->xml->name;

	if (is_empty(el))
		return;
	if (c->svg == 0 && is_void(name))
		tal_die(c, el->xml->line, "<%s> has no content", name);
	if (is_one_of(name, code))
		tal_die(c, el->xml->line, "<%s> stays empty: browsers are "
		    "told to ignore what is written inside", name);
}

/* What an element changes for all inside it; STEP is 1 or -1. */
static void
surround(struct tal_compile *c, const struct xml *xml, int step)
{
	static const char *const	keeping[] = {
		"pre", "textarea", NULL
	};
	const char			*translate;

	translate = xml_attr(xml, "translate");
	if (strcmp(xml->name, "svg") == 0)
		c->svg += step;
	if (is_one_of(xml->name, keeping))
		c->keep += step;
	if (translate != NULL && strcmp(translate, "no") == 0)
		c->wordless += step;
}

/* The tag as its instructions, left out when LOCAL (unless -1) is true. */
static void
tag_unless(struct tal_compile *c, const struct tal_element *el, int local,
    void (*tag)(struct tal_compile *, const struct tal_element *))
{
	int	op;

	if (local == -1) {
		tag(c, el);
		return;
	}
	op = tal_emit(c, el->xml->line, TAL_IF);
	tal_op(c, op)->expr = tal_expr_local(c, local);
	tag(c, el);
	tal_land(c, op);
}

/* tal:omit-tag="expression": its truth is kept for the end tag. */
static int
omit(struct tal_compile *c, const struct tal_element *el)
{
	const struct tal_expr	*expr;
	int			 line = el->xml->line, op;

	if (el->omit == NULL)
		return -1;
	expr = tal_plain(c, line, el->omit);
	op = tal_emit(c, line, TAL_SET);
	tal_op(c, op)->expr = expr;
	return tal_op(c, op)->local = tal_local(c, line, NULL, 0);
}

void
tal_tag(struct tal_compile *c, const struct tal_element *el)
{
	int	local;

	if (is_block(c, el->xml) ||
	    (el->omit != NULL && el->omit[strspn(el->omit, " ")] == '\0')) {
		if (el->attributes != NULL || el->translations != NULL)
			tal_die(c, el->xml->line, "there is no tag to have "
			    "attributes");
		content(c, el);
		return;
	}
	check_tag(c, el);
	local = omit(c, el);
	surround(c, el->xml, 1);
	tag_unless(c, el, local, start_tag);
	c->open++;
	content(c, el);
	c->open--;
	tag_unless(c, el, local, end_tag);
	surround(c, el->xml, -1);
}
