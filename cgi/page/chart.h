/*
 * chart.h - charts as data: what a template draws, measured out.
 *
 * Each function returns JSON for view_json(view, "chart", …); the macros of
 * templates/part/chart.xml draw it, always beside or inside a table with the
 * same figures.  Lengths are units of the viewBox.  Nothing is told by
 * colour alone.  All texts are copied.
 */
#ifndef PAGE_CHART_H
#define PAGE_CHART_H

struct mem;

#define CHART_LEVELS	8	/* of a scale, at most */
#define CHART_PEOPLE	5	/* fewer are never shown as a group */

/* A line of a table with its own strip of a chart. */
struct chart_row {
	const char	*group;		/* heading above it, or NULL */
	const char	*area;		/* class: "teams", or NULL */
	const char	*label;
	const char	*lang;		/* of the label, NULL: the page's */
	const char	*href;		/* or NULL */
	int		 first;		/* level at the first date, 0: none */
	int		 second;	/* at the second */
	double		 mean;		/* NaN: none */
	int		 answers;	/* behind the mean */
	int		 counts[CHART_LEVELS];	/* of people at each level */
};

/*
 * Part "dots": the 13 factors, each a strip of LEVELS with a hollow point
 * for the first date and a full one for the second.  chart: levels (x,
 * number), width, grid, rows (group, area, label, lang, href, first,
 * second (text, NULL: none), before, after (x, r), move).
 */
char	*chart_dots(struct mem *, const struct chart_row *, int count,
	    int levels);

/*
 * Part "bars": a bar for each mean, from 0 to LEVELS, for readers of LANG
 * (how they write 2,35).  chart: levels, width, grid, rows (group, area,
 * label, lang, href, mean (text, NULL: none), answers, length).
 */
char	*chart_bars(struct mem *, const struct chart_row *, int count,
	    int levels, const char *lang);

/*
 * Part "spread": how many people stand at each level.  A row with fewer than
 * CHART_PEOPLE has no counts at all, not even 0.  chart: levels, width,
 * grid, rows (group, area, label, lang, href, people (0: too few), split (at
 * least a third in each half of the scale), columns (x, y, width, height,
 * middle, above, level, count)).
 */
char	*chart_spread(struct mem *, const struct chart_row *, int count,
	    int levels);

/* --- needs and partners ---------------------------------------------------- */

enum chart_link_kind {
	CHART_MISSING,		/* to be found, or made */
	CHART_WEAK,		/* informal */
	CHART_PLAIN,
	CHART_STRONG		/* formal */
};

/* One row of the tool's table of partners.  What people type is taken
 * apart: "A ; B" or lines name several. */
struct chart_link {
	const char		*need;
	const char		*partner;
	enum chart_link_kind	 kind;
};

/*
 * Part "map": needs on the left, partners on the right, lines between, for
 * the NEEDS that were listed and those only a link names.  A link finds its
 * need when both are written alike, when one contains the other, or when
 * they share most of their words.  chart: width, height, needs and partners
 * (y, height, middle, first, unmet, class, text, lines (y, text), with
 * (text, kind)),
 * lines (d, kind), uses/{missing weak plain strong}, count, unmet; nothing
 * (NULL) when there is neither need nor partner.
 */
char	*chart_map(struct mem *, const char *const *needs, int need_count,
	    const struct chart_link *, int link_count);

#endif
