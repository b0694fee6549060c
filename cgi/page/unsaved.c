/*
 * unsaved.c - the words of a form whose own page cannot be drawn, because
 * the database that knows its questions is away.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/unsaved.h"
#include "web/form.h"
#include "web/req.h"
#include "web/view.h"

/* Fields that the form has anew. */
static int
is_ours(const char *name)
{
	return strcmp(name, "key") == 0 || strcmp(name, "token") == 0 ||
	    strcmp(name, "action") == 0;
}

/* Fields that carry something along. */
static int
is_carried(const char *name)
{
	return strncmp(name, "v.", 2) == 0 || strncmp(name, "l.", 2) == 0 ||
	    strcmp(name, "follows") == 0 || strcmp(name, "before") == 0 ||
	    strcmp(name, "read") == 0 || strcmp(name, "host_key") == 0 ||
	    strncmp(name, "people.", 7) == 0 ||
	    strncmp(name, "take.", 5) == 0 || strcmp(name, "shared") == 0;
}

/* The field's own name, or its column's. */
static const char *
last(const char *name)
{
	const char	*dot = strrchr(name, '.');

	return dot != NULL ? dot + 1 : name;
}

/* The rows of a table: "K7 P2". */
static int
is_rows(struct req *req, const char *name, const char *value)
{
	const char	*prefix = mem_format(req->mem, "%s.", name), *cell;
	int		 at = 0;

	return value[strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ")]
	    == '\0' && form_next(req->form, prefix, &at, &cell) != NULL;
}

/* An option is called after its field: "f01" has "f01-2". */
static int
is_choice(struct req *req, const char *name, const char *value)
{
	const char	*field = last(name);
	size_t		 length = strlen(field);

	return strcmp(field, "matters") == 0 ||
	    (strncmp(value, field, length) == 0 && value[length] == '-') ||
	    ((strcmp(value, "yes") == 0 || strcmp(value, "no") == 0) &&
	    form_get(req->form, mem_format(req->mem, "%s.matters", name)) !=
	    NULL);
}

/* The number of the row that a cell is in, "" when it is in none. */
static const char *
row_of(struct req *req, const char *name)
{
	char		*rest = mem_dup(req->mem, name), *table, *id, *one;
	const char	*list;
	int		 number = 1;

	table = strsep(&rest, ".");
	id = strsep(&rest, ".");
	list = form_get(req->form, table);
	if (rest == NULL || list == NULL)
		return "";
	rest = mem_dup(req->mem, list);
	for (; (one = strsep(&rest, " ")) != NULL; number++)
		if (strcmp(one, id) == 0)
			return mem_format(req->mem, "%d", number);
	return "";
}

void
unsaved_words(struct req *req)
{
	struct buf	*json = buf_new(req->mem, 4096);
	const char	*name, *value;
	int		 at = 0, count = 0, hidden;

	buf_char(json, '[');
	while ((name = form_next(req->form, "", &at, &value)) != NULL) {
		if (is_ours(name))
			continue;
		hidden = is_carried(name) || *value == '\0' ||
		    is_rows(req, name, value) || is_choice(req, name, value);
		json_member(json, count++ > 0 ? ",{" : "{", "name", name);
		json_member(json, ",", "value", value);
		json_member(json, ",", "label", hidden ? NULL :
		    form_get(req->form, mem_format(req->mem, "l.%s",
		    last(name))));
		json_member(json, ",", "row", hidden ? "" : row_of(req, name));
		buf_format(json, ",\"hidden\":%s}", hidden ? "true" : "false");
	}
	buf_char(json, ']');
	view_json(req->view, "words", json->data);
}
