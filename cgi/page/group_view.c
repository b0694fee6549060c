/*
 * group_view.c - what a session's pages show: places and the cards on them.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/group_private.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

/* --- cards ------------------------------------------------------------ */

const char *
board_card(struct req *req, const struct board *board, int row)
{
	const char	*text;

	text = session_unseal(req, "card", rows_get(board->cards, row, "id"),
	    rows_get(board->cards, row, "body"));
	return text != NULL ? text : "";
}

int
board_is_shared(const struct board *board, int row)
{
	return strcmp(rows_get(board->cards, row, "state"), "shared") == 0;
}

static int
is_at(const struct board *board, int row, const char *place)
{
	return strcmp(rows_get(board->cards, row, "place"), place) == 0;
}

/* A card taken off the board is its writer's alone again. */
static int
is_seen(const struct board *board, int row)
{
	return board_is_shared(board, row) ||
	    *rows_get(board->cards, row, "mine") == 't';
}

static void
add_truth(struct buf *json, const char *name, int truth)
{
	buf_format(json, ",\"%s\":%s", name, truth ? "true" : "false");
}

static void
add_card(struct req *req, const struct board *board, struct buf *json,
    int row)
{
	const char	*paper = rows_get(board->cards, row, "paper");

	json_member(json, "{", "id", rows_get(board->cards, row, "id"));
	json_member(json, ",", "text", board_card(req, board, row));
	add_truth(json, "mine", *rows_get(board->cards, row, "mine") == 't');
	add_truth(json, "shared", board_is_shared(board, row));
	add_truth(json, "removed", strcmp(rows_get(board->cards, row,
	    "state"), "removed") == 0);
	buf_format(json, ",\"paper\":%s", paper != NULL ? paper : "null");
	buf_char(json, '}');
}

/* The cards of a place as a list; how many. */
static int
add_cards(struct req *req, const struct board *board, struct buf *json,
    const char *place, int shared_only)
{
	int	i, count = 0;

	buf_text(json, ",\"cards\":[");
	for (i = 0; i < rows_count(board->cards); i++) {
		if (is_at(board, i, place) == 0 ||
		    is_seen(board, i) == 0 ||
		    (shared_only && board_is_shared(board, i) == 0))
			continue;
		if (count++ > 0)
			buf_char(json, ',');
		add_card(req, board, json, i);
	}
	buf_char(json, ']');
	return count;
}

/* --- places ----------------------------------------------------------- */

static int
has_case(const struct board *board, const char *step)
{
	return rows_count(board->questions) > 0 &&
	    (strcmp(step, "case") == 0 || strcmp(step, "discussion") == 0);
}

static const char *
step_place(struct req *req, const struct board *board, const char *step)
{
	return mem_format(req->mem, "module/%s/%s", board->group.module, step);
}

const char *
board_first(struct req *req, const struct board *board)
{
	return has_case(board, board->group.step) ?
	    rows_get(board->questions, 0, "place") :
	    step_place(req, board, board->group.step);
}

/* The second language's words for question ROW, NULL when there are none. */
static const char *
other_text(const struct board *board, int row)
{
	return board->others == NULL || row >= rows_count(board->others) ||
	    rows_get(board->others, row, "lang") != NULL ? NULL :
	    rows_get(board->others, row, "text");
}

/* The place at question ROW of the case, -1: the step itself. */
static void
add_place(struct req *req, const struct board *board, struct buf *json,
    int row, const char *step, int all)
{
	const char	*place = row >= 0 ?
			    rows_get(board->questions, row, "place") :
			    step_place(req, board, step);
	const char	*asked = board->group.asked != NULL ?
			    board->group.asked : board_first(req, board);
	size_t		 before = json->length;

	json_member(json, json->length > 1 ? ",{" : "{", "place", place);
	json_member(json, ",", "anchor", row < 0 ? step : mem_format(req->mem,
	    "question-%d", row + 1));
	json_member(json, ",", "step", step);
	if (row >= 0) {
		json_member(json, ",", "number", rows_get(board->questions, row,
		    "number"));
		json_member(json, ",", "text", rows_get(board->questions, row,
		    "text"));
		json_member(json, ",", "lang", rows_get(board->questions, row,
		    "lang"));
		json_member(json, ",", "other", other_text(board, row));
	} else
		buf_text(json, ",\"number\":null,\"text\":null,"
		    "\"lang\":null,\"other\":null");
	add_truth(json, "asked", strcmp(asked, place) == 0);
	if (add_cards(req, board, json, place, all) == 0 && all) {
		json->length = before;
		json->data[before] = '\0';
	} else
		buf_char(json, '}');
}

/* The case is asked about in one step and talked over in the next: its
 * places belong to both. */
static void
add_places(struct req *req, const struct board *board, struct buf *json,
    const char *step, int all)
{
	int	i;

	if (has_case(board, step) && (all == 0 || strcmp(step, "case") == 0))
		for (i = 0; i < rows_count(board->questions); i++)
			add_place(req, board, json, i, step, all);
	add_place(req, board, json, -1, step, all);
}

static void
view_places(struct req *req, const struct board *board, int all)
{
	struct buf	*json = buf_new(req->mem, 8192);
	int		 i;

	buf_char(json, '[');
	if (all == 0)
		add_places(req, board, json, board->group.step, 0);
	for (i = 0; all && i < rows_count(board->steps); i++)
		add_places(req, board, json,
		    rows_get(board->steps, i, "name"), 1);
	buf_char(json, ']');
	view_json(req->view, "places", json->data);
}

/* --- people ----------------------------------------------------------- */

/* The number comes first, then the nickname. */
static int
people_of(struct req *req, const struct board *board, int row)
{
	const char	*about;

	about = session_unseal(req, "member", rows_get(board->members, row,
	    "id"), rows_get(board->members, row, "body"));
	return about != NULL && atoi(about) > 1 ? atoi(about) : 1;
}

int
board_people(struct req *req, const struct board *board, const char *step)
{
	int	i, count = 0;

	for (i = 0; i < rows_count(board->members); i++)
		if (step == NULL || strcmp(rows_get(board->members, i, "step"),
		    step) == 0)
			count += people_of(req, board, i);
	return count;
}

/* --- all of it -------------------------------------------------------- */

/* Whole minutes that are left, a begun one counts. */
static int
minutes_left(const struct group *group)
{
	int	left = group->timer_left != NULL ? atoi(group->timer_left) : 0;

	return left > 0 ? (left + 59) / 60 : 0;
}

static void
view_group(struct req *req, const struct group *group)
{
	struct buf	*json = buf_new(req->mem, 500);

	json_member(json, "{", "id", group->id);
	json_member(json, ",", "join", group->join);
	json_member(json, ",", "other", group->other);
	json_member(json, ",", "seconds", group->timer_left);
	buf_format(json, ",\"left\":%d", minutes_left(group));
	add_truth(json, "leads", group->leads);
	add_truth(json, "open", strcmp(group->state, "open") == 0);
	add_truth(json, "paused", strcmp(group->state, "paused") == 0);
	add_truth(json, "ended", strcmp(group->state, "ended") == 0);
	add_truth(json, "timed", group->timer_minutes != NULL);
	add_truth(json, "over", group->timer_minutes != NULL &&
	    minutes_left(group) == 0);
	buf_char(json, '}');
	view_json(req->view, "room", json->data);
}

void
board_view_room(struct req *req, const struct board *board)
{
	view_group(req, &board->group);
	view_text(req->view, "session_page", board_address(req, board,
	    board->group.leads ? "" : "/step"));
}

void
board_view(struct req *req, const struct board *board, int all)
{
	board_view_room(req, board);
	board_view_sheets(req, board);
	view_true(req->view, "by_sheet",
	    strcmp(board->group.step, "tool") == 0 ||
	    strcmp(board->group.step, "project") == 0);
	view_text(req->view, "address", board_address(req, board, ""));
	view_list(req->view, "steps", board->steps);
	view_record(req->view, "step", board->steps, board->shown);
	view_text(req->view, "until", icu_date(req->tag, req->mem,
	    req->session->kept_until));
	view_places(req, board, all);
}
