/*
 * buf.h - a growing run of bytes, in an arena.
 *
 * `data` is always closed with a NUL that `length` does not count.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

struct mem;

struct buf {
	struct mem	*mem;		/* where it grows */
	char		*data;
	size_t		 length;
	size_t		 size;		/* bytes held, NUL included */
};

/* An empty buffer with room for about SIZE bytes. */
struct buf	*buf_new(struct mem *, size_t size);

void		 buf_add(struct buf *, const void *bytes, size_t length);
void		 buf_text(struct buf *, const char *string);
void		 buf_char(struct buf *, char);
void		 buf_format(struct buf *, const char *format, ...)
		    __attribute__((format(printf, 2, 3)));

/* Forget the content, keep the room. */
void		 buf_clear(struct buf *);

#endif
