/*
 * joint_copy.c - GET /{lang}/session/{id}/worksheet/{sheet}/copy: which
 * fields a group's copy of a tool has, and what they are called; POST: one
 * of the group changes that.  The tool stays as it is.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/item.h"
#include "page/joint_private.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

/* --- showing ---------------------------------------------------------- */

struct shape {
	struct req		*req;
	const struct work	*work;
	struct form		*now;		/* what stands in the form */
	struct form		*theirs;	/* labels saved meanwhile */
	struct buf		*json;
};

static const char *
name_of(struct req *req, const char *what, const struct sheet_field *field)
{
	return mem_format(req->mem, "_%s.%s", what, field->name);
}

static void
add_field(struct shape *shape, const struct sheet_field *field, int is_column)
{
	struct req	*req = shape->req;
	struct buf	*json = shape->json;
	const char	*label = form_get(shape->now, name_of(req, "label",
			    field));
	int		 i;

	json_member(json, json->length > 1 ? ",{" : "{", "name", field->name);
	json_member(json, ",", "original", field->original.words);
	json_member(json, ",", "original_lang", field->original.lang);
	json_member(json, ",", "label", label != NULL ? label : "");
	json_member(json, ",", "theirs", form_get(shape->theirs, name_of(req,
	    "label", field)));
	buf_format(json, ",\"hidden\":%s,\"column\":%s,\"added\":%s}",
	    form_get(shape->now, name_of(req, "hidden", field)) != NULL ?
		"true" : "false", is_column ? "true" : "false",
	    field->is_added ? "true" : "false");
	for (i = 0; i < field->column_count; i++)
		add_field(shape, &field->columns[i], 1);
}

/* The form: as the copy is, or as it was sent (WHY it comes back). */
static int
show(struct req *req, const struct work *work, struct form *theirs,
    const char *why)
{
	struct form	*now = why != NULL ? req->form : work->copy;
	struct shape	 shape = { req, work, now, theirs,
	    buf_new(req->mem, 8192) };
	struct board	 board = { .group = *work->room };
	int		 i;

	buf_char(shape.json, '[');
	for (i = 0; i < work->sheet->field_count; i++)
		add_field(&shape, &work->sheet->fields[i], 0);
	buf_char(shape.json, ']');
	view_json(req->view, "shapes", shape.json->data);
	work_pairs(req, "bases", why != NULL ? work->base : work->copy_base,
	    "v.");
	board_view_room(req, &board);
	view_text(req->view, "address", work_address(req, work));
	view_number(req->view, "edition", atol(work->edition));
	view_true(req->view, "writes", joint_writes(work->room));
	view_text(req->view, "why", why == NULL ? NULL : req_word(req, why));
	view_text(req->view, "new_label", why == NULL ? "" :
	    form_get(req->form, "new.label"));
	view_true(req->view, "group", 1);
	view_true(req->view, "worksheet", 1);
	learn_view(req);
	return item_page(req, work->item, "joint_copy",
	    req_word(req, "joint.copy"));
}

int
page_joint_copy(struct req *req)
{
	struct joint	joint;
	int		status = joint_open(req, &joint, NULL);

	return status != 0 ? status : show(req, &joint.work, NULL, NULL);
}

/* --- changing --------------------------------------------------------- */

/* TEXT without blanks at its ends, of one line. */
static const char *
trim(struct req *req, const char *text)
{
	char	*copy = mem_dup(req->mem, text + strspn(text, " \t\n"));
	size_t	 length = strlen(copy), i;

	while (length > 0 && strchr(" \t\n", copy[length - 1]) != NULL)
		copy[--length] = '\0';
	for (i = 0; i < length; i++)
		if (copy[i] == '\n' || copy[i] == '\t')
			copy[i] = ' ';
	return copy;
}

/* What the form says of FIELD; nothing when it does not know it.  -1: its
 * label is too long. */
static int
pend(struct req *req, const struct work *work, struct buf *json,
    const struct sheet_field *field)
{
	const char	*name = name_of(req, "label", field);
	const char	*label = form_get(req->form, name);
	int		 i, result = 0;

	for (i = 0; i < field->column_count; i++)
		result |= pend(req, work, json, &field->columns[i]);
	if (label == NULL)
		return result;
	label = trim(req, label);
	if (strlen(label) > SHEET_LABEL)
		return -1;
	if (field->is_added == 0 && field->original.words != NULL &&
	    strcmp(label, field->original.words) == 0)
		label = "";
	if (field->is_added == 0 || *label != '\0')
		work_pend(req, work, json, work->base, name, label);
	name = name_of(req, "hidden", field);
	work_pend(req, work, json, work->base, name,
	    form_get(req->form, name) != NULL ? "1" : "");
	return result;
}

/* A field of the group's own, when the form has a name for it. */
static int
pend_new(struct req *req, const struct work *work, struct buf *json)
{
	const char	*label = form_get(req->form, "new.label");
	const char	*type = form_get(req->form, "new.type");
	const char	*id = sheet_new_id(work->sheet);

	label = label == NULL ? "" : trim(req, label);
	if (strlen(label) > SHEET_LABEL)
		return -1;
	if (*label == '\0')
		return 0;
	type = type != NULL && strcmp(type, "longtext") == 0 ? type : "text";
	work_pend(req, work, json, work->base, mem_format(req->mem,
	    "_added.%s", id), mem_format(req->mem, "%d %s",
	    sheet_next_added(work->copy), type));
	work_pend(req, work, json, work->base, mem_format(req->mem,
	    "_label.%s", id), label);
	return 0;
}

/* What is to be saved, NULL when a label is too long. */
static const char *
pending(struct req *req, const struct work *work)
{
	struct buf	*json = buf_new(req->mem, 2000);
	int		 i, result = 0;

	buf_char(json, '[');
	for (i = 0; i < work->sheet->field_count; i++)
		result |= pend(req, work, json, &work->sheet->fields[i]);
	result |= pend_new(req, work, json);
	buf_char(json, ']');
	return result == 0 ? json->data : NULL;
}

static int
refuse(struct req *req, const struct work *work, int status, const char *why)
{
	req->status = status;
	return show(req, work, NULL, why);
}

/* Two have changed the same: the form comes back with both. */
static int
merge(struct req *req, struct work *work, const struct rows *saved)
{
	struct form	*theirs = form_new(req->mem);
	struct form	*base = form_new(req->mem);
	const char	*name, *text, *place;
	int		 i;

	for (i = 0; i < rows_count(saved); i++) {
		if ((name = rows_get(saved, i, "name")) == NULL)
			continue;
		place = work_place(req, work->id, name);
		text = session_unseal(req, "field", place,
		    rows_get(saved, i, "body"));
		if (strcmp(rows_get(saved, i, "result"), "conflict") == 0)
			form_add(theirs, name, text != NULL ? text : "");
		else
			text = form_get(req->form, name);
		if (atoi(rows_get(saved, i, "version")) > 0)
			form_add(base, name, work_base(req,
			    atoi(rows_get(saved, i, "version")),
			    text != NULL ? text : ""));
	}
	if (form_count(theirs) == 0)
		return req_redirect(req, 303, work_address(req, work));
	work_renew_base(req, work, base);
	req->status = 409;
	return show(req, work, theirs, "merge.alert");
}

static int
answer(struct req *req, struct work *work, const struct rows *saved)
{
	const char	*result = rows_get(saved, 0, "result");

	if (strcmp(result, "many") == 0)
		return refuse(req, work, 413, "joint.many.fields");
	if (strcmp(result, "full") == 0)
		return refuse(req, work, 413, "unsaved.full");
	if (strcmp(result, "paused") == 0)
		return refuse(req, work, 403, "joint.unsaved.paused");
	if (strcmp(result, "gone") == 0)
		return learn_unsaved(req, 409, "joint.unsaved.gone");
	if (strcmp(result, "closed") == 0)
		return learn_unsaved(req, 403, "unsaved.closed");
	return merge(req, work, saved);
}

int
page_joint_shape(struct req *req)
{
	struct joint	 joint;
	struct work	*work = &joint.work;
	struct rows	*saved;
	const char	*fields;
	int		 status;

	if (guard_is_foreign(req))
		return 403;
	if ((status = joint_open(req, &joint, NULL)) != 0 ||
	    (status = learn_check(req)) != 0)
		return status;
	if ((fields = pending(req, work)) == NULL)
		return refuse(req, work, 413, "joint.unsaved.label");
	session_again(req);
	saved = req_ask(req, Q_WORKSHEET_SAVE, DB_ARGS(guard_once(req),
	    mem_format(req->mem, "\\x%s", work->id), work->tool, NULL, "f",
	    req->tag, fields));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	return answer(req, work, saved);
}
