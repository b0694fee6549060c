/*
 * bundle.h - what somebody wrote, as one JSON file that can be loaded again.
 *
 *	{
 *	  "profint": 1,				shape, see BUNDLE_VERSION
 *	  "made": "2026-11-21",
 *	  "language": "fr",			of the person, not of the texts
 *	  "notes": [
 *	    { "kind": "case", "slug": "madame-s", "segment": "q1",
 *	      "text": "…", "saved": "2026-11-20" } ],
 *	  "progress": [
 *	    { "slug": "networks", "step": "case", "done": "2026-11-20" } ],
 *	  "worksheets": [
 *	    { "id": "k7p2", "tool": "wt2", "follows": "q9m4",
 *	      "created": "2026-11-19", "saved": "2026-11-20",
 *	      "fields": { "_title": "…", "actions": "K7 P2",
 *	                  "actions.K7.actions-timing": "…" } } ]
 *	}
 *
 * A file of one worksheet has the same shape and lists only that.  Fields
 * are named as content/sheet.h names them, whatever the language; "follows"
 * is the id of another worksheet of the file, null when there is none.
 * Later versions may add names; a reader leaves out those it does not know.
 */
#ifndef CONTENT_BUNDLE_H
#define CONTENT_BUNDLE_H

#include <stddef.h>

struct mem;

#define BUNDLE_VERSION	1
#define BUNDLE_TYPE	"application/json"
#define BUNDLE_LIMIT	(4 << 20)	/* bytes of a file to load */
#define BUNDLE_MANY	10000		/* notes, steps, fields in all */
#define BUNDLE_SHEETS	500	/* worksheets */
#define BUNDLE_TEXT	(64 << 10)	/* bytes of one text */

struct bundle_note {
	const char	*kind;
	const char	*slug;
	const char	*segment;
	const char	*text;
	const char	*saved;		/* a day, "2026-11-20", or NULL */
	struct bundle_note *next;
};

struct bundle_progress {
	const char	*slug;
	const char	*step;
	const char	*done;		/* a day, or NULL */
	struct bundle_progress *next;
};

struct bundle_field {
	const char	*name;
	const char	*text;
	struct bundle_field *next;
};

struct bundle_sheet {
	const char	*id;		/* in this file only */
	const char	*tool;
	const char	*follows;	/* id, or NULL */
	const char	*created;	/* a day, or NULL */
	const char	*saved;		/* a day, or NULL */
	struct bundle_field *fields;
	struct bundle_sheet *next;
};

struct bundle {
	const char		*made;		/* a day */
	const char		*language;
	struct bundle_note	*notes;
	struct bundle_progress	*progress;
	struct bundle_sheet	*sheets;
};

enum bundle_fault {
	BUNDLE_FINE,
	BUNDLE_NOT_JSON,		/* or larger than BUNDLE_LIMIT */
	BUNDLE_NOT_OURS,		/* no "profint", or names that cannot be */
	BUNDLE_NEWER,		/* of a version this program does not know */
	BUNDLE_MUCH		/* more than one of the limits above */
};

/* The file in MEM, its length in *LENGTH; read back, it is the same. */
char		*bundle_write(struct mem *, const struct bundle *,
		    size_t *length);

/*
 * Read LENGTH bytes that somebody chose into MEM: NULL and *FAULT, or what
 * is in them, all of it checked: texts are UTF-8 without control characters
 * but line feeds and tabs (a carriage return is left out), names are of
 * small and capital letters, digits, ".", "_" and "-", days are days of the
 * calendar or NULL, ids are unique, and what a worksheet follows is there.
 */
struct bundle	*bundle_read(struct mem *, const char *bytes, size_t length,
		    enum bundle_fault *fault);

#endif
