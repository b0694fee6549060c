/*
 * learn.h - what the pages of realm learn have in common.
 */
#ifndef PAGE_LEARN_H
#define PAGE_LEARN_H

struct req;

/*
 * Give the template what part/learn.xml knows: form_key, form_token;
 * session (is_open, is_asked, is_own); place, the address to come back to.
 * After session_take(); the page is kept by nobody.
 */
void	 learn_view(struct req *);

/* A form's first questions: 0, or the status to return.  A form from
 * another site is refused; one whose token is not right comes back filled.
 * After session_take(). */
int	 learn_check(struct req *);

/* 1 when there is a cookie that opens nothing any more.  That of a form whose
 * first try did not make its space is none: it makes it now. */
int	 learn_is_closed(struct req *);

/*
 * Nothing was saved: give every word of the form back, to be sent again.
 * STATUS is 403, 413, 500 or 503; WORD the message that says why.  Needs no
 * database.  STATUS.
 */
int	 learn_unsaved(struct req *, int status, const char *word);

/*
 * Nothing was saved because nothing is open any more, or because too many
 * begin now: the word of the message that says which, with *STATUS to
 * answer.  The cookie is taken back.
 */
const char *learn_closed(struct req *, int *status);

/* The same for a form whose pipeline failed with STATUS, whatever failed;
 * to be sent again with the same key.  Else just STATUS. */
int	 learn_failed(struct req *, int status);

#endif
