/*
 * mem.h - memory that lives exactly as long as one request.
 *
 * An arena: everything taken from it dies together at mem_reset().
 * No function here returns NULL; a machine without memory ends the
 * program, which its supervisor starts again.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

struct mem;

/* A new, empty arena.  The caller owns it: mem_free(). */
struct mem	*mem_new(void);

/* SIZE zeroed bytes, aligned for any type. */
void		*mem_get(struct mem *, size_t size);

/* Copies: of a string; of LENGTH bytes, closed with a NUL. */
char		*mem_dup(struct mem *, const char *string);
char		*mem_copy(struct mem *, const void *bytes, size_t length);

/* A formatted string. */
char		*mem_format(struct mem *, const char *format, ...)
		    __attribute__((format(printf, 2, 3)));

/* Call release(thing) at the next reset, newest first.  For what is
 * held outside the arena: a PGresult, a parser. */
void		 mem_defer(struct mem *, void (*release)(void *), void *thing);

/* Let go of everything taken since the arena was made. */
void		 mem_reset(struct mem *);

/* mem_reset(), then the arena itself.  NULL is allowed. */
void		 mem_free(struct mem *);

#endif
