/*
 * reply.h - the finished answer, on its way to nginx.
 *
 * Every answer has Content-Length and the security headers; a page that may
 * be cached leaves gzipped, with X-Accel-Expires for nginx.  What is saved
 * as a file leaves as it is: most such files are packed in themselves.
 */
#ifndef WEB_REPLY_H
#define WEB_REPLY_H

#include <stddef.h>

struct buf;
struct gate;
struct req;

/*
 * The header lines of the answer, with the empty line, in the request's
 * memory.  LENGTH: bytes of the body as sent; PACKED: it is gzipped.
 * NULL when a value holds a byte that no header may have.
 */
struct buf	*reply_head(const struct req *, size_t length, int packed);

/* Send it; a HEAD request gets no body.  Returns the body's bytes, as the
 * head says.  A head that was refused becomes a bare 500. */
size_t		 reply_send(struct req *, struct gate *);

#endif
