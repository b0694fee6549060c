/*
 * group.h - a session: the space of a group, how it is opened and joined.
 *
 * A session has two codes: its resume code, with which somebody leads it,
 * and its join code of eight signs, with which anybody in the room takes
 * part.  The join code is found by a keyed hash and stretched only after a
 * hit, once for each join; what is opened then is wrapped for the device.
 */
#ifndef WEB_GROUP_H
#define WEB_GROUP_H

#include "web/code.h"

struct mem;
struct req;
struct rows;
struct secret;

struct group {
	const char	*id;		/* of its space, hex */
	int		 leads;		/* this device leads it */
	const char	*module;	/* slug */
	const char	*other;		/* second language, or NULL */
	const char	*state;		/* open, paused, ended */
	const char	*step;		/* where the group is */
	const char	*asked;		/* place that is projected, or NULL */
	int		 version;	/* of what all see */
	int		 people;	/* of who is where */
	const char	*timer_minutes;	/* NULL: it does not run */
	const char	*timer_left;	/* seconds */
	char		 join[JOIN_TEXT];	/* "" when it does not open */
};

/* After session_ask_group() and req_run(): fill it.  1 when this device is
 * in the session, else 0.  Does session_take(). */
int	 group_take(struct req *, struct group *);

/*
 * Queue the making of a session about MODULE, and of the device that leads
 * it, for the form that was sent; send a cookie where there is none.  OTHER:
 * a second language, or NULL.  Then req->session is the session's.
 */
void	 group_create(struct req *, const char *module, const char *other);

/* By what a join code is found, hex: whoever has the database alone cannot
 * try codes. */
const char *group_hash(struct mem *, const struct secret *,
	    const unsigned char code[JOIN_BYTES]);

/* Queue the search for the session of a join code; its rows, for
 * group_open(). */
struct rows *group_find(struct req *, const unsigned char code[JOIN_BYTES]);

/* Open what was found: req->session is the session's.  Slow.  1, or 0 when
 * there is no such session. */
int	 group_open(struct req *, const struct rows *found,
	    const unsigned char code[JOIN_BYTES]);

/*
 * Queue the joining of what was opened, for the form that was sent: NAME is
 * the nickname, PEOPLE how many they are (the number and, on the next line,
 * the name are kept of the member, sealed); ITS_ME: the name may be
 * taken, OWN: the device is theirs.  Rows of group-join.
 */
struct rows *group_join(struct req *, const char *name, int people,
	    int its_me, int own);

/* The same two for a resume code: find, then open and lead.  0 when there
 * is no such session. */
struct rows *group_find_code(struct req *,
	    const unsigned char code[CODE_BYTES]);
int	 group_lead(struct req *, const struct rows *found,
	    const unsigned char code[CODE_BYTES]);

#endif
