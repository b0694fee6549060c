/*
 * settings.h - what only the host knows: its address, name and contact.
 *
 * A file of lines "key = value", or "key.lang = value" where one language
 * says it differently; # begins a comment line.  Keys:
 *
 *	base		the site's address, "https://profint.example"
 *	operator	who runs the site
 *	address		postal address
 *	contact		e-mail for readers
 *	privacy_contact	e-mail for questions about personal data
 *	legal		further words for the legal notice
 *	keep_months	months that personal work is kept, 24 at most (24)
 *	spaces_hour	new spaces that may be made in an hour (600)
 *	work_megabytes	room for all that people write (10240)
 *	sessions_day	sessions that may be opened in a day (200)
 *	campaigns_day	campaigns likewise (200)
 *
 * The last five are the database's business (sql/schema/015-keep.sql and
 * 019-group.sql), which has the defaults: here what is not said is "".
 */
#ifndef WEB_SETTINGS_H
#define WEB_SETTINGS_H

struct messages;
struct settings;

/*
 * Read PATH; NULL: /etc/profint/profint.conf, if there is one.  Ends the
 * program with file, line and reason when anything is wrong.  Lives for
 * ever.
 */
struct settings	*settings_load(const char *path, const struct messages *);

/*
 * The value of KEY for language TAG, else the one for all languages, else
 * the default: "http://localhost:8080" for base, "" for all others.  TAG
 * may be NULL.  A key that is none of the above ends the program.
 */
const char	*settings_get(const struct settings *, const char *key,
		    const char *tag);

/* The keys, closed with NULL. */
const char *const *settings_keys(void);

#endif
