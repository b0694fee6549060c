/*
 * clock.c - the machine's monotonic clock.
 */
#include <time.h>

#include "base/clock.h"

long
clock_us(void)
{
	struct timespec	now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}
