/*
 * group_copy.c - /{lang}/session/{id}/copy: who was in a session goes on
 * individually, with a copy of their own cards, of what was shared, and of the group's
 * worksheets.
 *
 * Cards about a question of the case become part of the answer to it, those
 * about a step of what one writes in that step.  They are added to what is
 * there, each once, however often one takes them.  Two spaces are open one
 * after the other: cards are read in the session's, notes are kept in the
 * person's, which may be new.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/copy_private.h"
#include "page/item.h"
#include "page/learn.h"
#include "page/note.h"
#include "page/page.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

#define SPOTS	40
#define DASH	"– "

/* Where cards lie, and the note that they go to. */
struct spot {
	const char	*place;
	const char	*anchor;
	const char	*kind, *slug, *segment;
	int		 question;	/* row of group-questions, -1: none */
};

struct copy {
	struct board	 board;
	struct spot	 spot[SPOTS];
	int		 count;
	const char	**text;		/* of each card */
	struct notes	 notes;
	struct copy_sheets sheets;	/* that were chosen */
};

/* --- what there is to take -------------------------------------------- */

/* A place "case/SLUG/QUESTION" cut into its three. */
static void
cut_place(struct req *req, struct spot *spot, const char *place)
{
	char	*rest = mem_dup(req->mem, place);

	spot->place = place;
	spot->kind = strsep(&rest, "/");
	spot->slug = strsep(&rest, "/");
	spot->segment = rest != NULL ? rest : "";
}

static void
find_spots(struct req *req, struct copy *copy, const struct rows *places)
{
	const struct board	*board = &copy->board;
	const char		*step;
	struct spot		*spot;
	int			 i;

	for (i = 0; i < rows_count(board->questions) &&
	    copy->count < SPOTS; i++) {
		spot = &copy->spot[copy->count++];
		cut_place(req, spot, rows_get(board->questions, i, "place"));
		spot->anchor = mem_format(req->mem, "question-%d", i + 1);
		spot->question = i;
	}
	for (i = 0; i < rows_count(places) && copy->count < SPOTS; i++) {
		step = rows_get(places, i, "step");
		spot = &copy->spot[copy->count++];
		cut_place(req, spot, mem_format(req->mem, "module/%s/%s",
		    board->group.module, step));
		spot->anchor = step;
		spot->segment = rows_get(places, i, "segment");
		spot->question = -1;
	}
}

static int
read_copy(struct req *req, struct copy *copy)
{
	struct rows	*places;
	int		 status;

	if ((status = board_read(req, &copy->board, 0)) != 0)
		return status;
	places = req_ask(req, Q_GROUP_PLACES,
	    DB_ARGS(copy->board.group.module, req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	find_spots(req, copy, places);
	return 0;
}

static int
is_mine(const struct board *board, int row)
{
	return *rows_get(board->cards, row, "mine") == 't';
}

/* Does card ROW lie at SPOT, to be seen by this person? */
static int
is_there(const struct board *board, const struct spot *spot, int row)
{
	return strcmp(rows_get(board->cards, row, "place"), spot->place) ==
	    0 && (is_mine(board, row) || board_is_shared(board, row));
}

/* --- shown ------------------------------------------------------------ */

/* The cards at SPOT as a list; how many. */
static int
add_cards(struct req *req, const struct board *board, struct buf *json,
    const struct spot *spot)
{
	int	i, count = 0;

	buf_text(json, ",\"cards\":[");
	for (i = 0; i < rows_count(board->cards); i++) {
		if (is_there(board, spot, i) == 0)
			continue;
		json_member(json, count++ > 0 ? ",{" : "{", "text",
		    board_card(req, board, i));
		buf_format(json, ",\"mine\":%s}",
		    is_mine(board, i) ? "true" : "false");
	}
	buf_char(json, ']');
	return count;
}

static void
add_spot(struct req *req, const struct board *board, struct buf *json,
    const struct spot *spot)
{
	size_t	before = json->length;
	int	row = spot->question;

	json_member(json, before > 1 ? ",{" : "{", "anchor", spot->anchor);
	json_member(json, ",", "step", row >= 0 ? NULL : spot->anchor);
	json_member(json, ",", "number", row < 0 ? NULL :
	    rows_get(board->questions, row, "number"));
	json_member(json, ",", "text", row < 0 ? NULL :
	    rows_get(board->questions, row, "text"));
	json_member(json, ",", "lang", row < 0 ? NULL :
	    rows_get(board->questions, row, "lang"));
	if (add_cards(req, board, json, spot) == 0) {
		json->length = before;
		json->data[before] = '\0';
	} else
		buf_char(json, '}');
}

static int
show(struct req *req, const struct copy *copy, const char *why)
{
	struct buf	*json = buf_new(req->mem, 4096);
	int		 i;

	buf_char(json, '[');
	for (i = 0; i < copy->count; i++)
		add_spot(req, &copy->board, json, &copy->spot[i]);
	buf_char(json, ']');
	view_json(req->view, "places", json->data);
	view_true(req->view, "is_any", json->length > 2 ||
	    rows_count(copy->board.sheets) > 0);
	board_view_sheets(req, &copy->board);
	view_text(req->view, "address",
	    board_address(req, &copy->board, ""));
	view_text(req->view, "why", why != NULL ? req_word(req, why) : NULL);
	view_true(req->view, "group", 1);
	learn_view(req);
	return item_page(req, copy->board.item, "group_copy",
	    req_word(req, "group.copy"));
}

int
page_group_copy(struct req *req)
{
	struct copy	copy;
	int		status;

	memset(&copy, 0, sizeof(copy));
	if ((status = board_open(req, &copy.board, NULL)) != 0 ||
	    (status = read_copy(req, &copy)) != 0)
		return status;
	return show(req, &copy, NULL);
}

/* --- taken ------------------------------------------------------------ */

static int
is_chosen(struct req *req, const struct spot *spot)
{
	return form_get(req->form, mem_format(req->mem, "take.%s",
	    spot->anchor)) != NULL;
}

/* Is LINE, a card behind its dash, in TEXT already? */
static int
has_line(const char *text, const char *line)
{
	size_t	length = strlen(line);

	for (; (text = strstr(text, line)) != NULL; text++)
		if (text[length] == '\n' || text[length] == '\0')
			return 1;
	return 0;
}

/* Add to NEW, which begins with what is kept, the cards at SPOT that are
 * MINE or others', below WORD. */
static void
add_lines(struct req *req, const struct copy *copy, const struct spot *spot,
    struct buf *new, int mine, const char *word)
{
	const struct board	*board = &copy->board;
	const char		*line;
	int			 i, count = 0;

	for (i = 0; i < rows_count(board->cards); i++) {
		if (is_there(board, spot, i) == 0 ||
		    is_mine(board, i) != mine)
			continue;
		line = mem_format(req->mem, DASH "%s", copy->text[i]);
		if (has_line(new->data, line))
			continue;
		if (count++ == 0)
			buf_format(new, "%s%s", new->length > 0 ? "\n\n" : "",
			    req_word(req, word));
		buf_format(new, "\n%s", line);
	}
}

/* Two steps may share a place to write: one note for both. */
static struct note *
note_of(struct req *req, struct copy *copy, const struct spot *spot)
{
	struct note	*note;

	note = note_find(&copy->notes, spot->kind, spot->segment);
	return note != NULL ? note : note_add(req, &copy->notes,
	    spot->kind, spot->kind, spot->slug, spot->segment);
}

/* The words of all cards, while the session is open; then this person's
 * space, and what is kept there of the chosen places. */
static int
open_own(struct req *req, struct copy *copy)
{
	struct rows	*answers, *notes;
	int		 i, status;

	copy->text = mem_get(req->mem, ((size_t)rows_count(copy->board.cards)
	    + 1) * sizeof(*copy->text));
	for (i = 0; i < rows_count(copy->board.cards); i++)
		copy->text[i] = board_card(req, &copy->board, i);
	note_begin(&copy->notes);
	for (i = 0; i < copy->count; i++)
		if (is_chosen(req, &copy->spot[i]))
			note_of(req, copy, &copy->spot[i]);
	session_ask(req);
	answers = req_ask(req, Q_NOTE_LIST, DB_ARGS("case",
	    copy->count > 0 ? copy->spot[0].slug : ""));
	notes = req_ask(req, Q_NOTE_LIST, DB_ARGS("module",
	    copy->board.group.module));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	session_take(req);
	if (copy->count > 0)
		note_fill(req, &copy->notes, "case", copy->spot[0].slug,
		    answers);
	note_fill(req, &copy->notes, "module", copy->board.group.module,
	    notes);
	return 0;
}

/* Put the chosen cards behind what is kept.  How many notes change; -1 when
 * one would be too long. */
static int
fill(struct req *req, struct copy *copy)
{
	int		 shared = form_get(req->form, "shared") != NULL;
	struct note	*note;
	struct buf	*new;
	int		 i, count = 0;

	for (i = 0; i < copy->count; i++) {
		if (is_chosen(req, &copy->spot[i]) == 0)
			continue;
		note = note_of(req, copy, &copy->spot[i]);
		new = buf_new(req->mem, strlen(note->text) + 1000);
		buf_text(new, note->text);
		add_lines(req, copy, &copy->spot[i], new, 1,
		    "group.copy.mine");
		if (shared)
			add_lines(req, copy, &copy->spot[i], new, 0,
			    "group.copy.theirs");
		if (new->length > COPY_LARGEST)
			return -1;
		if (strcmp(new->data, note->saved) != 0)
			count++;
		note_put(note, new->data);
	}
	return count;
}

/* The module is begun where the group is. */
static void
reach(struct req *req, const void *reached)
{
	const struct copy	*copy = reached;

	req_ask(req, Q_STEP_REACH, DB_ARGS("module",
	    copy->board.group.module, copy->board.group.step, "begun",
	    req->tag));
}

/* All of it, or nothing.  0, or the status of a page that is made. */
static int
put(struct req *req, struct copy *copy, int *conflicts)
{
	struct buf	*json = buf_new(req->mem, 4096);
	struct rows	*saved;
	int		 status;

	note_open(req);
	note_pending(req, &copy->notes, json);
	saved = req_ask(req, Q_GROUP_TAKE, DB_ARGS(guard_once(req),
	    json->data, copy_pending(req, &copy->sheets), req->tag));
	reach(req, copy);
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	return note_answer(req, &copy->notes, saved, conflicts);
}

/* Where what was copied is to be seen: NOTES of them, or worksheets. */
static const char *
way(struct req *req, const struct copy *copy, int notes)
{
	if (notes > 0)
		return mem_format(req->mem, "/%s/step/%s/%s", req->tag,
		    copy->board.group.module, copy->board.group.step);
	if (copy->sheets.count > 0)
		return work_address(req, &copy->sheets.works[0]);
	return board_address(req, &copy->board, "/copy");
}

static int
keep(struct req *req, struct copy *copy)
{
	struct session	*group = req->session;
	int		 status, conflicts = 0, count;

	if ((status = copy_read(req, &copy->board, &copy->sheets)) != 0 ||
	    (status = open_own(req, copy)) != 0)
		return status;
	count = fill(req, copy);
	if (count == -1 || copy->sheets.is_full) {
		req->session = group;
		req->status = 413;
		return show(req, copy, "group.copy.full");
	}
	if ((count > 0 || copy->sheets.count > 0) &&
	    (status = put(req, copy, &conflicts)) != 0)
		return status;
	req->status = 200;
	return req_redirect(req, 303, way(req, copy, conflicts ? 0 : count));
}

int
page_group_take(struct req *req)
{
	struct copy	copy;
	int		status;

	if (guard_is_foreign(req))
		return 403;
	memset(&copy, 0, sizeof(copy));
	if ((status = board_open(req, &copy.board, NULL)) != 0 ||
	    (status = learn_check(req)) != 0)
		return status;
	if ((status = read_copy(req, &copy)) != 0)
		return learn_failed(req, status);
	return keep(req, &copy);
}
