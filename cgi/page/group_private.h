/*
 * group_private.h - a session of a group, as its pages know it.
 *
 * A place is where cards lie: 'case/SLUG/QUESTION' for each question of the
 * module's case, 'module/SLUG/STEP' for each step.
 */
#ifndef PAGE_GROUP_PRIVATE_H
#define PAGE_GROUP_PRIVATE_H

#include "web/group.h"

struct req;
struct rows;

#define GROUP_CARD	4000	/* bytes of a card */
#define GROUP_NAME	120	/* bytes of a nickname */
#define GROUP_TABLE	50	/* people at a table */

struct board {
	struct group		 group;
	struct rows		*item;		/* item-page */
	struct rows		*steps;		/* step-list */
	int			 shown;		/* its row of the group's step */
	struct rows		*sections;	/* step-sections */
	struct rows		*questions;	/* group-questions */
	struct rows		*others;	/* the same in the second language,
						 * or NULL */
	struct rows		*cards;		/* group-cards */
	struct rows		*members;	/* group-members, or NULL */
	struct rows		*sheets;	/* joint-list */
};

/*
 * Open the session of the request's address.  0; 304 when the browser has
 * this very PAGE ("step", "screen", … in the ETag) of it; else the status to
 * return: who is not in it is sent to the page of joining.
 */
int	 board_open(struct req *, struct board *, const char *page);

/*
 * The same in two parts, for a page that asks for more in this pipeline:
 * queue the opening; after req_run(), enter.  SEEN is what a page depends on
 * other than the session's version, NULL: that.  Both: 0 or the status.
 */
int	 board_ask(struct req *, struct board *);
int	 board_enter(struct req *, struct board *, const char *page,
	    const char *seen);

/* Then read what its pages show; PEOPLE: also who is there.  0 or the
 * status to return. */
int	 board_read(struct req *, struct board *, int people);

/* The address of the session, or of a page below it ("/step"). */
const char *board_address(struct req *, const struct board *,
	    const char *below);

/* The place that the group's step asks about first. */
const char *board_first(struct req *, const struct board *);

/*
 * Give the template what all pages of a session know: group {id, leads, open,
 * paused, ended, join, minutes, left, has_other}, address, step, steps,
 * places of the group's step, until (the date it is kept to), by_sheet (the
 * step is about filling one in).  A place:
 * place, anchor, number (NULL: the step itself), text, lang, other, asked,
 * cards; a card: id, number, text, mine, shared, removed, paper
 * (how many people stand behind a card from paper; NULL: none is).
 * ALL: places of all steps that have cards, each with its step, instead.
 */
void	 board_view(struct req *, const struct board *, int all);

/* The same for a page that shows no places: room, session_page (where one
 * goes back to). */
void	 board_view_room(struct req *, const struct board *);

/* Give the template sheets, its worksheets: id, href, title (NULL: none), tool,
 * tool_lang, date, filled (a number). */
void	 board_view_sheets(struct req *, const struct board *);

/* How many people there are at STEP, NULL: in all; tables count all who sit
 * at them. */
int	 board_people(struct req *, const struct board *, const char *step);

/* The words of card ROW, "" when they do not open. */
const char *board_card(struct req *, const struct board *, int row);

/* 1 when card ROW is for all to see. */
int	 board_is_shared(const struct board *, int row);

#endif
