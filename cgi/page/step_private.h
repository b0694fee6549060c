/*
 * step_private.h - one step of a module, as its pages know it.
 */
#ifndef PAGE_STEP_PRIVATE_H
#define PAGE_STEP_PRIVATE_H

#include "page/note.h"

struct req;
struct rows;

struct step {
	const char	*module;	/* slug */
	const char	*name;		/* of the step */
	int		 shown;		/* row of `steps` */
	struct rows	*item;		/* item-page */
	struct rows	*steps;		/* step-list */
	struct rows	*sections;	/* step-sections */
	struct rows	*written;	/* note-list of the module */
	struct rows	*checks;	/* step-questions of the self-check, or NULL */
	struct rows	*cases;		/* step-case */
	const char	*case_slug;	/* where its questions are asked, or NULL */
	struct rows	*questions;	/* step-questions of the case, or NULL */
	struct rows	*story;		/* item-sections of the case, or NULL */
	struct rows	*answers;	/* note-list of the case, or NULL */
	struct notes	 notes;		/* where one writes here */
	struct notes	 earlier;	/* what one reads again here */
};

/* Read the step of the request's address and what the person here wrote.
 * 0, or the status to return. */
int	 step_read(struct req *, struct step *);

/* Give the template `checks`: the self-check and what was answered. */
void	 step_checks(struct req *, const struct step *);

/* Show it.  The status to return: req->status. */
int	 step_show(struct req *, struct step *);

/* The address of step NAME of the module, NULL: of everything one keeps. */
const char *step_address(struct req *, const struct step *,
	    const char *name);

#endif
