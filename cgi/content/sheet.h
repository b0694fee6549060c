/*
 * sheet.h - a worksheet: what a tool asks, and what somebody answered.
 *
 * One structure for the form, the printed sheet and every file that can be
 * taken away (ODT, CSV, JSON): whoever writes one walks `fields` in their
 * order and asks sheet_answer() and sheet_cell() for words in the reader's
 * language.  Nothing here has been escaped.
 *
 * Answers have names as forms send them and as learn.field keeps them:
 *
 *	objective			what was typed; a date is 2026-11-21
 *	f03				of a choice or scale: the name of an
 *					option, f03-2
 *	q07 q07.matters			of a progress: "yes" or "no", and the
 *					name of an option
 *	actions				of a table: its rows in their order,
 *					"K7 P2 Q9"
 *	actions.K7.actions-timing	a cell
 *	_title				what its owner calls the worksheet
 *
 * They never depend on a language.  "" is no answer.
 *
 * A group's copy of a tool may differ from it.  That lies beside the answers:
 *
 *	_hidden.phase			"1": the field, or column, is not shown
 *	_label.phase			what it is called instead
 *	_added.K7PQ			"3 text" or "4 longtext": a field called
 *					K7PQ, and where it stands among those
 */
#ifndef CONTENT_SHEET_H
#define CONTENT_SHEET_H

struct form;
struct mem;
struct messages;
struct rows;

enum sheet_type {
	SHEET_TEXT,
	SHEET_LONGTEXT,
	SHEET_DATE,
	SHEET_CHOICE,
	SHEET_SCALE,
	SHEET_PROGRESS,
	SHEET_TABLE
};

#define SHEET_ROWS	1000	/* of a table, at most */

/* Words of the tool; lang is NULL when they are in the reader's language. */
struct sheet_words {
	const char	*words;		/* NULL: there are none */
	const char	*lang;
};

struct sheet_option {
	const char		*name;
	struct sheet_words	 says;
};

struct sheet_field {
	const char		*name;
	enum sheet_type		 type;
	int			 person;	/* about the people supported */
	struct sheet_words	 group;		/* heading above it */
	struct sheet_words	 label;
	struct sheet_words	 original;	/* label, when the copy has another */
	int			 is_hidden;	/* in the copy */
	int			 is_added;	/* by the copy */
	struct sheet_words	 help;
	struct sheet_words	 example;
	struct sheet_option	*options;	/* in their order */
	int			 option_count;
	struct sheet_field	*columns;	/* of a table */
	int			 column_count;
	const char		**rows;		/* of a table: their ids */
	int			 row_count;
};

struct sheet {
	struct mem		*mem;
	const struct messages	*messages;
	int			 language;	/* of the reader */
	const char		*title;		/* _title, "" when it has none */
	struct sheet_field	*fields;
	int			 field_count;	/* columns not counted */
	struct form		*answers;	/* by name, see above */
	int			 is_copy;	/* a group's: sheet_copy() */
};

/* The worksheet of a tool in MEM, unanswered, with a row in each table.
 * FIELDS are the rows of field-list in the reader's LANGUAGE. */
struct sheet	*sheet_new(struct mem *, const struct messages *,
		    int language, const struct rows *fields);

#define SHEET_LABEL	400	/* bytes of a copy's own label */

/*
 * Make it a group's copy: COPY has what differs, by the names above.  Hidden
 * fields take and keep answers all the same.
 */
void		 sheet_copy(struct sheet *, struct form *copy);

/* 1 when NAME is one of a copy's, not of an answer. */
int		 sheet_is_copy(const char *name);

/* The place of the next field that is added to the copy. */
int		 sheet_next_added(struct form *copy);

/* An id for a row or an added field that SHEET does not have yet. */
const char	*sheet_new_id(const struct sheet *);

/* 1 when the field or cell called NAME, if there is one, is shown. */
int		 sheet_shows(const struct sheet *, const char *name);

/* The same sheet without the fields and columns that are hidden. */
struct sheet	*sheet_shown(const struct sheet *);

/*
 * Answer it with what a form sent, in place of all it had.  Names the tool
 * does not know, and options it does not have, are left out; so are cells
 * of rows that the table does not name.  A table that was not sent has the
 * rows it had.  0, or -1 when a table has more than SHEET_ROWS rows: then
 * all is there to be shown, and not to be kept.
 */
int		 sheet_fill(struct sheet *, struct form *);

/* Everything there is to know again, as sheet_fill() takes it. */
struct form	*sheet_form(const struct sheet *);

/* The field called NAME, or the column that a cell of this name is in; NULL
 * when there is none. */
const struct sheet_field *sheet_find(const struct sheet *, const char *name);

/* Put a row of table NAME, called ID, behind the others.  1, or 0 when it is
 * there already or cannot be. */
int		 sheet_put_row(struct sheet *, const char *name,
		    const char *id);

/* One answer as it is kept, "" when there is none; a table's is its rows. */
const char	*sheet_get(const struct sheet *, const char *name);

/* The name of a cell: "actions.K7.actions-timing". */
const char	*sheet_cell_name(const struct sheet *,
		    const struct sheet_field *table, int row, int column);

/*
 * The answer to a field, or in one cell, as a reader reads it: an option's
 * words, a date as people write it, "I have made progress – Very
 * important".  "" when there is none; also for a table, which has rows.
 */
const char	*sheet_answer(const struct sheet *,
		    const struct sheet_field *);
const char	*sheet_cell(const struct sheet *,
		    const struct sheet_field *table, int row, int column);

/* The option of FIELD that is the answer NAME, NULL when none is. */
const struct sheet_option *sheet_option(const struct sheet_field *,
		    const char *answer);

/* 1 when there is any answer; a row without any is none. */
int		 sheet_is_answered(const struct sheet *);

/*
 * What a button of the form asks for: "add:TABLE", "up:TABLE.ROW",
 * "down:TABLE.ROW", "remove:TABLE.ROW".  The row to go on
 * with ("actions.K7", or "actions" when there is none), NULL when nothing
 * of the kind can be done: no such row, or the table is full.
 */
const char	*sheet_do(struct sheet *, const char *action);

#endif
