/*
 * escape.c - any text in a page stays text, any address an address.
 */
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "web/tal_private.h"

#include "fuzz.h"

/* TEXT without every NAMED piece of markup. */
static char *
without(struct mem *mem, const char *text, const char *named)
{
	struct buf	*out = buf_new(mem, strlen(text) + 1);
	const char	*at;

	for (; (at = strstr(text, named)) != NULL; text = at + strlen(named))
		buf_add(out, text, (size_t)(at - text));
	buf_text(out, text);
	return out->data;
}

static void
check_text(struct mem *mem, const char *text)
{
	struct buf	*out = buf_new(mem, 64);

	tal_write_text(out, text, strlen(text));
	HOLDS(strpbrk(out->data, "<>") == NULL, "text has no tag");
	buf_clear(out);
	tal_write_attribute(out, text);
	HOLDS(strpbrk(out->data, "<>\"") == NULL, "an attribute does not end");
}

static void
check_marked(struct mem *mem, const char *text)
{
	struct buf	*out = buf_new(mem, 64);
	const char	*at;
	int		 open = 0;

	tal_write_marked(out, text);
	for (at = out->data; (at = strchr(at, '<')) != NULL; at++) {
		open += at[1] == '/' ? -1 : 1;
		HOLDS(open == 0 || open == 1, "marks open and close");
	}
	HOLDS(open == 0, "every mark is closed");
	HOLDS(strpbrk(without(mem, without(mem, out->data, "<mark>"),
	    "</mark>"), "<>") == NULL, "nothing but marks");
}

/* As a browser reads it: blanks in front go, tabs and line breaks too. */
static void
check_address(const char *url)
{
	size_t	scheme;

	if (tal_url_fits(url) == 0)
		return;
	HOLDS(strpbrk(url, "\t\r\n\\") == NULL && *url != ' ',
	    "nothing that a browser would skip");
	HOLDS(strncmp(url, "//", 2) != 0, "no other host");
	scheme = strcspn(url, ":/?#");
	HOLDS(url[scheme] != ':' ||
	    (scheme == 4 && strncasecmp(url, "http", 4) == 0) ||
	    (scheme == 5 && strncasecmp(url, "https", 5) == 0) ||
	    (scheme == 6 && strncasecmp(url, "mailto", 6) == 0),
	    "three schemes");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem	*mem = mem_new();
	const char	*text = mem_copy(mem, data, size);

	if (utf8_is_text(text, strlen(text))) {
		check_text(mem, text);
		check_marked(mem, text);
		check_address(text);
	}
	mem_free(mem);
	return 0;
}
