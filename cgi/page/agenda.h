/*
 * agenda.h - how long each part of a session takes, and when it begins.
 */
#ifndef PAGE_AGENDA_H
#define PAGE_AGENDA_H

#define AGENDA_LINES	20
#define AGENDA_SHORTEST	60	/* minutes of a session */
#define AGENDA_LONGEST	480

enum agenda_kind {
	AGENDA_WELCOME,
	AGENDA_STEP,
	AGENDA_BREAK,
	AGENDA_LUNCH,
	AGENDA_CLOSE
};

struct agenda_line {
	enum agenda_kind	 kind;
	int			 step;		/* index of the steps given */
	int			 begins;	/* minutes since midnight */
	int			 minutes;
};

struct agenda {
	struct agenda_line	line[AGENDA_LINES];
	int			count;
	int			minutes;	/* of all lines */
	int			ends;		/* minutes since midnight */
};

/*
 * Fill LENGTH minutes from START (since midnight) with COUNT steps (at most
 * 10) that take STEP[i] minutes in a usual session; the steps share what
 * welcome, breaks and the end leave, in fives, and the sum is LENGTH.
 * Pauses: none below two hours, a break from there, lunch from five hours on.
 */
void	 agenda_make(struct agenda *, int start, int length,
	    const int *step, int count);

/* Line LINE takes MINUTES (0 to 600) instead; everything after it moves. */
void	 agenda_set(struct agenda *, int line, int minutes);

#endif
