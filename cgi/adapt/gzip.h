/*
 * gzip.h - the one door to zlib: a page, compressed whole.
 */
#ifndef ADAPT_GZIP_H
#define ADAPT_GZIP_H

#include <stddef.h>

struct mem;

/* The gzip form of LENGTH bytes in MEM, its length in *PACKED. */
char	*gzip_pack(struct mem *, const char *bytes, size_t length,
	    size_t *packed);

#endif
