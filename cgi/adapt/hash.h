/*
 * hash.h - fingerprints of content.
 */
#ifndef ADAPT_HASH_H
#define ADAPT_HASH_H

#include <stddef.h>

struct mem;

/* The first DIGITS (at most 64) hex digits of the SHA-256 of LENGTH bytes,
 * in MEM. */
char	*hash_hex(struct mem *, const void *bytes, size_t length, int digits);

#endif
