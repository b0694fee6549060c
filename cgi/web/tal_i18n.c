/*
 * tal_i18n.c - messages in templates, checked while compiling.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "web/messages.h"
#include "web/tal_private.h"

/* --- one message ------------------------------------------------------- */

static void
argument(struct tal_compile *c, int line, struct tal_message *message,
    const char *name, const struct tal_expr *expr)
{
	int	i;

	for (i = 0; i < message->count; i++)
		if (strcmp(message->arguments[i].name, name) == 0)
			tal_die(c, line, "argument '%s' is given twice", name);
	if (message->count == TAL_ARGUMENTS)
		tal_die(c, line, "more than %d arguments", TAL_ARGUMENTS);
	message->arguments[message->count].name = name;
	message->arguments[message->count++].expr = expr;
	message->captured += expr == NULL;
}

/* "name=path, other=path" up to the closing bracket. */
static void
arguments(struct tal_compile *c, int line, struct tal_message *message,
    const char *text)
{
	const char	*end, *equals;
	char		*name;

	if (text[strlen(text) - 1] != ')')
		tal_die(c, line, "'(%s': the bracket does not close", text);
	for (; *text != '\0'; text = end + 1) {
		text += strspn(text, " \t\n");
		end = text + strcspn(text, ",)");
		equals = memchr(text, '=', (size_t)(end - text));
		if (equals == NULL)
			tal_die(c, line, "'%s': arguments are name=path",
			    text);
		name = mem_copy(c->scratch, text, (size_t)(equals - text));
		name[strcspn(name, " ")] = '\0';
		argument(c, line, message, name, tal_plain(c, line,
		    mem_copy(c->scratch, equals + 1,
		    (size_t)(end - equals) - 1)));
	}
}

static void
known(struct tal_compile *c, int line, struct tal_message *message,
    const char *id)
{
	message->number = messages_find(c->tal->messages, id);
	if (message->number == -1)
		tal_die(c, line, "there is no message '%s'", id);
	c->tal->used[message->number] = 1;
}

/* "kind.${path}": all messages that begin with "kind." are in use. */
static void
family(struct tal_compile *c, int line, struct tal_message *message,
    const char *id)
{
	const struct messages	*messages = c->tal->messages;
	size_t			 length = strcspn(id, "$");
	int			 i, found = 0;

	message->number = -1;
	message->id = tal_pattern(c, line, id);
	for (i = 0; length > 0 && i < messages_count(messages); i++) {
		if (strncmp(messages_id(messages, i), id, length) != 0)
			continue;
		c->tal->used[i] = 1;
		found = 1;
	}
	if (found == 0)
		tal_die(c, line, "no message begins like '%s'", id);
}

/* "id", "family.${path}", each also with "(name=path, …)". */
struct tal_message *
tal_message(struct tal_compile *c, int line, const char *text)
{
	struct tal_message	*message;
	size_t			 length = strcspn(text, "( \t\n");
	const char		*id, *rest;

	message = mem_get(c->scratch, sizeof(*message));
	id = mem_copy(c->scratch, text, length);
	rest = text + length + strspn(text + length, " \t\n");
	if (length == 0)
		tal_die(c, line, "i18n:translate needs a message's id");
	if (*rest != '(' && *rest != '\0')
		tal_die(c, line, "'%s' is not a message's id", text);
	if (strchr(id, '$') != NULL)
		family(c, line, message, id);
	else
		known(c, line, message, id);
	if (*rest == '(')
		arguments(c, line, message, rest + 1);
	return message;
}

static int
takes(const char *const *names, int count, const char *name)
{
	int	i;

	for (i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return 1;
	return 0;
}

/* The name of an argument that is missing or too many, or NULL. */
const char *
tal_message_odd(const struct messages *messages, int number,
    const struct tal_message *message)
{
	const char *const	*names;
	const char		*given[TAL_ARGUMENTS];
	int			 count, i;

	names = messages_arguments(messages, number, &count);
	for (i = 0; i < message->count; i++) {
		given[i] = message->arguments[i].name;
		if (takes(names, count, given[i]) == 0)
			return given[i];
	}
	for (i = 0; i < count; i++)
		if (takes(given, message->count, names[i]) == 0)
			return names[i];
	return NULL;
}

/* A family's messages are only known at a request. */
void
tal_message_check(struct tal_compile *c, int line,
    const struct tal_message *message)
{
	const char	*odd;

	if (message->number == -1)
		return;
	odd = tal_message_odd(c->tal->messages, message->number, message);
	if (odd != NULL)
		tal_die(c, line, "message '%s': argument '%s' is missing or "
		    "not one of its own",
		    messages_id(c->tal->messages, message->number), odd);
}

/* --- i18n:translate ---------------------------------------------------- */

/* 1 when nothing but the value of tal:replace is left of an element. */
static int
is_value(const struct tal_element *el)
{
	return el->replace != NULL && el->define == NULL &&
	    el->condition == NULL && el->repeat == NULL &&
	    strncmp(el->replace, "structure ", 10) != 0 &&
	    strncmp(el->replace, "marked ", 7) != 0;
}

/* An element with i18n:name: a value, or markup to capture. */
static void
name(struct tal_compile *c, struct tal_message *message,
    const struct xml *xml)
{
	struct tal_element	 el;
	const struct tal_expr	*expr = NULL;

	tal_statements(c, xml, &el);
	if (el.name == NULL)
		tal_die(c, xml->line, "<%s> inside a translated element has "
		    "no i18n:name", xml->name);
	if (is_value(&el))
		expr = tal_plain(c, xml->line, el.replace);
	argument(c, xml->line, message, mem_dup(c->scratch, el.name), expr);
}

static void
capture(struct tal_compile *c, const struct tal_message *message,
    const struct xml *xml)
{
	const char	*name_of = xml_attr(xml, "i18n:name");
	int		 i = 0, op;

	while (strcmp(message->arguments[i].name, name_of) != 0)
		i++;
	if (message->arguments[i].expr != NULL)
		return;
	tal_emit(c, xml->line, TAL_CAPTURE);
	c->named = 1;
	tal_element(c, xml);
	op = tal_emit(c, xml->line, TAL_CAPTURED);
	tal_op(c, op)->local = i;
}

/* The words between the names are a sample and not output. */
void
tal_translate(struct tal_compile *c, const struct tal_element *el)
{
	struct tal_message	*message;
	const struct xml	*child;
	int			 line = el->xml->line, op;

	message = tal_message(c, line, el->translate);
	for (child = xml_first(el->xml); child != NULL;
	    child = xml_next(child))
		name(c, message, child);
	tal_message_check(c, line, message);
	if (message->captured > 0)
		tal_emit(c, line, TAL_OPEN);
	for (child = xml_first(el->xml); child != NULL;
	    child = xml_next(child))
		capture(c, message, child);
	op = tal_emit(c, line, TAL_SAY);
	tal_op(c, op)->message = message;
}
