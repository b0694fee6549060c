/*
 * guard.h - a form is acted upon when it comes from a page of ours, and once.
 *
 * Each form carries a key, which lets it count once, and a token: a keyed
 * hash of the key and the device it was shown to.  Neither is worth
 * anything elsewhere.
 */
#ifndef WEB_GUARD_H
#define WEB_GUARD_H

struct req;

/* Give the template `form_key` and `form_token`, new ones.  After
 * session_ask(), and again after session_create() or session_leave(). */
void		 guard_view(struct req *);

/* 1 when the browser says that the form was sent from another site. */
int		 guard_is_foreign(const struct req *);

/* 1 when the form's token is that of its key and this device, or of none
 * when this form has made the device.  After session_ask(). */
int		 guard_is_ours(struct req *);

/* The key of the form that was sent, once guard_is_ours(). */
const char	*guard_key(const struct req *);

/* What the database remembers of the key: a hash, as bytea. */
const char	*guard_once(const struct req *);

#endif
