/*
 * xml_bytes.c - look at a file before libxml2 does.
 *
 * What libxml2 would read with care but at a price (entities, thousands of
 * attributes) is refused here.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "adapt/xml.h"
#include "adapt/xml_private.h"
#include "base/utf8.h"

enum {
	ATTRIBUTES = 64		/* of one element; libxml2 compares them all */
};

void
xml_fail(struct xml_error *error, int line, const char *format, ...)
{
	va_list	list;

	if (xml_failed(error))
		return;
	error->line = line;
	va_start(list, format);
	vsnprintf(error->text, sizeof(error->text), format, list);
	va_end(list);
}

int
xml_failed(const struct xml_error *error)
{
	return error->text[0] != '\0';
}

/* Every line must be text: bad bytes are reported with their line. */
static void
check_text(const char *bytes, size_t length, struct xml_error *error)
{
	const char	*end, *line_end;
	int		 line = 1;

	if (utf8_is_text(bytes, length) == 1)
		return;
	for (end = bytes + length; bytes < end; bytes = line_end + 1, line++) {
		line_end = memchr(bytes, '\n', (size_t)(end - bytes));
		if (line_end == NULL)
			line_end = end;
		if (utf8_valid(bytes, (size_t)(line_end - bytes)) == 0)
			xml_fail(error, line, "this line is not valid UTF-8");
		else if (utf8_is_text(bytes, (size_t)(line_end - bytes)) == 0)
			xml_fail(error, line,
			    "this line has a control character");
	}
}

/* Where the three characters of END are next, or NULL.  Not strstr(): the
 * sanitizer's looks at the whole file each time. */
static const char *
find(const char *at, const char *end)
{
	while ((at = strchr(at, *end)) != NULL && strncmp(at, end, 3) != 0)
		at++;
	return at;
}

/*
 * The end of one part of what stands before the root element, which may
 * only be the XML declaration, comments and space; NULL at the root.
 * A DOCTYPE is refused here, before libxml2 reads its entities.
 */
static const char *
prolog_part(const char *at, int first, int line, struct xml_error *error)
{
	if (first && strncmp(at, "<?xml", 5) == 0)
		return strchr(at, '>');
	if (strncmp(at, "<!--", 4) == 0)
		return find(at + 4, "-->");
	if (strncmp(at, "<!", 2) == 0)
		xml_fail(error, line, "a DOCTYPE is not allowed");
	else if (strncmp(at, "<?", 2) == 0)
		xml_fail(error, line,
		    "a processing instruction is not allowed");
	return *at == '<' ? NULL : at + 1;
}

static void
check_prolog(const char *bytes, struct xml_error *error)
{
	const char	*at, *after;
	int		 line = 1;

	for (at = bytes; *at != '\0';) {
		after = prolog_part(at, at == bytes, line, error);
		if (after == NULL)
			return;
		for (; at < after; at++)
			line += *at == '\n';
	}
}

/* The end of the tag at AT, or NULL; *COUNT: its attributes. */
static const char *
tag_end(const char *at, int *count)
{
	for (*count = 0; at != NULL && *at != '\0'; at++) {
		if (*at == '>')
			return at;
		if (*at == '"' || *at == '\'')
			at = strchr(at + 1, *at);
		else
			*count += *at == '=';
		if (at == NULL)
			break;
	}
	return NULL;
}

static int
line_of(const char *bytes, const char *at)
{
	int	line = 1;

	for (; bytes < at; bytes++)
		line += *bytes == '\n';
	return line;
}

/* What is not closed is left to the parser, which says so. */
static void
check_tags(const char *bytes, int most, struct xml_error *error)
{
	const char	*at, *end;
	int		 count, nodes = 0;

	for (at = bytes; at != NULL && (at = strchr(at, '<')) != NULL;
	    at = end) {
		nodes += at[1] != '/';
		if (nodes > most) {
			xml_fail(error, line_of(bytes, at), "the file has "
			    "more than %d elements and comments", most);
			return;
		}
		if (strncmp(at, "<!--", 4) == 0)
			end = find(at + 4, "-->");
		else if (strncmp(at, "<![CDATA[", 9) == 0)
			end = find(at, "]]>");
		else {
			end = tag_end(at, &count);
			if (count > ATTRIBUTES)
				xml_fail(error, line_of(bytes, at), "this "
				    "element has more than %d attributes",
				    ATTRIBUTES);
		}
	}
}

void
xml_bytes(const char *bytes, size_t length, int most,
    struct xml_error *error)
{
	if (length == 0)
		xml_fail(error, 0, "the file is empty");
	check_text(bytes, length, error);
	if (xml_failed(error))
		return;
	check_prolog(bytes, error);
	check_tags(bytes, most, error);
}
