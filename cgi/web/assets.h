/*
 * assets.h - static files under the names that change with their content.
 */
#ifndef WEB_ASSETS_H
#define WEB_ASSETS_H

struct assets;
struct json;

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

#endif
