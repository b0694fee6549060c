/*
 * tal_attribute.c - an element's attributes: written, computed, translated.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "web/tal_private.h"

/* An attribute that is not only what the template wrote. */
struct dynamic {
	const char			*name;
	const struct tal_expr		*expr;
	const struct tal_message	*message;
	int				 done;
	struct dynamic			*next;
};

/* 1 when there is a letter in TEXT that someone would have to translate. */
int
tal_has_words(const char *text)
{
	for (; *text != '\0'; text++)
		if (isalpha((unsigned char)*text))
			return 1;
	return 0;
}

static void
add(struct tal_compile *c, int line, struct dynamic ***end,
    const struct dynamic *what, struct dynamic *all)
{
	struct dynamic	*each;

	for (each = all; each != NULL; each = each->next)
		if (strcasecmp(each->name, what->name) == 0)
			tal_die(c, line, "attribute %s is set twice",
			    what->name);
	if (tal_context(what->name) == TAL_CONTEXT_CODE)
		tal_die(c, line, "attribute %s cannot be set", what->name);
	**end = mem_get(c->scratch, sizeof(*what));
	***end = *what;
	*end = &(**end)->next;
}

static struct dynamic *
collect(struct tal_compile *c, const struct tal_element *el)
{
	struct dynamic	 *all = NULL, **end = &all;
	const char	 *rest, *statement;
	int		  line = el->xml->line;

	rest = el->attributes != NULL ? el->attributes : "";
	while ((statement = tal_statement(c, &rest)) != NULL) {
		struct dynamic	one = {
			.name = tal_word(c, line, &statement)
		};

		one.expr = tal_expression(c, line, statement);
		add(c, line, &end, &one, all);
	}
	rest = el->translations != NULL ? el->translations : "";
	while ((statement = tal_statement(c, &rest)) != NULL) {
		struct dynamic	one = {
			.name = tal_word(c, line, &statement)
		};

		one.message = tal_message(c, line, statement);
		tal_message_check(c, line, one.message);
		add(c, line, &end, &one, all);
	}
	return all;
}

static void
put(struct tal_compile *c, int line, struct dynamic *what,
    const char *written)
{
	struct tal_attribute	*attribute;
	int			 op;

	what->done = 1;
	attribute = mem_get(c->scratch, sizeof(*attribute));
	attribute->name = what->name;
	attribute->written = written != NULL ?
	    mem_dup(c->scratch, written) : NULL;
	attribute->expr = what->expr;
	attribute->message = what->message;
	attribute->context = tal_context(what->name);
	op = tal_emit(c, line, TAL_PUT);
	tal_op(c, op)->attribute = attribute;
}

static void
check_address(struct tal_compile *c, int line, const struct xml_attr *attr)
{
	enum tal_context	context = tal_context(attr->name);

	if (context == TAL_CONTEXT_CODE)
		tal_die(c, line, "attribute %s is not for templates",
		    attr->name);
	if (context == TAL_CONTEXT_URL && tal_url_fits(attr->value) == 0)
		tal_die(c, line, "%s: only http, https, mailto and local "
		    "addresses", attr->name);
}

static void
check_words(struct tal_compile *c, int line, const struct xml_attr *attr)
{
	static const char *const	spoken[] = {
		"alt", "title", "placeholder", "label", "aria-label",
		"aria-description", "aria-roledescription", "aria-valuetext"
	};
	size_t				i;

	if (c->wordless > 0 || tal_has_words(attr->value) == 0)
		return;
	for (i = 0; i < sizeof(spoken) / sizeof(spoken[0]); i++)
		if (strcmp(spoken[i], attr->name) == 0)
			tal_die(c, line, "%s is read by people: use "
			    "i18n:attributes", attr->name);
}

static struct dynamic *
find(struct dynamic *all, const char *name)
{
	while (all != NULL && strcasecmp(all->name, name) != 0)
		all = all->next;
	return all;
}

static void
copy(struct tal_compile *c, const struct xml_attr *attr)
{
	buf_char(c->literal, ' ');
	buf_text(c->literal, attr->name);
	buf_text(c->literal, "=\"");
	tal_write_attribute(c->literal, attr->value);
	buf_char(c->literal, '"');
}

/* In the order written; new ones follow. */
void
tal_attributes(struct tal_compile *c, const struct tal_element *el)
{
	struct dynamic		*all = collect(c, el), *what;
	const struct xml_attr	*attr;
	int			 line = el->xml->line;

	for (attr = el->xml->attr; attr != NULL; attr = attr->next) {
		if (tal_is_statement(attr->name))
			continue;
		check_address(c, line, attr);
		what = find(all, attr->name);
		if (what != NULL) {
			put(c, line, what, attr->value);
		} else {
			check_words(c, line, attr);
			copy(c, attr);
		}
	}
	for (what = all; what != NULL; what = what->next)
		if (what->done == 0)
			put(c, line, what, NULL);
}
