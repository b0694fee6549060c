/*
 * odt_text.c - people's text inside the XML of a document.
 */
#include <string.h>

#include "adapt/icu.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/odt_private.h"

/* The entity for BYTE, or NULL. */
static const char *
entity(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return NULL;
	}
}

/* Bytes at TEXT that XML 1.0 cannot hold: controls, U+FFFE and U+FFFF. */
static size_t
impossible(const char *text)
{
	unsigned char	first = (unsigned char)text[0];

	if (first < 0x20 && strchr("\t\n\r", text[0]) == NULL)
		return 1;
	if (strncmp(text, "\xef\xbf\xbe", 3) == 0 ||
	    strncmp(text, "\xef\xbf\xbf", 3) == 0)
		return 3;
	return 0;
}

static void
add(struct buf *out, char byte)
{
	if (entity(byte) != NULL)
		buf_text(out, entity(byte));
	else
		buf_char(out, byte);
}

/* ODF makes one blank of several and drops those that begin a paragraph. */
static size_t
add_blanks(struct buf *out, const char *text, int begins)
{
	size_t	blanks = strspn(text, " ");

	if (!begins)
		buf_char(out, ' ');
	if (blanks > (begins ? 0u : 1u))
		buf_format(out, "<text:s text:c=\"%zu\"/>",
		    blanks - (begins ? 0 : 1));
	return blanks;
}

void
odt_escape(struct buf *out, const char *text)
{
	size_t	step;
	int	begins = 1;

	for (; *text != '\0'; text += step) {
		step = impossible(text);
		if (step > 0)
			continue;
		step = 1;
		if (*text == ' ') {
			step = add_blanks(out, text, begins);
		} else if (*text == '\t') {
			buf_text(out, "<text:tab/>");
		} else if (*text == '\n') {
			buf_text(out, "<text:line-break/>");
		} else if (*text != '\r') {
			add(out, *text);
		}
		begins = *text == '\n' || *text == '\t';
	}
}

void
odt_attribute(struct buf *out, const char *text)
{
	size_t	step;

	for (; *text != '\0'; text += step > 0 ? step : 1) {
		step = impossible(text);
		if (step == 0)
			add(out, (unsigned char)*text < 0x20 ? ' ' : *text);
	}
}

void
odt_locale(struct odt *odt, struct buf *out, const char *lang)
{
	buf_text(out, " fo:language=\"");
	odt_attribute(out, mem_copy(odt->mem, lang, strcspn(lang, "-")));
	buf_text(out, "\" fo:country=\"");
	odt_attribute(out, icu_region(lang, odt->mem));
	buf_text(out, "\"");
}
