/*
 * clock.c - the machine's clocks.
 */
#include <time.h>

#include "base/clock.h"
#include "base/mem.h"

#define DAY	86400		/* seconds */

long
clock_us(void)
{
	struct timespec	now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

char *
clock_day(struct mem *mem, int days)
{
	time_t		when = time(NULL) + (time_t)days * DAY;
	struct tm	day;
	char		text[16];

	gmtime_r(&when, &day);
	strftime(text, sizeof(text), "%Y-%m-%d", &day);
	return mem_dup(mem, text);
}
