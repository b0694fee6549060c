/*
 * kit_pack.c - what a page must change to leave the site.
 *
 * Reads what our own renderer wrote: tags closed, attributes in double
 * quotes, "<" only where a tag begins.
 */
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "page/kit.h"

struct pack {
	struct mem		*mem;
	struct buf		*out;
	const struct kit_place	*places;
	const char		*base;
	const char		*icons;
};

static int
begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* The link whose address is the LENGTH bytes at HREF. */
static void
add_link(struct pack *pack, const char *href, size_t length)
{
	const struct kit_place	*place = pack->places;

	while (place->path != NULL && (strlen(place->path) != length ||
	    strncmp(place->path, href, length) != 0))
		place++;
	buf_text(pack->out, place->path != NULL ? place->file : pack->base);
	if (place->path == NULL)
		buf_add(pack->out, href, length);
}

/* The drawing that <use href="/static/icons.….svg#NAME"/> shows; nothing
 * when the sprite has none. */
static void
add_drawing(struct pack *pack, const char *tag, const char *end)
{
	const char	*name = memchr(tag, '#', (size_t)(end - tag));
	const char	*quote, *symbol, *close;

	if (name == NULL || (quote = strchr(name, '"')) == NULL)
		return;
	symbol = strstr(pack->icons, mem_format(pack->mem,
	    "<symbol id=\"%.*s\"", (int)(quote - name - 1), name + 1));
	if (symbol == NULL || (symbol = strchr(symbol, '>')) == NULL ||
	    (close = strstr(symbol, "</symbol>")) == NULL)
		return;
	buf_add(pack->out, symbol + 1, (size_t)(close - symbol - 1));
}

/* One attribute, from the blank before it; returns what follows it. */
static const char *
add_attribute(struct pack *pack, const char *at)
{
	const char	*value = at + 1 + strcspn(at + 1, "= >"), *end;

	if (begins(value, "=\"") == 0 ||
	    (end = strchr(value += 2, '"')) == NULL) {
		buf_add(pack->out, at, (size_t)(value - at));
		return value;
	}
	if (begins(at, " id=\"") && begins(value, "kit-") == 0)
		return end + 1;
	buf_add(pack->out, at, (size_t)(value - at));
	if (begins(at, " href=\"/"))
		add_link(pack, value, (size_t)(end - value));
	else
		buf_add(pack->out, value, (size_t)(end - value));
	buf_char(pack->out, '"');
	return end + 1;
}

/* One tag, from its "<"; returns what follows it. */
static const char *
add_tag(struct pack *pack, const char *at)
{
	const char	*end;

	if (begins(at, "<use ")) {
		end = at + strcspn(at, ">");
		add_drawing(pack, at, end);
		return *end == '>' ? end + 1 : end;
	}
	while (*at != '\0' && *at != '>')
		if (*at == ' ' && at[1] != '/' && at[1] != '>')
			at = add_attribute(pack, at);
		else
			buf_char(pack->out, *at++);
	return at;
}

struct buf *
kit_pack(struct mem *mem, const struct buf *page,
    const struct kit_place *places, const char *base, const char *icons)
{
	struct pack	 pack = { .mem = mem, .places = places,
	    .base = base, .icons = icons,
	    .out = buf_new(mem, page->length + page->length / 8) };
	const char	*at = page->data;
	size_t		 length;

	while (*at != '\0') {
		length = strcspn(at, "<");
		buf_add(pack.out, at, length);
		at += length;
		if (*at == '<')
			at = add_tag(&pack, at);
	}
	return pack.out;
}
