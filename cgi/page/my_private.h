/*
 * my_private.h - everything that one person has kept, as its pages know it.
 */
#ifndef PAGE_MY_PRIVATE_H
#define PAGE_MY_PRIVATE_H

struct bundle;
struct req;
struct rows;

struct mine {
	struct rows	 *modules;	/* my-modules */
	struct rows	 *progress;	/* my-progress */
	struct rows	 *notes;	/* my-notes */
	struct rows	 *fields;	/* my-fields */
	const char	**note_texts;	/* opened, in the order of the rows; */
	const char	**field_texts;	/* NULL: there is none */
};

/* Read everything of the person here and open it; session_ask() included.
 * 0, or the status to return.  Nobody here: no rows. */
int		 my_read(struct req *, struct mine *);

/* The same after the person is known: a pipeline of its own. */
int		 my_read_again(struct req *, struct mine *);

/* The row behind the last of the worksheet that begins at row FIRST of
 * fields. */
int		 my_sheet_end(const struct mine *, int first);

/* A field of that worksheet, NULL when there is none. */
const char	*my_field(const struct mine *, int first, const char *name);

/* All of it for a file. */
struct bundle	*my_bundle(struct req *, const struct mine *);

/*
 * Give the template `writings`: what was written, by step of a module or by
 * case (title, title_lang, step, href, notes: question, question_lang, says,
 * date); `sheets`: worksheets (title, tool, tool_lang, href, date) and
 * `assessments`, those of the thirteen factors.
 */
void		 my_view(struct req *, const struct mine *);

/* The page with all of it; WORD, a message, says why a file was not loaded,
 * or NULL.  STATUS. */
int		 my_show(struct req *, const struct mine *, int status,
		    const char *word);

/* --- my_names.c ------------------------------------------------------- */

/* Notes of a file under the names that their items have today; two that are
 * one by that are joined.  0, or the status to return. */
int	 my_names(struct req *, struct bundle *);

#endif
