/*
 * group_board.c - GET /{lang}/session/{id}/board: all shared cards on one
 * page, to print; board.odt and board.csv: the same as files.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "content/csv.h"
#include "content/odt.h"
#include "base/buf.h"
#include "page/group_private.h"
#include "page/item.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/app.h"
#include "web/req.h"
#include "web/settings.h"
#include "web/view.h"

#define LICENCE	"https://creativecommons.org/licenses/by/4.0/"

static int
open_board(struct req *req, struct board *board)
{
	int	status = board_open(req, board, NULL);

	return status != 0 ? status : board_read(req, board, 1);
}

int
page_group_board(struct req *req)
{
	struct board	board;
	int		status;

	if ((status = open_board(req, &board)) != 0)
		return status;
	board_view(req, &board, 1);
	view_true(req->view, "paper", 1);
	learn_view(req);
	return item_page(req, board.item, "group_board",
	    req_word(req, "group.board"));
}

/* --- files ------------------------------------------------------------ */

/* What card ROW is about, in words: the question or the step. */
static const char *
about(struct req *req, const struct board *board, int row)
{
	const char	*place = rows_get(board->cards, row, "place");
	const char	*step = strrchr(place, '/');
	int		 i;

	for (i = 0; i < rows_count(board->questions); i++)
		if (strcmp(rows_get(board->questions, i, "place"), place) == 0)
			return rows_get(board->questions, i, "text");
	return req_word_or(req, mem_format(req->mem, "step.%s",
	    step != NULL ? step + 1 : place), place);
}

/* How many people stand behind card ROW from paper, "" when it is none. */
static const char *
paper_of(const struct board *board, int row)
{
	const char	*people = rows_get(board->cards, row, "paper");

	return people != NULL ? people : "";
}

static int
send_file(struct req *req, const char *bytes, size_t length,
    const char *type, const char *ending)
{
	buf_add(req->body, bytes, length);
	req->type = type;
	req->file = mem_format(req->mem, "profint-board.%s", ending);
	return req->status;
}

int
page_group_csv(struct req *req)
{
	struct board	 board;
	struct csv	*csv;
	size_t		 length;
	char		*bytes;
	int		 i, status;

	if ((status = open_board(req, &board)) != 0)
		return status;
	csv = csv_new(req->mem, req->tag);
	csv_text(csv, req_word(req, "group.question"));
	csv_text(csv, req_word(req, "group.card"));
	csv_text(csv, req_word(req, "group.paper.column"));
	csv_end(csv);
	for (i = 0; i < rows_count(board.cards); i++) {
		if (board_is_shared(&board, i) == 0)
			continue;
		csv_text(csv, about(req, &board, i));
		csv_text(csv, board_card(req, &board, i));
		csv_text(csv, paper_of(&board, i));
		csv_end(csv);
	}
	bytes = csv_bytes(csv, &length);
	return send_file(req, bytes, length, CSV_TYPE, "csv");
}

/* The words of card ROW, and that they come from paper. */
static const char *
card_text(struct req *req, const struct board *board, int row)
{
	const char	*text = board_card(req, board, row);

	if (*paper_of(board, row) == '\0')
		return text;
	return mem_format(req->mem, "%s (%s)", text, req_count(req,
	    "group.card.paper", atoi(paper_of(board, row))));
}

/* The cards about the place of card FIRST, which no card before is about. */
static void
write_place(struct req *req, const struct board *board, struct odt *odt,
    int first)
{
	const char	*place = rows_get(board->cards, first, "place");
	int		 i;

	odt_heading(odt, 2, about(req, board, first), NULL);
	for (i = first; i < rows_count(board->cards); i++)
		if (board_is_shared(board, i) && strcmp(rows_get(board->cards,
		    i, "place"), place) == 0)
			odt_item(odt, card_text(req, board, i), NULL);
}

/* Is it the first shared card about its place? */
static int
is_first(const struct board *board, int row)
{
	const char	*place = rows_get(board->cards, row, "place");
	int		 i;

	for (i = 0; i < row; i++)
		if (board_is_shared(board, i) && strcmp(rows_get(board->cards,
		    i, "place"), place) == 0)
			return 0;
	return board_is_shared(board, row);
}

int
page_group_odt(struct req *req)
{
	struct odt_about	 about_it = { .lang = req->tag,
	    .licence = LICENCE };
	struct board		 board;
	struct odt		*odt;
	size_t			 length;
	char			*bytes;
	int			 i, status;

	if ((status = open_board(req, &board)) != 0)
		return status;
	about_it.title = mem_format(req->mem, "%s – %s",
	    req_word(req, "group.board"), rows_get(board.item, 0, "title"));
	about_it.footer = mem_format(req->mem, "Profint · %s/%s/module/%s",
	    settings_get(req->app->settings, "base", NULL), req->tag,
	    board.group.module);
	odt = odt_new(req->mem, &about_it);
	for (i = 0; i < rows_count(board.cards); i++)
		if (is_first(&board, i))
			write_place(req, &board, odt, i);
	if ((bytes = odt_bytes(odt, &length)) == NULL)
		return 500;
	return send_file(req, bytes, length, ODT_TYPE, "odt");
}
