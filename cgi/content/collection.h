/*
 * collection.h - the items of one or more folders, read together.
 *
 * A collection is a folder of KIND/SLUG folders that is imported and
 * replaced as a whole: what we ship is one ("shipped"), each host may have
 * others.
 */
#ifndef CONTENT_COLLECTION_H
#define CONTENT_COLLECTION_H

struct faults;
struct item;
struct mem;
struct messages;

/* An item that is in the database, in a collection not read now. */
struct known {
	const char	*kind;
	const char	*slug;
	const char	*collection;
};

struct collection {
	struct mem		*mem;
	const struct messages	*messages;
	struct faults		*faults;
	struct schemas		*schemas;
	struct item		**items;	/* by kind and slug */
	int			 count;
	int			 room;
	int			 unread;	/* could not be read */
	const char		**names;	/* of the collections */
	int			 name_count;
	const struct known	*known;		/* by kind and slug */
	int			 known_count;
	int			 alone;		/* do not look for others */
	int			 unstamped;	/* `of` may be missing */
	void			 (*progress)(int count);	/* or NULL */
};

/* Nothing read yet.  SCHEMAS: the folder of the *.rng files. */
struct collection *collection_new(struct mem *, const struct messages *,
	    const char *schemas, struct faults *);

/*
 * Read PATH as part of collection NAME.  PATH may also be one kind's
 * folder or one item's, unless WHOLE; that sets `alone`.  Faults say what
 * is wrong; such items are left out.
 */
void	 collection_read(struct collection *, const char *path,
	    const char *name, int whole);

/* The item that was read as KIND and SLUG, or NULL. */
struct item *collection_find(const struct collection *, const char *kind,
	    const char *slug);

/* The item known from the database, or NULL. */
const struct known *collection_known(const struct collection *,
	    const char *kind, const char *slug);

#endif
