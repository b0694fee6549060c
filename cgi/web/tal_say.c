/*
 * tal_say.c - messages while rendering.
 *
 * An argument that is markup is rendered first and kept aside; the message
 * is formatted with a private-use character in its place, escaped, and the
 * markup put where that character came out.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/icu.h"
#include "base/buf.h"
#include "base/mem.h"
#include "web/messages.h"
#include "web/tal_private.h"

/* U+E100 and on, one for each captured argument, as UTF-8. */
#define MARK	"\xEE\x84"
enum { MARK_FIRST = 0x80 };

void
tal_open(struct tal_render *r)
{
	struct tal_capture	*capture = mem_get(r->mem, sizeof(*capture));

	capture->outer = r->capture;
	r->capture = capture;
}

/* Take back what was written since TAL_CAPTURE. */
void
tal_captured(struct tal_render *r, int argument)
{
	struct tal_capture	*capture = r->capture;
	size_t			 length = r->out->length - capture->start;

	capture->pieces[argument].text = mem_copy(r->mem,
	    r->out->data + capture->start, length);
	capture->pieces[argument].length = length;
	r->out->length = capture->start;
	r->out->data[r->out->length] = '\0';
}

/* TEXT without any of our marks: readers can type them too. */
static const char *
without_marks(struct tal_render *r, const char *text)
{
	struct buf	*out;
	const char	*mark;

	if (strstr(text, MARK) == NULL)
		return text;
	out = buf_new(r->mem, strlen(text) + 1);
	for (; (mark = strstr(text, MARK)) != NULL; text = mark + 3)
		buf_add(out, text, (size_t)(mark - text));
	buf_text(out, text);
	return out->data;
}

static int
argument(struct tal_render *r, const struct tal_argument *from, int number,
    struct icu_argument *to)
{
	const char	mark[] = { MARK[0], MARK[1],
			    (char)(MARK_FIRST + number), '\0' };
	struct value	value;

	to->name = from->name;
	if (from->expr == NULL) {
		to->text = mem_dup(r->mem, mark);
		return 0;
	}
	if (tal_eval(r, from->expr, &value) != TAL_FOUND)
		return -1;
	to->text = tal_text(r, from->expr, &value);
	if (to->text == NULL)
		return -1;
	to->text = without_marks(r, to->text);
	if (value.type == VALUE_NUMBER) {
		to->number = strtod(value.text, NULL);
		to->text = NULL;
	}
	return 0;
}

/* The message's number, of a family by the value it has now. */
static int
number(struct tal_render *r, const struct tal_message *message)
{
	struct value	id;
	int		found;

	if (message->number != -1)
		return message->number;
	if (tal_eval(r, message->id, &id) != TAL_FOUND)
		return -1;
	found = messages_find(r->messages, id.text);
	if (found == -1)
		tal_fail(r, "'%s' gives no message", message->id->source);
	else if (tal_message_odd(r->messages, found, message) != NULL) {
		tal_fail(r, "message '%s' takes other arguments",
		    messages_id(r->messages, found));
		found = -1;
	}
	return found;
}

/* The formatted message, or NULL. */
static const char *
format(struct tal_render *r, const struct tal_message *message)
{
	struct icu_argument	arguments[TAL_ARGUMENTS] = { { 0 } };
	int			i, found;

	found = number(r, message);
	if (found == -1)
		return NULL;
	for (i = 0; i < message->count; i++)
		if (argument(r, &message->arguments[i], i,
		    &arguments[i]) == -1)
			return NULL;
	return messages_text(r->messages, r->mem, r->language, found,
	    arguments, message->count);
}

/* Escape the text and put captured markup in the place of its mark. */
static void
write_with_markup(struct tal_render *r, const char *text)
{
	const struct tal_capture	*capture = r->capture;
	const char			*mark;
	unsigned			 piece;

	while ((mark = strstr(text, MARK)) != NULL) {
		piece = (unsigned char)mark[2] - MARK_FIRST;
		tal_write_text(r->out, text, (size_t)(mark - text));
		text = mark + 3;
		if (piece < TAL_ARGUMENTS &&
		    capture->pieces[piece].text != NULL)
			buf_add(r->out, capture->pieces[piece].text,
			    capture->pieces[piece].length);
	}
	tal_write_text(r->out, text, strlen(text));
}

int
tal_say(struct tal_render *r, const struct tal_message *message)
{
	const char	*text = format(r, message);

	if (text == NULL)
		return TAL_FAILED;
	if (message->captured == 0) {
		tal_write_text(r->out, text, strlen(text));
		return TAL_FOUND;
	}
	write_with_markup(r, text);
	r->capture = r->capture->outer;
	return TAL_FOUND;
}

int
tal_say_attribute(struct tal_render *r, const struct tal_attribute *attribute)
{
	const char	*text = format(r, attribute->message);

	if (text == NULL)
		return TAL_FAILED;
	return tal_put(r, attribute->name, text);
}
