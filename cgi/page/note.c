/*
 * note.c - the places of a page where a person writes.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/hash.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/note.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

#define DIGITS	16	/* of the hash of what was shown */

void
note_begin(struct notes *notes)
{
	notes->first = NULL;
	notes->last = &notes->first;
}

struct note *
note_add(struct req *req, struct notes *notes, const char *prefix,
    const char *kind, const char *slug, const char *segment)
{
	struct note	*note = mem_get(req->mem, sizeof(*note));

	note->kind = kind;
	note->slug = slug;
	note->segment = segment;
	note->field = mem_format(req->mem, "%s.%s", prefix, segment);
	note->text = note->saved = "";
	*notes->last = note;
	notes->last = &note->next;
	return note;
}

struct note *
note_find(const struct notes *notes, const char *kind, const char *segment)
{
	struct note	*note;

	for (note = notes->first; note != NULL; note = note->next)
		if (strcmp(note->segment, segment) == 0 &&
		    strcmp(note->kind, kind) == 0)
			break;
	return note;
}

static const char *
place(struct req *req, const struct note *note)
{
	return mem_format(req->mem, "%s/%s/%s", note->kind, note->slug,
	    note->segment);
}

void
note_fill(struct req *req, struct notes *notes, const char *kind,
    const char *slug, const struct rows *rows)
{
	struct note	*note;
	const char	*text;
	int		 i;

	for (i = 0; i < rows_count(rows); i++) {
		note = note_find(notes, kind, rows_get(rows, i, "segment"));
		if (note == NULL || strcmp(note->slug, slug) != 0)
			continue;
		note->slug = rows_get(rows, i, "filed");
		text = session_unseal(req, "note", place(req, note),
		    rows_get(rows, i, "body"));
		note->text = note->saved = text != NULL ? text : "";
		note->version = atoi(rows_get(rows, i, "version"));
	}
}

void
note_ask_case(struct req *req, struct asked *asked, const char *slug)
{
	asked->questions = req_ask(req, Q_STEP_QUESTIONS,
	    DB_ARGS("case", slug, req->tag));
	asked->answers = req_ask(req, Q_NOTE_LIST, DB_ARGS("case", slug));
}

void
note_add_case(struct req *req, struct notes *notes,
    const struct asked *asked, const char *slug)
{
	int	i;

	for (i = 0; i < rows_count(asked->questions); i++)
		note_add(req, notes, "c", "case", slug,
		    rows_get(asked->questions, i, "name"));
	note_fill(req, notes, "case", slug, asked->answers);
}

void
note_take(struct req *req, struct notes *notes)
{
	struct note	*note;
	const char	*sent;

	for (note = notes->first; note != NULL; note = note->next)
		if ((sent = form_get(req->form, note->field)) != NULL)
			note->text = sent;
}

void
note_put(struct note *note, const char *text)
{
	note->text = text;
	note->is_put = 1;
}

int
note_is_written(const struct notes *notes)
{
	const struct note	*note;

	for (note = notes->first; note != NULL; note = note->next)
		if (note->text[strspn(note->text, " \t\n")] != '\0')
			return 1;
	return 0;
}

/* What was shown, as the form says it: version and hash. */
static const char *
base_of(struct req *req, int version, const char *text)
{
	return mem_format(req->mem, "%d.%s", version,
	    hash_hex(req->mem, text, strlen(text), DIGITS));
}

/* What the form said it was made from; "0." when it does not say. */
static const char *
sent_base(struct req *req, const struct note *note)
{
	const char	*base;

	base = form_get(req->form, mem_format(req->mem, "v.%s", note->field));
	return base != NULL ? base : "0.";
}

/* Has the person written anything here that is not kept? */
static int
is_changed(struct req *req, const struct note *note)
{
	const char	*base = sent_base(req, note);

	if (note->is_put)
		return strcmp(note->text, note->saved) != 0;
	if (form_get(req->form, note->field) == NULL ||
	    strcmp(note->text, note->saved) == 0)
		return 0;
	return strcmp(base, base_of(req, atoi(base), note->text)) != 0;
}

int
note_pending(struct req *req, const struct notes *notes, struct buf *json)
{
	const struct note	*note;
	int			 count = 0, version;

	buf_char(json, '[');
	for (note = notes->first; note != NULL; note = note->next) {
		if (is_changed(req, note) == 0)
			continue;
		version = note->is_put ? note->version :
		    atoi(sent_base(req, note));
		json_member(json, count++ > 0 ? ",{" : "{", "kind", note->kind);
		json_member(json, ",", "slug", note->slug);
		json_member(json, ",", "segment", note->segment);
		json_member(json, ",", "body", session_seal(req, "note",
		    place(req, note), note->text));
		buf_format(json, ",\"version\":%d}", version > 0 ? version : 0);
	}
	buf_char(json, ']');
	return count;
}

/* Both texts stand in the box, so that saving it loses neither; of two
 * choices the one made here counts. */
static int
merge(struct req *req, struct note *note, const struct rows *rows, int row)
{
	const char	*theirs;

	theirs = session_unseal(req, "note", place(req, note),
	    rows_get(rows, row, "body"));
	note->version = atoi(rows_get(rows, row, "version"));
	note->saved = theirs != NULL ? theirs : "";
	if (note->is_choice || strcmp(note->saved, note->text) == 0)
		return 0;
	note->theirs = note->saved;
	note->mine = note->text;
	note->text = mem_format(req->mem, "%s\n\n%s", note->theirs,
	    note->mine);
	return 1;
}

int
note_conflicts(struct req *req, struct notes *notes,
    const struct rows *saved)
{
	struct note	*note;
	int		 i, found = 0;

	for (i = 0; i < rows_count(saved); i++) {
		if (rows_get(saved, i, "segment") == NULL)
			continue;
		note = note_find(notes, rows_get(saved, i, "kind"),
		    rows_get(saved, i, "segment"));
		if (strcmp(rows_get(saved, i, "result"), "conflict") == 0)
			found |= merge(req, note, saved, i);
		else {
			note->saved = note->text;
			note->version = atoi(rows_get(saved, i, "version"));
		}
	}
	return found;
}

void
note_view(struct req *req, const struct notes *notes, const char *name)
{
	struct buf		*json = buf_new(req->mem, 4096);
	const struct note	*note;

	buf_char(json, '{');
	for (note = notes->first; note != NULL; note = note->next) {
		if (note != notes->first)
			buf_char(json, ',');
		json_quote(json, note->field);
		json_member(json, ":{", "field", note->field);
		json_member(json, ",", "text", note->text);
		json_member(json, ",", "base", base_of(req, note->version,
		    note->saved));
		json_member(json, ",", "theirs", note->theirs);
		json_member(json, ",", "mine", note->mine);
		buf_format(json, ",\"is_kept\":%s}",
		    note->version > 0 ? "true" : "false");
	}
	buf_char(json, '}');
	view_json(req->view, name, json->data);
}
