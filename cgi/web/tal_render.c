/*
 * tal_render.c - run a template's instructions.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/tal_private.h"

/* Bytes of a page.  A list inside a list inside a list can be anything. */
#define LARGEST		((size_t)8 * 1024 * 1024)

int
tal_fail(const struct tal_render *r, const char *format, ...)
{
	char	text[300];
	va_list	list;

	va_start(list, format);
	vsnprintf(text, sizeof(text), format, list);
	va_end(list);
	log_warn("%s:%d: %s", r->op->file, r->op->line, text);
	return TAL_FAILED;
}

static int
jump(struct tal_render *r, const struct tal_op *op)
{
	r->op = r->start + op->jump;
	return TAL_FOUND;
}

/* --- loops ------------------------------------------------------------- */

/* The current item of a list as the local's value. */
static int
item(struct tal_render *r, struct tal_slot *slot)
{
	if (slot->list.rows != NULL)
		slot->value = value_record(slot->list.rows, slot->index);
	else
		slot->value = value_json(slot->item);
	return tal_read(r, &slot->value);
}

static int
each(struct tal_render *r, const struct tal_op *op)
{
	struct tal_slot	*slot = &r->slots[op->local];
	struct value	 list;

	if (tal_eval(r, op->expr, &list) != TAL_FOUND)
		return TAL_FAILED;
	if (list.type != VALUE_LIST && list.type != VALUE_NOTHING)
		return tal_fail(r, "'%s' is %s, not a list", op->expr->source,
		    value_type(&list));
	if (value_true(&list) == 0)
		return jump(r, op);
	slot->list = list;
	slot->index = 0;
	slot->length = value_length(&list);
	slot->item = list.json != NULL ? list.json->child : NULL;
	return item(r, slot);
}

static int
next(struct tal_render *r, const struct tal_op *op)
{
	struct tal_slot	*slot = &r->slots[op->local];

	if (r->out->length > LARGEST)
		return tal_fail(r, "the page has more than %zu bytes",
		    LARGEST);
	if (++slot->index == slot->length)
		return TAL_FOUND;
	if (slot->item != NULL)
		slot->item = slot->item->next;
	jump(r, op);
	return item(r, slot);
}

/* --- names and conditions ---------------------------------------------- */

static int
set(struct tal_render *r, const struct tal_op *op)
{
	return tal_eval(r, op->expr, &r->slots[op->local].value);
}

static int
unless(struct tal_render *r, const struct tal_op *op)
{
	struct value	value;

	if (tal_eval(r, op->expr, &value) != TAL_FOUND)
		return TAL_FAILED;
	return value_true(&value) ? TAL_FOUND : jump(r, op);
}

static int
when(struct tal_render *r, const struct tal_op *op)
{
	struct value	value;

	if (tal_eval(r, op->expr, &value) != TAL_FOUND)
		return TAL_FAILED;
	return value_true(&value) ? jump(r, op) : TAL_FOUND;
}

/* --- content ----------------------------------------------------------- */

static int
literal(struct tal_render *r, const struct tal_op *op)
{
	const struct buf	*out = r->out;
	size_t			 skip = 0;

	if (op->local && out->length > 0)
		skip = out->data[out->length - 1] == '\n';
	buf_add(r->out, op->text + skip, op->length - skip);
	return TAL_FOUND;
}

static int
content(struct tal_render *r, const struct tal_op *op)
{
	struct value	 value;
	const char	*text;

	if (tal_eval(r, op->expr, &value) != TAL_FOUND)
		return TAL_FAILED;
	if (value.type == VALUE_DEFAULT)
		return jump(r, op);
	text = tal_text(r, op->expr, &value);
	if (text == NULL)
		return TAL_FAILED;
	if (op->code == TAL_MARKED)
		tal_write_marked(r->out, text);
	else
		tal_write_text(r->out, text, strlen(text));
	return TAL_FOUND;
}

static int
structure(struct tal_render *r, const struct tal_op *op)
{
	struct value	value;

	if (tal_eval(r, op->expr, &value) != TAL_FOUND)
		return TAL_FAILED;
	switch (value.type) {
	case VALUE_DEFAULT:
		return jump(r, op);
	case VALUE_XML:
		buf_text(r->out, value.text);
		return TAL_FOUND;
	case VALUE_NOTHING:
		return TAL_FOUND;
	default:
		return tal_fail(r, "'%s' is %s: only markup from a table can "
		    "be structure", op->expr->source, value_type(&value));
	}
}

/* --- attributes -------------------------------------------------------- */

int
tal_put(struct tal_render *r, const char *name, const char *text)
{
	if (text == NULL)
		return TAL_FOUND;
	buf_char(r->out, ' ');
	buf_text(r->out, name);
	buf_text(r->out, "=\"");
	tal_write_attribute(r->out, text);
	buf_char(r->out, '"');
	return TAL_FOUND;
}

/* hidden, checked …: there or not. */
static int
put_switch(struct tal_render *r, const char *name, const struct value *value)
{
	if (value_true(value)) {
		buf_char(r->out, ' ');
		buf_text(r->out, name);
	}
	return TAL_FOUND;
}

static int
put_value(struct tal_render *r, const struct tal_attribute *attribute,
    const struct value *value)
{
	const char	*text;

	text = tal_text(r, attribute->expr, value);
	if (text == NULL)
		return TAL_FAILED;
	if (attribute->context == TAL_CONTEXT_URL && tal_url_fits(text) == 0) {
		tal_fail(r, "%s from '%s' is no address we follow",
		    attribute->name, attribute->expr->source);
		text = "#";
	}
	return tal_put(r, attribute->name, text);
}

/* Truth keeps or removes what the template wrote, if it wrote any. */
static int
put(struct tal_render *r, const struct tal_op *op)
{
	const struct tal_attribute	*attribute = op->attribute;
	const char			*name = attribute->name;
	struct value			 value;

	if (attribute->message != NULL)
		return tal_say_attribute(r, attribute);
	if (tal_eval(r, attribute->expr, &value) != TAL_FOUND)
		return TAL_FAILED;
	if (value.type == VALUE_NOTHING)
		return TAL_FOUND;
	if (value.type == VALUE_DEFAULT)
		return tal_put(r, name, attribute->written);
	if (attribute->context == TAL_CONTEXT_SWITCH)
		return put_switch(r, name, &value);
	if (value.type == VALUE_TRUTH && attribute->written != NULL)
		return tal_put(r, name, value.number ?
		    attribute->written : NULL);
	return put_value(r, attribute, &value);
}

/* --- messages ---------------------------------------------------------- */

static int
open(struct tal_render *r, const struct tal_op *op)
{
	(void)op;
	tal_open(r);
	return TAL_FOUND;
}

static int
capture(struct tal_render *r, const struct tal_op *op)
{
	(void)op;
	r->capture->start = r->out->length;
	return TAL_FOUND;
}

static int
captured(struct tal_render *r, const struct tal_op *op)
{
	tal_captured(r, op->local);
	return TAL_FOUND;
}

static int
say(struct tal_render *r, const struct tal_op *op)
{
	return tal_say(r, op->message);
}

/* --- the machine ------------------------------------------------------- */

int
tal_run(struct tal_render *r, const struct tal_file *file)
{
	static int	(*const run[])(struct tal_render *,
			    const struct tal_op *) = {
		[TAL_WRITE] = literal,
		[TAL_JUMP] = jump,
		[TAL_SET] = set,
		[TAL_UNLESS] = unless,
		[TAL_IF] = when,
		[TAL_EACH] = each,
		[TAL_NEXT] = next,
		[TAL_CONTENT] = content,
		[TAL_STRUCTURE] = structure,
		[TAL_MARKED] = content,
		[TAL_PUT] = put,
		[TAL_OPEN] = open,
		[TAL_CAPTURE] = capture,
		[TAL_CAPTURED] = captured,
		[TAL_SAY] = say
	};
	const struct tal_op	*op;

	r->start = r->op = file->ops;
	while (r->op->code != TAL_END) {
		op = r->op;
		if (run[op->code](r, op) != TAL_FOUND)
			return -1;
		if (r->op == op)
			r->op++;
	}
	return 0;
}
