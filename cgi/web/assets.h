/*
 * assets.h - static files under the names that change with their content.
 */
#ifndef WEB_ASSETS_H
#define WEB_ASSETS_H

struct assets;

/*
 * Read the map at PATH: a line "style.css<TAB>style.9c1f03ab.css" for each
 * file.  Ends the program with file, line and reason when it is missing or
 * wrong.  Lives for ever.
 */
struct assets	*assets_load(const char *path);

/* The path of a file in URLs, "/static/style.9c1f03ab.css"; "" (logged) when
 * the map does not have it.  Lives for ever. */
const char	*assets_path(const struct assets *, const char *name);

#endif
