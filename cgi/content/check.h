/*
 * check.h - what a schema cannot say about content.
 */
#ifndef CONTENT_CHECK_H
#define CONTENT_CHECK_H

struct collection;

/* Check all items that were read, against each other and the known ones.
 * Faults go to the collection's. */
void	check_all(struct collection *);

/* Add a fault for each file that is not in canonical form. */
void	check_canon(struct collection *);

#endif
