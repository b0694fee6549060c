/*
 * step_check.c - a self-check: questions with one right option each.
 *
 * The verdict and its reason are told once an answer is kept, or was at
 * least sent.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/step_private.h"
#include "web/req.h"
#include "web/view.h"

static const struct json *
field(const struct json *option, const char *name)
{
	const struct json	*one;

	for (one = option->child; strcmp(one->name, name) != 0;)
		one = one->next;
	return one;
}

/* The options as the database lists them, and which is CHOSEN. */
static void
add_options(struct req *req, struct buf *json, const char *options,
    const char *chosen)
{
	const struct json	*list = json_parse(req->mem, options), *one;

	buf_text(json, ",\"options\":[");
	for (one = list->child; one != NULL; one = one->next) {
		json_member(json, one == list->child ? "{" : ",{", "name",
		    field(one, "name")->text);
		json_member(json, ",", "text", field(one, "text")->text);
		json_member(json, ",", "lang", field(one, "lang")->text);
		buf_format(json, ",\"right\":%s,\"chosen\":%s}",
		    field(one, "right")->truth ? "true" : "false",
		    strcmp(field(one, "name")->text, chosen) == 0 ?
		    "true" : "false");
	}
	buf_char(json, ']');
}

void
step_checks(struct req *req, const struct step *step)
{
	struct buf		*json = buf_new(req->mem, 4096);
	const struct rows	*rows = step->checks;
	const struct note	*note;
	int			 i;

	buf_char(json, '[');
	for (i = 0; i < rows_count(rows); i++) {
		note = note_find(&step->notes, "module",
		    rows_get(rows, i, "name"));
		json_member(json, i > 0 ? ",{" : "{", "number", rows_get(rows,
		    i, "number"));
		json_member(json, ",", "field", note->field);
		json_member(json, ",", "text", rows_get(rows, i, "text"));
		json_member(json, ",", "lang", rows_get(rows, i, "lang"));
		json_member(json, ",", "feedback", *note->text == '\0' ? NULL :
		    rows_get(rows, i, "feedback"));
		json_member(json, ",", "feedback_lang", rows_get(rows, i,
		    "feedback_lang"));
		add_options(req, json, rows_get(rows, i, "options"),
		    note->text);
		buf_char(json, '}');
	}
	buf_char(json, ']');
	view_json(req->view, "checks", json->data);
}
