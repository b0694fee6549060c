/*
 * copy_private.h - the worksheets of a session that somebody takes along.
 */
#ifndef PAGE_COPY_PRIVATE_H
#define PAGE_COPY_PRIVATE_H

#include "page/group_private.h"
#include "page/worksheet_private.h"

#define COPY_LARGEST	60000	/* bytes of an answer that words were added to */

struct copy_sheets {
	struct work	*works;		/* a person's own, not kept yet */
	int		 count;
	int		 is_full;	/* one has too long an answer */
};

/*
 * The worksheets that the form chose, as worksheets of a person, while the
 * session is open.  What a group made of a tool no personal worksheet has:
 * words in added fields, with the fields' names, go behind the last answer
 * that has room for them, and a new name of a field stands before its words.
 * 0, or the status to return.
 */
int	 copy_read(struct req *, const struct board *, struct copy_sheets *);

/* For group-take, as JSON, sealed for the person's space, which is open. */
const char *copy_pending(struct req *, const struct copy_sheets *);

#endif
