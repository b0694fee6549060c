/*
 * clock.h - how long did it take, and what day is it?
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

struct mem;

/* Microseconds of a clock that only goes forward. */
long	clock_us(void);

/* The day so many days from today, "2026-11-22" (UTC). */
char	*clock_day(struct mem *, int days);

#endif
