/*
 * export.h - write a collection's files out of the database.
 */
#ifndef CONTENT_EXPORT_H
#define CONTENT_EXPORT_H

struct db;
struct mem;

/*
 * Write the files of COLLECTION, in canonical form, below folder PATH,
 * which is made when it is not there.  Files of the same name are
 * replaced, others are left.  The number of files, or -1 and a sentence
 * in *WHY.
 */
int	export_all(struct db *, struct mem *, const char *collection,
	    const char *path, const char **why);

#endif
