/*
 * answer_private.h - what the files of the answer pages share.
 */
#ifndef PAGE_ANSWER_PRIVATE_H
#define PAGE_ANSWER_PRIVATE_H

struct req;
struct sheet;

/* What somebody is asked. */
struct asked {
	const char	*link;		/* as in the address */
	const char	*hash;
	const char	*public;	/* key of the letter box */
	const char	*tool;
	const char	*title;
	const char	*title_lang;
	struct sheet	*sheet;
	int		 is_open;
	int		 is_sent;	/* the form at hand */
};

/* The address of the questionnaire, with END ("", "/thanks") behind it. */
const char	*answer_address(const struct req *, const char *end);

/* The page with its PART: begin, again, closed, full, thanks.  The
 * status. */
int	 answer_show(struct req *, const struct asked *, const char *part);

/* Screen NUMBER, or the nearest there is, with the form's key or a new one;
 * WHY: a sentence that says why it comes back, or NULL.  The status. */
int	 answer_screen(struct req *, const struct asked *, int number,
	    const char *why);

#endif
