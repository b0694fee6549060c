/*
 * app.h - what a process makes at start and every request shares.
 */
#ifndef WEB_APP_H
#define WEB_APP_H

struct assets;
struct db;
struct host_key;
struct json;
struct messages;
struct secret;
struct settings;
struct tal;

struct app {
	const char		*realm;		/* "site", "learn" */
	struct db		*db;
	struct messages		*messages;
	struct tal		*tal;
	struct settings		*settings;	/* the host's own facts */
	struct secret		*secret;	/* of realm learn, else NULL */
	struct host_key		*host_key;	/* of realm learn; NULL: none */
	const char		*build;		/* version shown in probes */
	struct assets		*assets;	/* static files */
	const char *const	*names;		/* of each language, in itself */
	const struct json *const *tongues;	/* all, as seen from each */
};

#endif
