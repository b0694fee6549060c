/*
 * import.h - put collections into the database, whole or not at all.
 */
#ifndef CONTENT_IMPORT_H
#define CONTENT_IMPORT_H

struct collection;
struct db;

struct import_report {
	long	added;
	long	changed;
	long	removed;
};

/* Tell the collection which items of other collections there are.  0, or
 * -1 when the database did not answer (see db_error_text()). */
int	import_known(struct db *, struct collection *);

/*
 * Replace the collections that were read by what was read, in one
 * transaction.  Everything must have passed check.h.  What other
 * collections hold is not touched; what has not changed is not written.
 * 0 and *REPORT filled, or -1 and the database is as it was.
 */
int	import_all(struct db *, struct collection *,
	    struct import_report *);

#endif
