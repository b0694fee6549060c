/*
 * record.h - records of completion, which anybody can check and nobody make.
 *
 * The check code is a keyed hash of what the record says, under the host's
 * secret.  Nothing about a record is stored: whoever has the paper types
 * what it says, and the same facts give the same code.
 */
#ifndef WEB_RECORD_H
#define WEB_RECORD_H

#include "web/code.h"

struct mem;
struct secret;

#define RECORD_NAME	200	/* bytes of a name, at most */

struct record {
	const char	*module;	/* slug */
	const char	*first;		/* day of the first step, ISO */
	const char	*last;		/* of the last */
	int		 minutes;
	const char	*name;		/* NULL or "": none */
};

/* The code of a record: 80 bits, "7K3M-9QXT-0123-4567".  The name counts
 * without regard to capitals, blanks, kinds of apostrophes and hyphens and
 * how an accent was typed; accents count. */
void		 record_code(const struct secret *, struct mem *,
		    const struct record *, char text[CHECK_TEXT]);

/* 1 when TYPED is the record's code, read forgivingly; takes as long when
 * it is not. */
int		 record_is_true(const struct secret *, struct mem *,
		    const struct record *, const char *typed);

/* A day that somebody typed (2026-11-21, 21/11/2026, 21.11.2026, with
 * blanks around) as ISO in MEM; NULL when it is none. */
char		*record_day(struct mem *, const char *typed);

/* A number of minutes that somebody typed ("230", " 230 "), or -1. */
int		 record_minutes(const char *typed);

#endif
