/*
 * joint_private.h - what the pages of a group's worksheets share.
 */
#ifndef PAGE_JOINT_PRIVATE_H
#define PAGE_JOINT_PRIVATE_H

#include "page/group_private.h"
#include "page/worksheet_private.h"

struct joint {
	struct board	 board;
	struct rows	*at;		/* joint-at */
	struct work	 work;
};

/*
 * Open the session of the request's address and read its worksheet.  0; 304
 * when the browser has this very PAGE of it (NULL: ask no such thing); else
 * the status to return.
 */
int	 joint_open(struct req *, struct joint *, const char *page);

/* 1 when this device may write in the session's worksheets now. */
int	 joint_writes(const struct group *);

#endif
