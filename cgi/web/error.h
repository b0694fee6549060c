/*
 * error.h - every failure a reader can meet.
 */
#ifndef WEB_ERROR_H
#define WEB_ERROR_H

struct app;
struct req;

/* End the program when the error page's template or a word is missing. */
void	error_check(const struct app *);

/*
 * Answer with the error page of STATUS: template "error" with status,
 * error_title and error_text; when that fails too, a plain page that needs
 * nothing.  What the page had written is thrown away.
 */
void	error_page(struct req *, int status);

#endif
