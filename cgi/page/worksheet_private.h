/*
 * worksheet_private.h - what the files of the worksheet pages share.
 */
#ifndef PAGE_WORKSHEET_PRIVATE_H
#define PAGE_WORKSHEET_PRIVATE_H

#include "content/sheet.h"

struct buf;
struct form;
struct group;
struct req;
struct rows;

/* A request's worksheet. */
struct work {
	const struct group *room;	/* the session whose it is, NULL: a
					 * person's own */
	const char	*edition;	/* of the group's copy, NULL: a person's */
	struct form	*copy;		/* how that differs: sheet_copy() */
	struct form	*copy_base;	/* what of it is kept: name, version.hash */
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

/* The same for worksheet ID, of TOOL, of the session that the request has
 * open. */
int	 work_read_joint(struct req *, struct work *, const struct group *,
	    const char *tool, const char *id);

/* 1 when TEXT may be the id of a worksheet. */
int	 work_is_id(const char *text);

/* What the tool asks, rows of field-list, unanswered. */
struct sheet *work_sheet(struct req *, const struct rows *asked);

/* --- worksheet.c ------------------------------------------------------ */

/* The form, with focus where sheet_do() said, or NULL; WHY, a message, says
 * why it comes back (or NULL).  The status. */
int	 work_show(struct req *, struct work *, const char *focus,
	    const char *why);

/* The values of FORM for the template, AS a list of names and values; PREFIX
 * before each name. */
void	 work_pairs(struct req *, const char *as, struct form *,
	    const char *prefix);

/* The name of the worksheet in row ROW of the list, NULL: it has none. */
const char *work_title(struct req *, const struct work *, int row);

/* The address of the worksheet, or of one not saved yet. */
const char *work_address(const struct req *, const struct work *);

/* --- worksheet_kept.c ------------------------------------------------- */

/* Answer SHEET with the fields of worksheet ID among rows of
 * worksheet-fields; what is shown goes into BASE unless that is NULL. */
void	 work_fill(struct req *, struct sheet *, const char *id,
	    const struct rows *, struct form *base);

/* How the group's copy differs, from the same rows: copy, copy_base. */
void	 work_take_copy(struct req *, struct work *, const struct rows *);

/* What was shown, as the form says. */
void	 work_take_base(struct req *, struct work *);

/* What is to be saved, for worksheet-save, as JSON. */
const char *work_pending(struct req *, const struct work *);

/* The same for one value, as a member of a list in JSON: TEXT takes the
 * place of what BASE says was shown.  Nothing when that is the same. */
void	 work_pend(struct req *, const struct work *, struct buf *json,
	    struct form *base, const char *name, const char *text);

/* Where answer NAME of worksheet ID lies, for session_seal(). */
const char *work_place(struct req *, const char *id, const char *name);

/* What is kept as TEXT in version VERSION, as forms carry it. */
const char *work_base(struct req *, int version, const char *text);

/* --- worksheet_merge.c ------------------------------------------------ */

/* BASE is what is shown now; versions of what it does not name stay. */
void	 work_renew_base(struct req *, struct work *, struct form *base);

/* Rows of worksheet-save: how many answers another device had changed.  The
 * worksheet then holds both. */
int	 work_merge(struct req *, struct work *, const struct rows *saved);

/* --- worksheet_save.c ------------------------------------------------- */

/* What the button of the form asks for.  The status. */
int	 work_act(struct req *, struct work *);

/* Make worksheet WORK, for the form that was sent: rows of worksheet-save,
 * queued.  WORK->id is its id. */
struct rows *work_begin(struct req *, struct work *);

/* --- worksheet_file.c ------------------------------------------------- */

/* Answer with the worksheet as a file: AS is odt, csv or json. */
int	 work_file(struct req *, const struct work *, const char *as);

/* --- joint.c ---------------------------------------------------------- */

/* As work_show(), for a session's. */
int	 joint_show(struct req *, struct work *, const char *focus,
	    const char *why);

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
