/*
 * tal_compile.c - from elements to a flat list of instructions.
 *
 * An element's statements run in the order of the TAL specification:
 * define, condition, repeat, content or replace, omit-tag, attributes.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/tal_private.h"

void
tal_die(const struct tal_compile *c, int line, const char *format, ...)
{
	char	text[400];
	va_list	list;

	va_start(list, format);
	vsnprintf(text, sizeof(text), format, list);
	va_end(list);
	log_die("%s:%d: %s", tal_frame_path(c), line, text);
}

/* --- instructions ------------------------------------------------------ */

struct tal_op *
tal_op(struct tal_compile *c, int number)
{
	return (struct tal_op *)(void *)c->ops->data + number;
}

static int
add_op(struct tal_compile *c, int line, enum tal_code code)
{
	struct tal_op	op = {
		.code = code, .line = line, .file = tal_frame_path(c)
	};

	buf_add(c->ops, &op, sizeof(op));
	return (int)(c->ops->length / sizeof(op)) - 1;
}

static void
flush(struct tal_compile *c)
{
	struct tal_op	*op;

	if (c->literal->length == 0)
		return;
	op = tal_op(c, add_op(c, 0, TAL_WRITE));
	op->length = c->literal->length;
	op->text = mem_copy(c->scratch, c->literal->data, op->length);
	op->local = c->soft;
	c->soft = 0;
	buf_clear(c->literal);
}

/* Add an instruction after the output so far; its number. */
int
tal_emit(struct tal_compile *c, int line, enum tal_code code)
{
	flush(c);
	return add_op(c, line, code);
}

/* The number of the next instruction, as the aim of a jump. */
int
tal_here(struct tal_compile *c)
{
	flush(c);
	return (int)(c->ops->length / sizeof(struct tal_op));
}

/* Writing what is held back may move the instructions: first the aim,
 * then the jump. */
void
tal_land(struct tal_compile *c, int number)
{
	int	here = tal_here(c);

	tal_op(c, number)->jump = here;
}

/* Make a local; NAME may be NULL. */
int
tal_local(struct tal_compile *c, int line, const char *name, int loop)
{
	static const char *const	reserved[] = {
		"nothing", "default", "repeat"
	};
	size_t				i;

	if (c->count == TAL_LOCALS)
		tal_die(c, line, "more than %d names at once", TAL_LOCALS);
	for (i = 0; i < 3; i++)
		if (name != NULL && strcmp(reserved[i], name) == 0)
			tal_die(c, line, "the name '%s' is taken", name);
	c->locals[c->count] = (struct tal_local){ name, loop };
	if (++c->count > c->most)
		c->most = c->count;
	return c->count - 1;
}

/* --- statements -------------------------------------------------------- */

/* Where struct tal_element keeps a statement. */
static const struct {
	const char	*name;
	size_t		 at;
} statements[] = {
	{ "tal:define", offsetof(struct tal_element, define) },
	{ "tal:condition", offsetof(struct tal_element, condition) },
	{ "tal:repeat", offsetof(struct tal_element, repeat) },
	{ "tal:content", offsetof(struct tal_element, content) },
	{ "tal:replace", offsetof(struct tal_element, replace) },
	{ "tal:attributes", offsetof(struct tal_element, attributes) },
	{ "tal:omit-tag", offsetof(struct tal_element, omit) },
	{ "metal:use-macro", offsetof(struct tal_element, use_macro) },
	{ "metal:define-macro", offsetof(struct tal_element, define_macro) },
	{ "metal:define-slot", offsetof(struct tal_element, define_slot) },
	{ "metal:fill-slot", offsetof(struct tal_element, fill_slot) },
	{ "i18n:translate", offsetof(struct tal_element, translate) },
	{ "i18n:name", offsetof(struct tal_element, name) },
	{ "i18n:attributes", offsetof(struct tal_element, translations) }
};

int
tal_is_statement(const char *name)
{
	return strncmp(name, "tal:", 4) == 0 ||
	    strncmp(name, "metal:", 6) == 0 || strncmp(name, "i18n:", 5) == 0;
}

void
tal_statements(struct tal_compile *c, const struct xml *xml,
    struct tal_element *el)
{
	const size_t		 known = sizeof(statements) /
				    sizeof(statements[0]);
	const struct xml_attr	*attr;
	size_t			 i;

	*el = (struct tal_element){ .xml = xml };
	for (attr = xml->attr; attr != NULL; attr = attr->next) {
		if (tal_is_statement(attr->name) == 0)
			continue;
		for (i = 0; i < known; i++)
			if (strcmp(statements[i].name, attr->name) == 0)
				break;
		if (i == known)
			tal_die(c, xml->line, "there is no statement %s",
			    attr->name);
		memcpy((char *)el + statements[i].at, &attr->value,
		    sizeof(attr->value));
	}
}

/* Statements that cannot stand on one element. */
static void
check_company(struct tal_compile *c, const struct tal_element *el)
{
	int	line = el->xml->line, words;

	words = (el->content != NULL) + (el->replace != NULL) +
	    (el->translate != NULL);
	if (words > 1)
		tal_die(c, line, "only one of tal:content, tal:replace and "
		    "i18n:translate can fill an element");
	if (el->use_macro != NULL && (words > 0 || el->attributes != NULL ||
	    el->omit != NULL || el->translations != NULL))
		tal_die(c, line, "metal:use-macro replaces the element: only "
		    "tal:define, tal:condition and tal:repeat go with it");
	if (el->name != NULL && c->named == 0)
		tal_die(c, line, "i18n:name stands directly inside an "
		    "element with i18n:translate");
	c->named = 0;
}

/* --- elements ---------------------------------------------------------- */

/* tal:content and tal:replace: "[structure|marked] expression". */
int
tal_value(struct tal_compile *c, int line, const char *text,
    int *may_default)
{
	const struct tal_expr	*expr, *each;
	enum tal_code		 code = TAL_CONTENT;
	int			 number;

	text += strspn(text, " \t\n");
	if (strncmp(text, "structure ", 10) == 0)
		code = TAL_STRUCTURE;
	else if (strncmp(text, "marked ", 7) == 0)
		code = TAL_MARKED;
	text += code == TAL_STRUCTURE ? 10 : code == TAL_MARKED ? 7 : 0;
	expr = tal_expression(c, line, text);
	for (each = expr; each != NULL && code == TAL_STRUCTURE;
	    each = each->otherwise)
		if (each->type != TAL_PATH && each->type != TAL_NOTHING &&
		    each->type != TAL_DEFAULT)
			tal_die(c, line, "'%s' can never be structure",
			    each->source);
	*may_default = tal_may_default(expr);
	number = tal_emit(c, line, code);
	tal_op(c, number)->expr = expr;
	return number;
}

static void
replace(struct tal_compile *c, const struct tal_element *el)
{
	int	may_default, value, end;

	value = tal_value(c, el->xml->line, el->replace, &may_default);
	if (may_default) {
		end = tal_emit(c, 0, TAL_JUMP);
		tal_land(c, value);
		tal_tag(c, el);
		tal_land(c, end);
	} else if (el->attributes != NULL || el->translations != NULL ||
	    el->omit != NULL) {
		tal_die(c, el->xml->line, "tal:replace leaves no element to "
		    "have attributes or to omit");
	}
}

static void
define(struct tal_compile *c, int line, const char *rest)
{
	const struct tal_expr	*expr;
	const char		*statement, *name;
	int			 op;

	while ((statement = tal_statement(c, &rest)) != NULL) {
		name = tal_word(c, line, &statement);
		expr = tal_plain(c, line, statement);
		op = tal_emit(c, line, TAL_SET);
		tal_op(c, op)->expr = expr;
		tal_op(c, op)->local = tal_local(c, line, name, 0);
	}
}

static int
unless(struct tal_compile *c, int line, const char *condition)
{
	const struct tal_expr	*expr = tal_plain(c, line, condition);
	int			 op = tal_emit(c, line, TAL_UNLESS);

	tal_op(c, op)->expr = expr;
	return op;
}

static const char *
first_word(struct tal_compile *c, const char *text)
{
	text += strspn(text, " \t\n");
	return mem_copy(c->scratch, text, strcspn(text, " \t\n"));
}

static int
each(struct tal_compile *c, int line, const char *text)
{
	const char		*name;
	const struct tal_expr	*expr;
	int			 op;

	text += strspn(text, " \t\n");
	name = tal_word(c, line, &text);
	expr = tal_plain(c, line, text);
	op = tal_emit(c, line, TAL_EACH);
	tal_op(c, op)->expr = expr;
	tal_op(c, op)->local = tal_local(c, line, name, 1);
	return op;
}

static void
next(struct tal_compile *c, int line, int loop)
{
	int	op = tal_emit(c, line, TAL_NEXT);

	tal_op(c, op)->local = tal_op(c, loop)->local;
	tal_op(c, op)->jump = loop + 1;
	tal_land(c, loop);
}

static void
body(struct tal_compile *c, const struct tal_element *el)
{
	if (el->use_macro != NULL)
		tal_use_macro(c, el);
	else if (el->replace != NULL)
		replace(c, el);
	else
		tal_tag(c, el);
}

void
tal_element(struct tal_compile *c, const struct xml *xml)
{
	struct tal_element	el;
	int			before = c->count, condition = -1, loop = -1;
	int			loose;

	tal_statements(c, xml, &el);
	check_company(c, &el);
	if (tal_fill(c, &el))
		return;
	loose = el.define_macro != NULL && c->placed != xml;
	c->loose += loose;
	c->coming = el.repeat != NULL ? first_word(c, el.repeat) : NULL;
	if (el.define != NULL)
		define(c, xml->line, el.define);
	if (el.condition != NULL)
		condition = unless(c, xml->line, el.condition);
	c->coming = NULL;
	if (el.repeat != NULL)
		loop = each(c, xml->line, el.repeat);
	body(c, &el);
	if (loop != -1)
		next(c, xml->line, loop);
	if (condition != -1)
		tal_land(c, condition);
	c->count = before;
	c->loose -= loose;
}

void
tal_compile(struct tal *tal, struct mem *scratch, struct tal_file *file)
{
	struct tal_compile	c = { .tal = tal, .scratch = scratch };
	size_t			i;

	c.ops = buf_new(scratch, 64 * sizeof(struct tal_op));
	c.literal = buf_new(scratch, 4096);
	tal_frame_home(&c, file);
	tal_element(&c, file->root);
	tal_emit(&c, 0, TAL_END);
	file->ops = mem_get(tal->mem, c.ops->length);
	memcpy(file->ops, c.ops->data, c.ops->length);
	for (i = 0; i < c.ops->length / sizeof(*file->ops); i++)
		tal_keep(tal->store, &file->ops[i]);
	file->locals = c.most;
	file->memories = c.memories;
}
