/*
 * tal_write.c - escaping by context: the only way out for text.
 */
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "web/tal_private.h"

/* Runs that need no escape go out in one piece. */
static void
escape(struct buf *out, const char *text, size_t length,
    const char *const *escapes)
{
	const char	*start = text, *end = text + length, *with;

	for (; text < end; text++) {
		with = escapes[(unsigned char)*text];
		if (with == NULL)
			continue;
		buf_add(out, start, (size_t)(text - start));
		buf_text(out, with);
		start = text + 1;
	}
	buf_add(out, start, (size_t)(end - start));
}

void
tal_write_text(struct buf *out, const char *text, size_t length)
{
	static const char *const	escapes[256] = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;"
	};

	escape(out, text, length, escapes);
}

void
tal_write_attribute(struct buf *out, const char *text)
{
	static const char *const	escapes[256] = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;",
		['"'] = "&quot;"
	};

	escape(out, text, strlen(text), escapes);
}

/*
 * U+E000 and U+E001 around a found word become a mark element.  A cut
 * snippet may have lost one of the two: the output is balanced anyway.
 */
void
tal_write_marked(struct buf *out, const char *text)
{
	const char	*mark;
	int		 open = 0, opens;

	while ((mark = strstr(text, "\xEE\x80")) != NULL) {
		tal_write_text(out, text, (size_t)(mark - text));
		text = mark + 2;
		if (*text != '\x80' && *text != '\x81') {
			buf_add(out, mark, 2);
			continue;
		}
		opens = *text++ == '\x80';
		if (opens != open)
			buf_text(out, opens ? "<mark>" : "</mark>");
		open = opens;
	}
	tal_write_text(out, text, strlen(text));
	if (open)
		buf_text(out, "</mark>");
}

static int
scheme_fits(const char *url, size_t length)
{
	static const char *const	schemes[] = {
		"http", "https", "mailto"
	};
	size_t				i;

	for (i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (strlen(schemes[i]) == length &&
		    strncasecmp(url, schemes[i], length) == 0)
			return 1;
	return 0;
}

/*
 * Browsers skip blanks and control characters in front of a scheme and
 * take \ for /, so none of these may come in at all.
 */
int
tal_url_fits(const char *url)
{
	const unsigned char	*c;
	size_t			 length;

	for (c = (const unsigned char *)url; *c != '\0'; c++)
		if (*c < 0x20 || *c == 0x7f || *c == '\\')
			return 0;
	if (url[0] == ' ' || (url[0] == '/' && url[1] == '/'))
		return 0;
	length = strcspn(url, ":/?#");
	return url[length] != ':' || scheme_fits(url, length);
}

static int
is_one_of(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcasecmp(*names, name) == 0)
			return 1;
	return 0;
}

enum tal_context
tal_context(const char *name)
{
	static const char *const	urls[] = {
		"href", "src", "action", "formaction", "poster", "cite",
		"data", "xlink:href", NULL
	};
	static const char *const	switches[] = {
		"allowfullscreen", "async", "autofocus", "checked",
		"controls", "defer", "disabled", "formnovalidate", "hidden",
		"inert", "loop", "multiple", "muted", "novalidate", "open",
		"readonly", "required", "reversed", "selected", NULL
	};
	static const char *const	codes[] = {
		"style", "srcdoc", "srcset", "ping", "background", NULL
	};

	if (strncasecmp(name, "on", 2) == 0 || is_one_of(name, codes))
		return TAL_CONTEXT_CODE;
	if (is_one_of(name, urls))
		return TAL_CONTEXT_URL;
	return is_one_of(name, switches) ? TAL_CONTEXT_SWITCH :
	    TAL_CONTEXT_TEXT;
}
