/*
 * worksheet_private.h - what the files of the worksheet pages share.
 */
#ifndef PAGE_WORKSHEET_PRIVATE_H
#define PAGE_WORKSHEET_PRIVATE_H

#include "content/sheet.h"

struct buf;
struct form;
struct req;
struct rows;

/* A request's worksheet. */
struct work {
	const char	*tool;		/* slug */
	const char	*id;		/* hex, NULL: not saved yet */
	const char	*follows;	/* id of the one it follows, or NULL */
	const char	*saved_on;	/* date of the last save, or NULL */
	struct rows	*item;		/* of item-page: a tool or a grid */
	struct rows	*asked;		/* of field-list */
	struct rows	*list;		/* of worksheet-list, or NULL */
	struct sheet	*sheet;
	struct sheet	*before;	/* what it follows, or NULL */
	struct form	*base;		/* what was shown: name, version.hash */
	struct form	*theirs;	/* what another device saved: name, text */
};

/* --- worksheet_read.c ------------------------------------------------- */

/*
 * Read the tool, what is kept and what the form sent.  ID is the saved
 * worksheet, or NULL; with WITH_LIST, also those of this tool.  0, or the
 * status to return.
 */
int	 work_read(struct req *, struct work *, const char *id,
	    int with_list);

/* What the tool asks, rows of field-list, unanswered. */
struct sheet *work_sheet(struct req *, const struct rows *asked);

/* --- worksheet.c ------------------------------------------------------ */

/* The form, with focus where sheet_do() said, or NULL; WHY, a message, says
 * why it comes back (or NULL).  The status. */
int	 work_show(struct req *, struct work *, const char *focus,
	    const char *why);

/* The name of the worksheet in row ROW of the list, NULL: it has none. */
const char *work_title(struct req *, const struct work *, int row);

/* The address of the worksheet, or of one not saved yet. */
const char *work_address(const struct req *, const struct work *);

/* --- worksheet_kept.c ------------------------------------------------- */

/* Answer SHEET with the fields of worksheet ID among rows of
 * worksheet-fields; what is shown goes into BASE unless that is NULL. */
void	 work_fill(struct req *, struct sheet *, const char *id,
	    const struct rows *, struct form *base);

/* What was shown, as the form says. */
void	 work_take_base(struct req *, struct work *);

/* What is to be saved, for worksheet-save, as JSON. */
const char *work_pending(struct req *, const struct work *);

/* Rows of worksheet-save: how many answers another device had changed.  The
 * worksheet then holds both. */
int	 work_merge(struct req *, struct work *, const struct rows *saved);

/* --- worksheet_codes.c ------------------------------------------------ */

/* Give the template `codes`: how often the answers of an interview confirm,
 * qualify or contradict each factor (label, lang, confirms, qualifies,
 * contradicts, all); empty when there are none. */
void	 codes_view(struct req *, const struct sheet *);

/* --- worksheet_chart.c ------------------------------------------------ */

/*
 * Give the template what the answers draw, if anything: map (part "map");
 * dots (part "dots"), before_date, after_date, earlier (id, title, date,
 * chosen), earlier_id, leads (factor-leads).  0, or the status to return.
 */
int	 work_charts(struct req *, const struct work *);

/* --- worksheet_follow.c ----------------------------------------------- */

/* The tool whose worksheets TOOL follows, or NULL. */
const char *follow_of(const char *tool);

/* The tool that follows TOOL, or NULL. */
const char *follow_up(const char *tool);

/* A new worksheet begins with the rows of the one it follows. */
void	 follow_begin(struct work *);

/* Give the template `before`: what the one before says, to be read beside
 * the new fields. */
void	 follow_view(struct req *, const struct work *);

#endif
