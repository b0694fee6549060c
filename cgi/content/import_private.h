/*
 * import_private.h - what the files of import.h share.
 */
#ifndef CONTENT_IMPORT_PRIVATE_H
#define CONTENT_IMPORT_PRIVATE_H

struct collection;
struct db;
struct edition;
struct item;
struct mem;

/* What the rows of one item are made with; `mem` is reset with each. */
struct stage {
	struct db		*db;
	struct mem		*mem;
	const struct collection	*all;
	const struct item	*item;
	int			 number;	/* of the item, from 0 */
};

/* Fill the stage_ tables.  0 or -1. */
int	import_rows(struct db *, struct collection *);

/* The next field of a row. */
void	import_number(struct stage *, long);
void	import_field(struct stage *, const char *value);

/* The rows of one item: what a tool asks. */
void	import_fields(struct stage *);

/* The rows of one item in one language. */
void	import_segments(struct stage *, const struct edition *);
void	import_text(struct stage *, const struct edition *);
void	import_sections(struct stage *, const struct edition *);

#endif
