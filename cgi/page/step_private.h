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
	const char	*read;		/* steps read before anything was
					   kept, joined by dots, or NULL */
	int		 shown;		/* row of `steps` */
	struct rows	*item;		/* item-page */
	struct rows	*steps;		/* step-list */
	struct rows	*sections;	/* step-sections */
	struct rows	*written;	/* note-list of the module */
	struct rows	*checks;	/* step-questions of the self-check, or NULL */
	struct rows	*cases;		/* step-case */
	const char	*case_slug;	/* where its questions are asked, or NULL */
	struct asked	 asked;		/* by the case */
	struct rows	*story;		/* item-sections of the case, or NULL */
	struct rows	*size;		/* kit-size */
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

/* 1 when step I was read before anything was kept. */
int	 step_is_read(const struct step *, int i);

/* Leave nothing in step->read but steps of the module; IS_SHOWN_TOO: and
 * put the step that is shown in. */
void	 step_reads(struct req *, struct step *, int is_shown_too);

/* The address of step NAME of the module, NULL: of everything one keeps. */
const char *step_address(struct req *, const struct step *,
	    const char *name);

#endif
