/*
 * item.h - one item, for the pages that show it or a part of it.
 */
#ifndef PAGE_ITEM_H
#define PAGE_ITEM_H

struct req;
struct rows;

/* Give the template the row of item-page, and what depends on it: `is`
 * (the state of the translation), reviewed_date. */
void	 item_view(struct req *, const struct rows *item);

/* Give the template `steps`, the `totals` of their minutes and, if one is
 * shown, the `step` (rows of item-steps, at least one). */
void	 item_steps(struct req *, const struct rows *steps);

/* 0 when ITEM, rows of item-page, has the item of KIND and SLUG; else the
 * status to return: it moved, was withdrawn or never was. */
int	 item_absent(struct req *, const struct rows *item, const char *kind,
	    const char *slug);

/* The slug that an item once called SLUG has now; NULL when there is none,
 * and *STATUS is what to return. */
const char *item_renamed(struct req *, const char *kind, const char *slug,
	    int *status);

/* Render TEMPLATE with what depends on the item and its kind alone.  WORD
 * stands before its title in the browser's, unless NULL.  The status to
 * return. */
int	 item_page(struct req *, const struct rows *item,
	    const char *template, const char *word);

/* GET /{lang}/{kind}/{slug}?with=LANG: both languages side by side. */
int	 item_with(struct req *, const char *kind, const char *slug);

#endif
