/*
 * my_names.c - a file may be older than the names of what it is about.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/bundle.h"
#include "page/my_private.h"
#include "web/req.h"

/* The note under its item's new NAME; with one that is there under it, too,
 * it is one. */
static void
rename_note(struct req *req, struct bundle *bundle, struct bundle_note *note,
    const char *name)
{
	struct bundle_note	*other;

	note->slug = name;
	for (other = bundle->notes; other != NULL; other = other->next)
		if (other != note &&
		    strcmp(other->segment, note->segment) == 0 &&
		    strcmp(other->slug, name) == 0 &&
		    strcmp(other->kind, note->kind) == 0)
			break;
	if (other == NULL)
		return;
	if (*other->text != '\0' && strcmp(other->text, note->text) != 0)
		note->text = mem_format(req->mem, "%s\n\n%s",
		    other->text, note->text);
	other->text = "";
}

int
my_names(struct req *req, struct bundle *bundle)
{
	struct buf		*json = buf_new(req->mem, 4096);
	struct bundle_note	*note;
	struct rows		*names;
	int			 i, status;

	buf_char(json, '[');
	for (note = bundle->notes; note != NULL; note = note->next) {
		json_member(json, json->length == 1 ? "{" : ",{", "kind",
		    note->kind);
		json_member(json, ",", "slug", note->slug);
		buf_char(json, '}');
	}
	buf_char(json, ']');
	names = req_ask(req, Q_NOTE_NAMES, DB_ARGS(json->data));
	if ((status = req_run(req)) != 0)
		return status;
	for (note = bundle->notes; note != NULL; note = note->next)
		for (i = 0; i < rows_count(names); i++)
			if (strcmp(rows_get(names, i, "slug"), note->slug) ==
			    0 && strcmp(rows_get(names, i, "kind"),
			    note->kind) == 0) {
				rename_note(req, bundle, note,
				    rows_get(names, i, "name"));
				break;
			}
	return 0;
}
