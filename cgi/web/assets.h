/*
 * assets.h - static files under the names that change with their content.
 */
#ifndef WEB_ASSETS_H
#define WEB_ASSETS_H

#include <stddef.h>

struct assets;
struct json;
struct mem;

/*
 * Read the map at PATH: a line "style.css<TAB>style.9c1f03ab.css" for each
 * file.  Ends the program with file, line and reason when it is missing or
 * wrong.  Lives for ever.
 */
struct assets	*assets_load(const char *path);

/* The path of a file in URLs, "/static/style.9c1f03ab.css"; "" (logged) when
 * the map does not have it.  Lives for ever. */
const char	*assets_path(const struct assets *, const char *name);

/*
 * The drawings there are, by the name of what they show: a file
 * "tool-wt1.svg" is {"tool-wt1":"/static/tool-wt1.9c1f03ab.svg"}.  Any SVG
 * with a hyphen in its name is one.  Lives for ever.
 */
const struct json	*assets_drawings(const struct assets *);

/* The bytes of a file in MEM, their number in *LENGTH; NULL (logged) when it
 * cannot be read. */
char		*assets_read(const struct assets *, struct mem *,
		    const char *name, size_t *length);

#endif
