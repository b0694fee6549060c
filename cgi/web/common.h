/*
 * common.h - the names every template knows.
 *
 *	lang, dir	of the page
 *	path		without language and first slash: "model/x"; "" when
 *			no route was found
 *	query_string	"?q=a", or nothing
 *	languages	tag, name, dir, href, current ("true") of each
 *	tongue/TAG	name of a language as the reader calls it; dir
 *			where it is not the page's
 *	canonical	the page's full address, or nothing when it has none
 *	alternates	hreflang, href of each language and x-default
 *	hidden		true: not for search engines; then no canonical and
 *			no alternates
 *	host/...	the settings in the reader's language
 *	style, script, icon, icons	paths of static files
 *	learn		true in realm learn: its pages have places to write
 *	drawn/KIND-SLUG	path of the picture of an item, where it has one
 *	request_id	for the log
 */
#ifndef WEB_COMMON_H
#define WEB_COMMON_H

struct app;
struct req;

/* End the program when a static file that every page names is missing. */
void		 common_check(const struct app *);

/* Set them all in the request's view. */
void		 common_names(struct req *);

/* The path without its language: "model/x", "" when it has none. */
const char	*common_path(const struct req *);

#endif
