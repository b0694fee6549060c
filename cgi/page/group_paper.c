/*
 * group_paper.c - /{lang}/session/{id}/paper: who leads a session types what
 * was written on paper, during it or any day after.
 *
 * A box for each question of the case and for each step, one card a line, and
 * beside it how many people stand behind each of these cards.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/box.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/group_private.h"
#include "page/item.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/secret.h"
#include "web/session.h"
#include "web/view.h"

#define CARD_ID	16

/* The cards of a form, as group-paper takes them. */
struct stack {
	struct req	*req;
	struct buf	*json;
	int		 count;
	int		 is_long;	/* one of them is longer than a card */
};

/* --- the form --------------------------------------------------------- */

static int
open_paper(struct req *req, struct board *board)
{
	int	status;

	if ((status = board_open(req, board, NULL)) != 0)
		return status;
	if (board->group.leads == 0)
		return req_redirect(req, 303, board_address(req, board,
		    "/step"));
	return 0;
}

int
page_group_paper(struct req *req)
{
	struct board	board;
	int		status;

	if ((status = open_paper(req, &board)) != 0 ||
	    (status = board_read(req, &board, 0)) != 0)
		return status;
	view_text(req->view, "address", board_address(req, &board, ""));
	view_list(req->view, "questions", board.questions);
	view_list(req->view, "steps", board.steps);
	view_true(req->view, "done", req_query(req, "done") != NULL);
	view_true(req->view, "group", 1);
	learn_view(req);
	return item_page(req, board.item, "group_paper",
	    req_word(req, "group.paper"));
}

/* --- what was typed --------------------------------------------------- */

/* The same line of the same form is the same card, sent twice or not. */
static void
add_card(struct stack *stack, const char *place, int people, const char *text)
{
	struct req	*req = stack->req;
	struct box_key	 name;
	const char	*id;

	name = secret_key(req->app->secret, mem_format(req->mem,
	    "paper|%s|%d", guard_key(req), stack->count));
	id = box_hex(req->mem, &name, CARD_ID);
	json_member(stack->json, stack->count++ > 0 ? ",{" : "{", "id", id);
	json_member(stack->json, ",", "place", place);
	json_member(stack->json, ",", "body", session_seal(req, "card", id, text));
	buf_format(stack->json, ",\"people\":%d}", people);
	stack->is_long |= strlen(text) > GROUP_CARD;
}

static int
people_at(struct req *req, const char *anchor)
{
	const char	*sent;
	int		 people;

	sent = form_get(req->form, mem_format(req->mem, "people.%s",
	    anchor));
	people = sent != NULL ? atoi(sent) : 1;
	return people < 1 ? 1 : people > GROUP_TABLE ? GROUP_TABLE : people;
}

/* What was typed into the box at ANCHOR, a card a line. */
static void
take(struct stack *stack, const char *anchor, const char *place)
{
	struct req	*req = stack->req;
	const char	*sent;
	char		*rest, *line, *end;
	int		 people = people_at(req, anchor);

	sent = form_get(req->form, mem_format(req->mem, "text.%s", anchor));
	rest = sent != NULL ? mem_dup(req->mem, sent) : NULL;
	while ((line = strsep(&rest, "\n")) != NULL) {
		line += strspn(line, " \t\r");
		end = line + strlen(line);
		while (end > line && strchr(" \t\r", end[-1]) != NULL)
			*--end = '\0';
		if (*line != '\0')
			add_card(stack, place, people, line);
	}
}

static void
take_all(struct stack *stack, const struct board *board)
{
	struct mem	*mem = stack->req->mem;
	const char	*name;
	int		 i;

	buf_char(stack->json, '[');
	for (i = 0; i < rows_count(board->questions); i++)
		take(stack, mem_format(mem, "question-%s",
		    rows_get(board->questions, i, "number")),
		    rows_get(board->questions, i, "place"));
	for (i = 0; i < rows_count(board->steps); i++) {
		name = rows_get(board->steps, i, "name");
		take(stack, name, mem_format(mem, "module/%s/%s",
		    board->group.module, name));
	}
	buf_char(stack->json, ']');
}

/* --- kept ------------------------------------------------------------- */

static int
keep(struct req *req, const struct board *board, const struct stack *stack)
{
	struct rows	*saved;
	const char	*result;
	int		 status;

	session_again(req);
	saved = req_ask(req, Q_GROUP_PAPER, DB_ARGS(guard_once(req),
	    stack->json->data));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	result = rows_get(saved, 0, "result");
	if (strcmp(result, "full") == 0)
		return learn_unsaved(req, 413, "group.unsaved.full");
	if (strcmp(result, "closed") == 0)
		return learn_unsaved(req, 403, "unsaved.closed");
	return req_redirect(req, 303, board_address(req, board,
	    "/paper?done=1"));
}

int
page_group_enter(struct req *req)
{
	struct stack	stack = { .req = req };
	struct board	board;
	int		status;

	if (guard_is_foreign(req))
		return 403;
	if ((status = open_paper(req, &board)) != 0 ||
	    (status = learn_check(req)) != 0)
		return status;
	if ((status = board_read(req, &board, 0)) != 0)
		return learn_failed(req, status);
	stack.json = buf_new(req->mem, 4096);
	take_all(&stack, &board);
	if (stack.is_long)
		return learn_unsaved(req, 413, "group.unsaved.long");
	if (stack.count == 0)
		return req_redirect(req, 303, board_address(req, &board,
		    "/paper"));
	return keep(req, &board, &stack);
}
