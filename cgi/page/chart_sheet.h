/*
 * chart_sheet.h - charts of worksheets: factors, needs and partners.
 */
#ifndef PAGE_CHART_SHEET_H
#define PAGE_CHART_SHEET_H

struct req;
struct sheet;

/* Part "dots" for the self-assessment: one or two worksheets of it (BEFORE
 * or AFTER may be NULL), as chart_dots() gives it. */
char	*chart_sheet_factors(struct req *, const struct sheet *before,
	    const struct sheet *after);

/* 1 when tool SLUG is the self-assessment. */
int	 chart_sheet_is_assessment(const char *slug);

/* Part "map" for partnership tools A and B (TOOL: the slug), as chart_map()
 * gives it; NULL for other tools, and when the tables are empty. */
char	*chart_sheet_partners(struct req *, const char *tool,
	    const struct sheet *);

/* The names ("f07") of the COUNT lowest factors of a self-assessment, those
 * the reader would begin with; of equals the first.  Returns how many were
 * answered, at most COUNT. */
int	 chart_sheet_lowest(const struct sheet *, const char **names,
	    int count);

#endif
