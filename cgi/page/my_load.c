/*
 * my_load.c - POST /{lang}/my/load: a file of one's own work is loaded, into
 * what is open here or into a new space.
 *
 * Nothing that is here is lost: of two texts under one question both stay,
 * and a worksheet that differs becomes another one.  The same file loaded
 * twice changes nothing.
 */
#include <string.h>

#include "adapt/hash.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/bundle.h"
#include "page/learn.h"
#include "page/my_private.h"
#include "page/page.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/secret.h"
#include "web/session.h"

#define DIGITS	32

struct load {
	struct req	*req;
	struct mine	 mine;
	struct bundle	*bundle;
	struct rows	*notes;		/* what came of it: note-save */
	struct rows	*sheets[BUNDLE_SHEETS];	/* worksheet-save */
	int		 count;
};

/* --- notes ------------------------------------------------------------ */

/* The row where the same question is answered, or -1. */
static int
find_note(const struct rows *rows, const struct bundle_note *note)
{
	int	i;

	for (i = 0; i < rows_count(rows); i++)
		if (strcmp(rows_get(rows, i, "segment"), note->segment) == 0 &&
		    strcmp(rows_get(rows, i, "name"), note->slug) == 0 &&
		    strcmp(rows_get(rows, i, "kind"), note->kind) == 0)
			return i;
	return -1;
}

/* What is to stand there, NULL when it stands there already. */
static const char *
both(const struct load *load, int row, const char *text)
{
	const char	*here = row < 0 ? NULL : load->mine.note_texts[row];

	if (*text == '\0')
		return NULL;
	if (here == NULL || strstr(text, here) != NULL)
		return here != NULL && strcmp(here, text) == 0 ? NULL : text;
	if (rows_get(load->mine.notes, row, "options") != NULL ||
	    strstr(here, text) != NULL)
		return NULL;
	return mem_format(load->req->mem, "%s\n\n%s", here, text);
}

static void
ask_notes(struct load *load)
{
	struct buf		 *json = buf_new(load->req->mem, 16384);
	const struct bundle_note *note;
	const char		 *text, *slug;
	int			  row;

	buf_char(json, '[');
	for (note = load->bundle->notes; note != NULL; note = note->next) {
		row = find_note(load->mine.notes, note);
		if ((text = both(load, row, note->text)) == NULL)
			continue;
		json_member(json, json->length == 1 ? "{" : ",{", "kind",
		    note->kind);
		slug = row < 0 ? note->slug :
		    rows_get(load->mine.notes, row, "slug");
		json_member(json, ",", "slug", slug);
		json_member(json, ",", "segment", note->segment);
		json_member(json, ",", "body", session_seal(load->req, "note",
		    mem_format(load->req->mem, "%s/%s/%s", note->kind, slug,
		    note->segment), text));
		buf_format(json, ",\"version\":%s}", row < 0 ? "0" :
		    rows_get(load->mine.notes, row, "version"));
	}
	buf_char(json, ']');
	load->notes = req_ask(load->req, Q_NOTE_SAVE,
	    DB_ARGS(guard_once(load->req), json->data));
}

static void
ask_progress(struct load *load)
{
	struct buf		     *json = buf_new(load->req->mem, 1000);
	const struct bundle_progress *one;

	buf_char(json, '[');
	for (one = load->bundle->progress; one != NULL; one = one->next) {
		json_member(json, json->length == 1 ? "{" : ",{", "slug",
		    one->slug);
		json_member(json, ",", "step", one->step);
		buf_char(json, '}');
	}
	buf_char(json, ']');
	req_ask(load->req, Q_MY_LOAD, DB_ARGS(json->data));
}

/* --- worksheets ------------------------------------------------------- */

/* The row where worksheet ID begins, or -1. */
static int
find_sheet(const struct mine *mine, const char *id)
{
	int	i;

	for (i = 0; i < rows_count(mine->fields); i = my_sheet_end(mine, i))
		if (strcmp(rows_get(mine->fields, i, "id"), id) == 0)
			return i;
	return -1;
}

/* Is the worksheet at row FIRST, word for word, the one of the file? */
static int
is_same(const struct mine *mine, int first, const struct bundle_sheet *sheet)
{
	const struct bundle_field	*field;
	const char			*text;
	int				 i, count = 0;

	for (i = first; i < my_sheet_end(mine, first); i++)
		count += mine->field_texts[i] != NULL;
	for (field = sheet->fields; field != NULL; field = field->next) {
		text = my_field(mine, first, field->name);
		if (text == NULL || strcmp(text, field->text) != 0)
			return 0;
		count--;
	}
	return count == 0;
}

/* The id that a worksheet of the file has here: its own when it is here as
 * it is, else one that follows from its words. */
static const char *
id_of(const struct load *load, const struct bundle_sheet *sheet)
{
	struct mem	*mem = load->req->mem;
	struct buf	*all = buf_new(mem, 4096);
	const struct bundle_field *field;
	struct box_key	 id;
	int		 row = find_sheet(&load->mine, sheet->id);

	if (row >= 0 && is_same(&load->mine, row, sheet))
		return sheet->id;
	for (field = sheet->fields; field != NULL; field = field->next)
		buf_format(all, "%s=%s\n", field->name, field->text);
	id = secret_key(load->req->app->secret, mem_format(mem,
	    "load|%s|%s|%s|%s", load->req->session->space, sheet->id,
	    sheet->tool, hash_hex(mem, all->data, all->length, DIGITS)));
	return box_hex(mem, &id, DIGITS / 2);
}

static const char *
fields_of(const struct load *load, const struct bundle_sheet *sheet,
    const char *id)
{
	struct buf			*json = buf_new(load->req->mem, 4096);
	const struct bundle_field	*field;

	buf_char(json, '[');
	for (field = sheet->fields; field != NULL; field = field->next) {
		if (*field->text == '\0')
			continue;
		json_member(json, json->length == 1 ? "{" : ",{", "name",
		    field->name);
		json_member(json, ",\"version\":0,", "body",
		    session_seal(load->req, "field", mem_format(load->req->mem,
		    "%s/%s", id, field->name), field->text));
		buf_char(json, '}');
	}
	buf_char(json, ']');
	return json->data;
}

static const char *
bytea(struct req *req, const char *hex)
{
	return hex == NULL ? NULL : mem_format(req->mem, "\\x%s", hex);
}

/* The key of one worksheet in this form: each is made once. */
static const char *
once(struct req *req, const char *id)
{
	struct box_key	key = secret_key(req->app->secret,
			    mem_format(req->mem, "load|%s|%s", guard_key(req),
			    id));

	return bytea(req, box_hex(req->mem, &key, sizeof(key)));
}

static const char *
followed(const struct load *load, const struct bundle_sheet *sheet)
{
	const struct bundle_sheet	*one;

	for (one = load->bundle->sheets; sheet->follows != NULL && one != NULL;
	    one = one->next)
		if (strcmp(one->id, sheet->follows) == 0)
			return id_of(load, one);
	return NULL;
}

static void
ask_sheets(struct load *load)
{
	struct req			*req = load->req;
	const struct bundle_sheet	*sheet;
	const char			*id;

	for (sheet = load->bundle->sheets; sheet != NULL;
	    sheet = sheet->next) {
		id = id_of(load, sheet);
		if (find_sheet(&load->mine, id) >= 0)
			continue;
		load->sheets[load->count++] = req_ask(req, Q_WORKSHEET_SAVE,
		    DB_ARGS(once(req, id), bytea(req, id), sheet->tool,
		    bytea(req, followed(load, sheet)), "t", req->tag,
		    fields_of(load, sheet, id)));
	}
}

/* --- the whole -------------------------------------------------------- */

static const char *
fault_word(enum bundle_fault fault)
{
	return fault == BUNDLE_MUCH ? "my.load.much" :
	    fault == BUNDLE_NEWER ? "my.load.newer" : "my.load.not";
}

static int
is_result(const struct rows *saved, const char *result)
{
	return rows_count(saved) > 0 &&
	    strcmp(rows_get(saved, 0, "result"), result) == 0;
}

static int
is_full(const struct load *load)
{
	int	i;

	for (i = 0; i < load->count; i++)
		if (is_result(load->sheets[i], "full"))
			return 1;
	return is_result(load->notes, "full");
}

static int
save(struct load *load)
{
	struct req	*req = load->req;
	const char	*word;
	int		 status;

	if (req->session->is_open)
		session_again(req);
	else
		session_create(req, guard_key(req));
	ask_notes(load);
	ask_progress(load);
	ask_sheets(load);
	if ((status = req_run(req)) != 0)
		return status;
	if (is_result(load->notes, "closed")) {
		word = learn_closed(req, &status);
		if (rows_count(load->mine.fields) > 0 ||
		    rows_count(load->mine.notes) > 0)
			return status;
		return my_show(req, &load->mine, status, word);
	}
	if (is_full(load)) {
		if ((status = my_read_again(req, &load->mine)) != 0)
			return status;
		return my_show(req, &load->mine, 413, "unsaved.full");
	}
	return req_redirect(req, 303, mem_format(req->mem, "/%s/my",
	    req->tag));
}

int
page_my_load(struct req *req)
{
	struct load		*load = mem_get(req->mem, sizeof(*load));
	const char		*file = form_get(req->form, "file");
	enum bundle_fault	 fault;
	int			 status;

	if (guard_is_foreign(req))
		return 403;
	load->req = req;
	if ((status = my_read(req, &load->mine)) != 0)
		return status;
	if (guard_is_ours(req) == 0)
		return my_show(req, &load->mine, 403, "unsaved.token");
	file = file != NULL ? file : "";
	load->bundle = bundle_read(req->mem, file, strlen(file), &fault);
	if (load->bundle == NULL)
		return my_show(req, &load->mine, 400, fault_word(fault));
	if ((status = my_names(req, load->bundle)) != 0)
		return status;
	return save(load);
}
