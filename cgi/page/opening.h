/*
 * opening.h - what opening a session or a campaign asks for, and why it may
 * be refused.
 */
#ifndef PAGE_OPENING_H
#define PAGE_OPENING_H

struct req;
struct rows;

/* Give the template what part/opening.xml knows: asks_key, why (message
 * WHY, or NULL). */
void		 opening_view(struct req *, const char *why);

/* NULL when the form has the host's key, or none is asked for; else the
 * message that says so, and req->status to answer. */
const char	*opening_key(struct req *);

/* MADE are rows of group-create or campaign-create.  NULL when it was made;
 * else the message that says why not, with req->status to answer: then this
 * browser is what it was. */
const char	*opening_refused(struct req *, const struct rows *made);

#endif
