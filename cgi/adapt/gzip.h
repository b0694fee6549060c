/*
 * gzip.h - the one door to zlib: bytes compressed whole, and back.
 */
#ifndef ADAPT_GZIP_H
#define ADAPT_GZIP_H

#include <stddef.h>

struct mem;

/* The gzip form of LENGTH bytes in MEM, its length in *PACKED. */
char	*gzip_pack(struct mem *, const char *bytes, size_t length,
	    size_t *packed);

/* What the gzip form PACKED holds, in MEM, closed with a NUL, its length in
 * *LENGTH; NULL when it is no gzip form, or holds more than LIMIT bytes. */
char	*gzip_unpack(struct mem *, const char *packed, size_t size,
	    size_t limit, size_t *length);

#endif
