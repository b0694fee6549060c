/*
 * import_private.h - what import.c and import_rows.c share.
 */
#ifndef CONTENT_IMPORT_PRIVATE_H
#define CONTENT_IMPORT_PRIVATE_H

struct collection;
struct db;

/* Fill the stage_ tables.  0 or -1. */
int	import_rows(struct db *, struct collection *);

#endif
