/*
 * json.c - the one door to jansson: JSON text in, a plain tree out.
 */
#include <jansson.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"

static struct json	*copy(struct mem *, json_t *);

static void
copy_list(struct mem *mem, json_t *from, struct json *to)
{
	struct json	**end = &to->child;
	json_t		 *item;
	size_t		  i;

	to->kind = JSON_LIST;
	json_array_foreach(from, i, item) {
		*end = copy(mem, item);
		end = &(*end)->next;
		to->count++;
	}
}

static void
copy_record(struct mem *mem, json_t *from, struct json *to)
{
	struct json	**end = &to->child;
	const char	 *name;
	json_t		 *item;

	to->kind = JSON_RECORD;
	json_object_foreach(from, name, item) {
		*end = copy(mem, item);
		(*end)->name = mem_dup(mem, name);
		end = &(*end)->next;
		to->count++;
	}
}

static void
copy_number(struct mem *mem, json_t *from, struct json *to)
{
	to->kind = JSON_NUMBER;
	to->text = json_is_integer(from) ?
	    mem_format(mem, "%" JSON_INTEGER_FORMAT, json_integer_value(from)) :
	    mem_format(mem, "%.15g", json_real_value(from));
}

static struct json *
copy(struct mem *mem, json_t *from)
{
	struct json	*to = mem_get(mem, sizeof(*to));

	if (json_is_array(from))
		copy_list(mem, from, to);
	else if (json_is_object(from))
		copy_record(mem, from, to);
	else if (json_is_number(from))
		copy_number(mem, from, to);
	else if (json_is_boolean(from)) {
		to->kind = JSON_TRUTH;
		to->truth = json_is_true(from);
	} else if (json_is_string(from)) {
		to->kind = JSON_TEXT;
		to->text = mem_dup(mem, json_string_value(from));
	}
	return to;
}

struct json *
json_parse(struct mem *mem, const char *text)
{
	struct json	*value;
	json_t		*theirs;

	theirs = json_loads(text, JSON_DECODE_ANY, NULL);
	if (theirs == NULL)
		return NULL;
	value = copy(mem, theirs);
	json_decref(theirs);
	return value;
}

static int
add(const char *bytes, size_t length, void *out)
{
	buf_add(out, bytes, length);
	return 0;
}

void
json_quote(struct buf *out, const char *text)
{
	json_t	*value;

	/* Text that is not UTF-8 makes no string, and is null too. */
	value = text != NULL ? json_string(text) : NULL;
	if (value == NULL)
		value = json_null();
	json_dump_callback(value, add, out, JSON_ENCODE_ANY);
	json_decref(value);
}

void
json_member(struct buf *out, const char *before, const char *name,
    const char *text)
{
	buf_text(out, before);
	json_quote(out, name);
	buf_char(out, ':');
	json_quote(out, text);
}
