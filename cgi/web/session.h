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
	struct rows		*rows;		/* of session-open */
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

/* The same once more, for a second pipeline of the same request. */
void		 session_again(struct req *);

/* After req_run(): open the data key.  1 when a space is open.  A cookie
 * that opens nothing is taken back (then sent is set and device is not);
 * one that was prolonged is sent again. */
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
