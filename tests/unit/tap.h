/*
 * tap.h - assertions that speak TAP: the whole vocabulary of a unit test.
 */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <stdio.h>
#include <string.h>

static int	tap_count, tap_failed;

/* One assertion, as a sentence. */
static inline int
ok(int holds, const char *sentence)
{
	printf("%sok %d - %s\n", holds ? "" : "not ", ++tap_count, sentence);
	if (holds == 0)
		fprintf(stderr, "# %s: %s\n", __BASE_FILE__, sentence);
	tap_failed += holds == 0;
	return holds;
}

static inline int
is_text(const char *got, const char *want, const char *sentence)
{
	int	same;

	same = got == want ||
	    (got != NULL && want != NULL && strcmp(got, want) == 0);
	if (ok(same, sentence) == 0)
		fprintf(stderr, "# got:  %s\n# want: %s\n",
		    got != NULL ? got : "NULL",
		    want != NULL ? want : "NULL");
	return same;
}

static inline int
is_int(long got, long want, const char *sentence)
{
	if (ok(got == want, sentence) == 0)
		fprintf(stderr, "# got:  %ld\n# want: %ld\n", got, want);
	return got == want;
}

/* Close the test; main returns its value. */
static inline int
done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed != 0;
}

#endif
