/*
 * gate.h - the one door to libfcgi: requests in, whole responses out.
 *
 * The listening socket is file descriptor 0.  One request at a time.
 */
#ifndef ADAPT_GATE_H
#define ADAPT_GATE_H

#include <stddef.h>

struct gate;
struct mem;

/* Open the door.  Never NULL; a descriptor 0 that is no socket ends the
 * program with a sentence. */
struct gate	*gate_open(void);

/* Wait for the next request.  1: there is one.  0: asked to stop
 * (SIGTERM, SIGUSR1), nothing is pending.  A request that is not finished
 * 20 seconds later ends the program: its supervisor starts another. */
int		 gate_accept(struct gate *);

/* A FastCGI parameter of this request, NULL when absent.  Lives until
 * gate_finish(). */
const char	*gate_param(const struct gate *, const char *name);

/* Read the whole body, at most LIMIT bytes, into MEM; the rest is read
 * and thrown away, so that the connection stays in step.  Returns the
 * body, its length in *LENGTH; NULL when it was longer than LIMIT or
 * ended early. */
char		*gate_body(struct gate *, struct mem *, size_t limit,
		    size_t *length);

/* Send head (header lines, each closed with CRLF, and the empty line)
 * and body in one go.  0, or -1 when nginx has gone away. */
int		 gate_send(struct gate *, const char *head, size_t head_length,
		    const char *body, size_t body_length);

/* End of this request. */
void		 gate_finish(struct gate *);

void		 gate_close(struct gate *);

#endif
