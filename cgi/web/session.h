/*
 * session.h - whose work a request may see: the cookie, the space it opens.
 *
 * The cookie holds a device's token, 256 random bits, never a code.  The
 * database knows a hash of it and, wrapped under another key made of it,
 * the data key of the person's space.  Without a cookie nothing is open and
 * every statement of schema learn finds nothing.
 *
 * A page:	session_ask(req);		first in its pipeline
 *		notes = req_ask(req, Q_NOTE_LIST, ...);
 *		if ((status = req_run(req)) != 0)
 *			return status;
 *		session_take(req);
 *		text = session_unseal(req, "note", place, sealed);
 */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include "adapt/box.h"

struct req;

#define SESSION_CODE	16	/* bytes of a resume code */

struct session {
	const char		*sent;		/* hash of the token that the browser
						 * sent, hex, or NULL */
	const char		*device;	/* of the one it has after this answer */
	unsigned char		 token[BOX_KEY];
	const char		*group;		/* id of the session asked for, hex;
						 * NULL: a person's space */
	struct rows		*rows;		/* of session-open, group-open */
	struct rows		*made;		/* of session-create, or NULL */
	int			 is_open;	/* the rest is filled */
	const char		*space;		/* its id, hex */
	struct box_key		 key;		/* opens what is written there */
	int			 is_asked;	/* said whose device this is */
	int			 is_own;	/* and that it is not shared */
	const char		*kept_until;	/* ISO date */
	const unsigned char	*code;		/* SESSION_CODE bytes, or NULL */
};

/* Read the cookie into req->session and queue what opens the space.  Must
 * be the first statement of the pipeline. */
void		 session_ask(struct req *);

/* The same for the space of a group's session, whose id is GROUP (hex). */
void		 session_ask_group(struct req *, const char *group);

/* The same once more, for a second pipeline of the same request.  Its rows,
 * NULL when there is no cookie. */
struct rows	*session_again(struct req *);

/* After req_run(): open the data key.  1 when a space is open.  A cookie
 * that opens nothing, not even another space, is taken back (then sent is
 * set and device is not); one that was prolonged is sent again. */
int		 session_take(struct req *);

/*
 * Queue the making of a space and of the device that opens it, for the form
 * whose key is KEY; send its cookie.  The same form makes the same space
 * again, so that a form which is sent twice counts once.  What is queued
 * after it in this pipeline sees the new space.
 */
void		 session_create(struct req *, const char *key);

/* 1 when the browser's cookie is the one that session_create() made for the
 * form whose key is KEY: it was sent before and its answer did arrive. */
int		 session_is_first(struct req *, const char *key);

/* Queue the search for the space that CODE (SESSION_CODE bytes) opens. */
struct rows	*session_find(struct req *, const unsigned char *code);

/*
 * Let this browser open what session_find() FOUND, in a new pipeline begun
 * with session_again(); what it had open of a person is closed.  A browser
 * that has no token yet gets one, for a shared computer; the same form (KEY)
 * makes the same.  1, or 0
 * when nothing was found or the code does not open it.
 */
int		 session_resume(struct req *, const struct rows *found,
		    const unsigned char *code, const char *key);

/*
 * Begin to move what is open under another key and another code: session_seal()
 * now seals for the new space.  Then session_move(), after session_again(),
 * with what is kept (see session-move.sql): rows with its result.
 */
void		 session_renew(struct req *);
struct rows	*session_move(struct req *, const char *once,
		    const char *notes, const char *fields);

/* Take the cookie back and tell the browser to forget what it kept. */
void		 session_leave(struct req *);

/* Send the cookie again, for a device of one's own or a shared one. */
void		 session_own(struct req *, int is_own);

/* TEXT sealed for PLACE ("kind/slug/segment") in TABLE, as hex digits. */
const char	*session_seal(struct req *, const char *table,
		    const char *place, const char *text);

/* The words that were sealed (a bytea as the database writes it), NULL when
 * they do not open. */
const char	*session_unseal(struct req *, const char *table,
		    const char *place, const char *sealed);

#endif
