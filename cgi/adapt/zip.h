/*
 * zip.h - the one door to libzip: an archive, made in memory.
 *
 *	archive = zip_new(mem);
 *	zip_put(archive, "mimetype", type, strlen(type), ZIP_STORED);
 *	zip_put(archive, "content.xml", xml, length, ZIP_PACKED);
 *	bytes = zip_bytes(archive, &length);
 *
 * Entries stand in the order they were put, all with the same date and no
 * extra field, so the same content gives the same bytes and a "mimetype"
 * that comes first and stored is where ODF and EPUB look for it.
 */
#ifndef ADAPT_ZIP_H
#define ADAPT_ZIP_H

#include <stddef.h>

struct archive;
struct mem;

enum zip_how {
	ZIP_STORED,
	ZIP_PACKED		/* deflate */
};

/* An empty archive in MEM; what libzip holds for it goes at the latest
 * with MEM. */
struct archive	*zip_new(struct mem *);

/*
 * Add an entry.  NAME: valid UTF-8, parts of at most 255 bytes separated by
 * slashes, none of them empty, "." or "..", no backslash, colon or control
 * character, at most once.  BYTES are not copied: they live until
 * zip_bytes().  What goes wrong here, zip_bytes() tells.
 */
void		 zip_put(struct archive *, const char *name,
		    const void *bytes, size_t length, enum zip_how);

/* The finished archive in MEM, its length in *LENGTH; NULL (logged) when an
 * entry was refused or there is none.  Called once. */
char		*zip_bytes(struct archive *, size_t *length);

#endif
