/*
 * view.h - what a template may know: names and values.
 *
 * Values: text, numbers, truth, xml (which alone may be `structure`), and
 * lists of rows.  Strings are not copied: they live as long as the
 * request.
 */
#ifndef WEB_VIEW_H
#define WEB_VIEW_H

struct json;
struct mem;
struct rows;
struct view;

struct view	*view_new(struct mem *);

/* Set one name.  A later value replaces an earlier one.  NULL text is
 * "nothing": false, and empty when written. */
void		 view_text(struct view *, const char *name, const char *text);
void		 view_number(struct view *, const char *name, long);
void		 view_true(struct view *, const char *name, int truth);

/* Every column of one row as a name of its own. */
void		 view_row(struct view *, const struct rows *, int row);

/* One row under a name: "area/title". */
void		 view_record(struct view *, const char *name,
		    const struct rows *, int row);

/* All rows as a list to tal:repeat.  An empty list is false. */
void		 view_list(struct view *, const char *name,
		    const struct rows *);

/* JSON text as a value: arrays are lists, objects are records. */
void		 view_json(struct view *, const char *name, const char *json);

/* The same, read before by json_parse(). */
void		 view_tree(struct view *, const char *name,
		    const struct json *);

/* The text of a name set before, or NULL. */
const char	*view_get(const struct view *, const char *name);

#endif
