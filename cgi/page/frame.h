/*
 * frame.h - what every page tells the layout.
 */
#ifndef PAGE_FRAME_H
#define PAGE_FRAME_H

struct req;

/* Which part of the site a page belongs to: the navigation marks it. */
struct frame {
	const char	*section;	/* model, module, resource, team, search; NULL */
	const char	*title;
	const char	*summary;	/* NULL: none */
	const char	*area;		/* whose picture links show; NULL: all */
};

/* Render TEMPLATE inside the layout.  The status to return. */
int	 frame_page(struct req *, const char *template, const struct frame *);

#endif
