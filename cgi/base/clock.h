/*
 * clock.h - how long did it take?
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

/* Microseconds of a clock that only goes forward. */
long	clock_us(void);

#endif
