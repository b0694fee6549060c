/*
 * limit.h - a worker that runs away dies alone.
 */
#ifndef BASE_LIMIT_H
#define BASE_LIMIT_H

/* No more than MEGABYTES of address space from now on: what asks for more
 * ends this program, not its neighbours.  Does nothing under
 * AddressSanitizer, which reserves terabytes. */
void	limit_memory(unsigned megabytes);

/* End the program, with a line in the log, unless this is called again
 * within SECONDS; 0: it may take as long as it likes. */
void	limit_time(unsigned seconds);

#endif
