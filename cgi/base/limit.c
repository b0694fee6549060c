/*
 * limit.c - a worker that runs away dies alone.
 */
#include <sys/resource.h>

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/limit.h"
#include "base/log.h"

void
limit_memory(unsigned megabytes)
{
#ifndef __SANITIZE_ADDRESS__
	struct rlimit	limit;

	limit.rlim_cur = limit.rlim_max = (rlim_t)megabytes * 1024 * 1024;
	if (setrlimit(RLIMIT_AS, &limit) != 0)
		log_warn("could not limit memory to %u MB", megabytes);
#else
	(void)megabytes;
#endif
}

/* Whatever was going on, it may hold any lock: only write() is safe. */
static void
too_long(int signal)
{
	static const char	line[] = "{\"level\":\"fatal\",\"text\":"
				    "\"a request took too long\"}\n";

	(void)signal;
	if (write(STDERR_FILENO, line, sizeof(line) - 1) < 0)
		_exit(2);
	_exit(1);
}

void
limit_time(unsigned seconds)
{
	struct sigaction	action;

	memset(&action, 0, sizeof(action));
	action.sa_handler = too_long;
	if (seconds > 0)
		sigaction(SIGALRM, &action, NULL);
	alarm(seconds);
}
