/*
 * assets.c - the map of static files, read once.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/assets.h"

#define LARGEST	65536		/* bytes of the map */
#define LARGEST_FILE	(1 << 20)

struct asset {
	struct asset	*next;
	const char	*name;
	const char	*path;
};

struct assets {
	struct mem	*mem;
	const char	*file;
	struct asset	*first;
	const struct json *drawings;
};

static const struct json *
find_drawings(const struct assets *assets)
{
	struct buf		*text = buf_new(assets->mem, 1000);
	const struct asset	*one;
	size_t			 length;

	for (one = assets->first; one != NULL; one = one->next) {
		length = strlen(one->name);
		if (strchr(one->name, '-') == NULL || length < 4 ||
		    strcmp(one->name + length - 4, ".svg") != 0)
			continue;
		buf_char(text, text->length == 0 ? '{' : ',');
		json_quote(text, mem_copy(assets->mem, one->name, length - 4));
		buf_char(text, ':');
		json_quote(text, one->path);
	}
	buf_text(text, text->length == 0 ? "{}" : "}");
	return json_parse(assets->mem, text->data);
}

struct assets *
assets_load(const char *path)
{
	struct mem	*mem = mem_new();
	struct assets	*assets;
	struct asset	*one;
	const char	*why, *name;
	char		*text, *line;
	size_t		 length;
	int		 number = 0;

	assets = mem_get(mem, sizeof(*assets));
	assets->mem = mem;
	assets->file = mem_dup(mem, path);
	text = file_read(mem, path, LARGEST, &length, &why);
	if (text == NULL)
		log_die("%s: %s", path, why);
	while ((line = strsep(&text, "\n")) != NULL) {
		number++;
		if (*line == '\0')
			continue;
		name = strsep(&line, "\t ");
		if (line == NULL || *line == '\0' || strchr(line, '/') != NULL)
			log_die("%s:%d: not two names", path, number);
		one = mem_get(mem, sizeof(*one));
		one->name = name;
		one->path = mem_format(mem, "/static/%s", line);
		one->next = assets->first;
		assets->first = one;
	}
	assets->drawings = find_drawings(assets);
	return assets;
}

const char *
assets_path(const struct assets *assets, const char *name)
{
	const struct asset	*one;

	for (one = assets->first; one != NULL; one = one->next)
		if (strcmp(one->name, name) == 0)
			return one->path;
	log_warn("%s: no static file %s", assets->file, name);
	return "";
}

const struct json *
assets_drawings(const struct assets *assets)
{
	return assets->drawings;
}

char *
assets_read(const struct assets *assets, struct mem *mem, const char *name,
    size_t *length)
{
	const char	*slash = strrchr(assets->file, '/'), *path, *why;
	char		*bytes;

	path = mem_format(mem, "%.*s%s",
	    slash != NULL ? (int)(slash - assets->file) : 1,
	    slash != NULL ? assets->file : ".", assets_path(assets, name));
	bytes = file_read(mem, path, LARGEST_FILE, length, &why);
	if (bytes == NULL)
		log_warn("%s: %s", path, why);
	return bytes;
}
