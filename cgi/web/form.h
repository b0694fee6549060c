/*
 * form.h - what a reader sent with a form, decoded once.
 *
 * Names and values are UTF-8 without control characters.  A value may hold
 * tabs and line feeds; whatever a browser made of its line ends is a line
 * feed here.  All of it lives as long as the request.
 */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stddef.h>

struct form;
struct gate;
struct mem;
struct req;

#define FORM_BODY	((size_t)512 * 1024)	/* bytes a form may have */
#define FORM_VALUE	((size_t)64 * 1024)	/* bytes of one value */
#define FORM_PAIRS	20000			/* values of a form */
#define FORM_FILE	((size_t)4 * 1024 * 1024 + 65536) /* a body with a file */

/*
 * Read the body of the request into req->form, which is NULL when it was
 * no POST.  A body nobody asked for is read and thrown away: IS_WANTED
 * says that the request's route takes forms.  0, or the status to answer:
 * 400 (no form, or it cannot be decoded), 413 (too long).
 */
int		 form_read(struct req *, struct gate *, int is_wanted);

/*
 * LENGTH bytes of an application/x-www-form-urlencoded body in MEM.
 * *STATUS is 0, or the status to answer as above; NULL then.  A part
 * without "=" has an empty value; an empty part is nothing.
 */
struct form	*form_parse(struct mem *, const char *body, size_t length,
		    int *status);

/*
 * The same for a body of multipart/form-data, whose Content-Type is TYPE.
 * The value of a file is its bytes, whatever they are but NUL, and may be
 * longer than FORM_VALUE.
 */
struct form	*form_parts(struct mem *, const char *type, const char *body,
		    size_t length, int *status);

/* A form without values, in MEM, and one more value at its end. */
struct form	*form_new(struct mem *);
void		 form_add(struct form *, const char *name,
		    const char *value);

/* All values of another form, behind its own. */
void		 form_join(struct form *, struct form *other);

/* The value of NAME, the first when it was sent more than once; NULL when
 * it was not sent.  No form (NULL) has no value. */
const char	*form_get(struct form *, const char *name);

/* The n-th value (from 0) of NAME, NULL after the last. */
const char	*form_get_at(struct form *, const char *name, int n);

/*
 * The values whose names begin with PREFIX ("" for all), in the order they
 * were sent: the first call with *AT 0, until NULL.  Sets *VALUE, returns
 * the whole name.
 */
const char	*form_next(struct form *, const char *prefix, int *at,
		    const char **value);

/* How many values there are. */
int		 form_count(struct form *);

#endif
