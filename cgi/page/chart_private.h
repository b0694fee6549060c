/*
 * chart_private.h - what the files of chart share: people's words.
 */
#ifndef PAGE_CHART_PRIVATE_H
#define PAGE_CHART_PRIVATE_H

struct mem;

#define CHART_LINES	8	/* of one label; the table has all of it */

/*
 * TEXT broken into lines of at most WIDTH units at 14 units a letter's
 * height: at blanks, behind hyphens, else anywhere.  Returns how many, at
 * most CHART_LINES; then the last ends with "…".
 */
int	 chart_wrap(struct mem *, const char *text, int width,
	    char *lines[CHART_LINES]);

/* TEXT for comparing: small letters, single blanks, no marks. */
char	*chart_fold(struct mem *, const char *text);

/* How well two folded texts name one thing, 0 (not) to 100 (alike). */
int	 chart_alike(const char *one, const char *two);

/* What TEXT names: its parts between ";", "," (only with COMMAS), and line
 * breaks, trimmed, empty ones left out.  Returns how many of at most SIZE. */
int	 chart_parts(struct mem *, const char *text, int commas,
	    char **parts, int size);

#endif
