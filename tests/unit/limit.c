/*
 * limit.c - a worker that runs away ends itself, and says why.
 */
#include <sys/wait.h>

#include <stdlib.h>
#include <unistd.h>

#include "base/limit.h"

#include "tap.h"

/* The exit status of a child that runs away; what it logs in TEXT. */
static int
run_away(void (*away)(void), char text[200])
{
	int	ends[2], status;
	ssize_t	length;
	pid_t	child;

	if (pipe(ends) != 0)
		return -1;
	fflush(stdout);
	child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		away();
		_exit(0);
	}
	close(ends[1]);
	length = read(ends[0], text, 199);
	text[length > 0 ? length : 0] = '\0';
	close(ends[0]);
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
for_ever(void)
{
	limit_time(1);
	for (;;)
		pause();
}

static void
in_time(void)
{
	limit_time(1);
	limit_time(0);
	usleep(1200000);
}

#ifndef __SANITIZE_ADDRESS__
static void
too_much(void)
{
	void	*volatile much;

	limit_memory(64);
	much = malloc((size_t)128 * 1024 * 1024);
	_exit(much == NULL ? 3 : 0);
}
#endif

int
main(void)
{
	char	text[200];

	is_int(run_away(for_ever, text), 1, "too long ends the program");
	ok(strstr(text, "\"level\":\"fatal\"") != NULL, "which says why");
	is_int(run_away(in_time, text), 0, "in time does not");
#ifndef __SANITIZE_ADDRESS__
	is_int(run_away(too_much, text), 3, "there is so much memory");
#endif
	return done();
}
