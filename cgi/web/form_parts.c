/*
 * form_parts.c - a form that brings a file: multipart/form-data.
 */
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "web/form.h"

#define BOUNDARY	70	/* letters, as RFC 2046 allows */

struct part {
	const char	*name;		/* NULL: it has none */
	int		 is_file;
	const char	*value;
	size_t		 length;
};

/* "--" and the boundary, NULL when the type has none that could be. */
static const char *
find_boundary(struct mem *mem, const char *type)
{
	const char	*at = strcasestr(type, "boundary=");
	size_t		 length;

	if (at == NULL)
		return NULL;
	at += strlen("boundary=");
	if (*at == '"')
		length = strcspn(++at, "\"");
	else
		length = strcspn(at, "; \t");
	if (length == 0 || length > BOUNDARY)
		return NULL;
	return mem_format(mem, "--%.*s", (int)length, at);
}

/* Where a line that begins with BOUNDARY starts at or after BODY; END when
 * there is none. */
static const char *
next_line(const char *body, const char *end, const char *boundary)
{
	const char	*at = memmem(body, (size_t)(end - body), boundary,
			    strlen(boundary));

	return at != NULL ? at : end;
}

/* The value of ATTRIBUTE ("name=\"") in the LENGTH bytes of the headers. */
static const char *
attribute(struct mem *mem, const char *headers, size_t length,
    const char *name)
{
	const char	*at = memmem(headers, length, name, strlen(name)), *end;

	if (at == NULL)
		return NULL;
	at += strlen(name);
	end = memchr(at, '"', (size_t)(headers + length - at));
	return end != NULL ? mem_copy(mem, at, (size_t)(end - at)) : NULL;
}

/* One part: headers, an empty line, the value.  0, or 400. */
static int
read_part(struct mem *mem, const char *from, const char *to,
    struct part *part)
{
	const char	*gap = memmem(from, (size_t)(to - from), "\r\n\r\n", 4);
	size_t		 length;

	if (gap == NULL)
		return 400;
	length = (size_t)(gap - from);
	part->name = attribute(mem, from, length, " name=\"");
	part->is_file = attribute(mem, from, length, " filename=\"") != NULL;
	part->value = gap + 4;
	part->length = (size_t)(to - part->value);
	if (part->name == NULL || *part->name == '\0' ||
	    utf8_is_text(part->name, strlen(part->name)) == 0 ||
	    strpbrk(part->name, "\t\r\n") != NULL ||
	    memchr(part->value, '\0', part->length) != NULL)
		return 400;
	return 0;
}

/* Typed words have one kind of line end, as in any other form. */
static int
add_words(struct form *form, struct mem *mem, const struct part *part)
{
	char	*text = mem_copy(mem, part->value, part->length), *to = text;
	char	*from;

	if (part->length > FORM_VALUE)
		return 413;
	for (from = text; *from != '\0'; from++)
		if (*from != '\r')
			*to++ = *from;
	*to = '\0';
	if (utf8_is_text(text, strlen(text)) == 0)
		return 400;
	form_add(form, part->name, text);
	return 0;
}

static int
add_part(struct form *form, struct mem *mem, const char *from,
    const char *to)
{
	struct part	part;
	int		status;

	if (form_count(form) == FORM_PAIRS)
		return 413;
	if ((status = read_part(mem, from, to, &part)) != 0)
		return status;
	if (part.is_file == 0)
		return add_words(form, mem, &part);
	form_add(form, part.name, mem_copy(mem, part.value, part.length));
	return 0;
}

struct form *
form_parts(struct mem *mem, const char *type, const char *body,
    size_t length, int *status)
{
	struct form	*form = form_new(mem);
	const char	*boundary = find_boundary(mem, type), *at, *line;
	const char	*end = body + length;

	*status = 400;
	if (boundary == NULL || next_line(body, end, boundary) != body)
		return NULL;
	boundary = mem_format(mem, "\r\n%s", boundary);
	at = body + strlen(boundary) - 2;
	while (end - at >= 2 && memcmp(at, "--", 2) != 0) {
		line = next_line(at, end, boundary);
		if (line == end || memcmp(at, "\r\n", 2) != 0)
			return NULL;
		*status = add_part(form, mem, at, line);
		if (*status != 0)
			return NULL;
		*status = 400;
		at = line + strlen(boundary);
	}
	if (end - at < 2)
		return NULL;
	*status = 0;
	return form;
}
