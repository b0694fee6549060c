/*
 * form.c - any bytes as the body of a form.
 */
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "web/form.h"

#include "fuzz.h"

static void
check_pair(struct form *form, const char *name, const char *value)
{
	const char	*found;
	int		 n = 0;

	HOLDS(utf8_is_text(name, strlen(name)), "a name is text");
	HOLDS(strpbrk(name, "\t\r\n") == NULL, "on one line");
	HOLDS(utf8_is_text(value, strlen(value)), "a value is text");
	HOLDS(strchr(value, '\r') == NULL, "with one kind of line end");
	HOLDS(strlen(value) <= FORM_VALUE, "and not too long");
	while ((found = form_get_at(form, name, n++)) != value)
		HOLDS(found != NULL, "what was sent is found");
}

/* The same bytes as a form with a file: its values may be anything but NUL. */
static void
check_parts(struct mem *mem, const char *bytes, size_t size)
{
	struct form	*form;
	const char	*name, *value;
	int		 status, at = 0;

	form = form_parts(mem, "multipart/form-data; boundary=x", bytes, size,
	    &status);
	HOLDS(form != NULL ? status == 0 : status == 400 || status == 413,
	    "a form, or the reader's fault");
	while ((name = form_next(form, "", &at, &value)) != NULL) {
		HOLDS(utf8_is_text(name, strlen(name)), "a name is text");
		HOLDS(strlen(value) <= size, "a value is part of the body");
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct mem	*mem;
	struct form		*form;
	const char		*name, *value;
	int			 status, at = 0, count = 0;

	if (mem == NULL)
		mem = mem_new();
	form = form_parse(mem, mem_copy(mem, data, size), size, &status);
	HOLDS(form != NULL ? status == 0 : status == 400 || status == 413,
	    "a form, or the reader's fault");
	while ((name = form_next(form, "", &at, &value)) != NULL) {
		check_pair(form, name, value);
		count++;
	}
	HOLDS(count == form_count(form), "each value once");
	check_parts(mem, mem_copy(mem, data, size), size);
	mem_reset(mem);
	return 0;
}
