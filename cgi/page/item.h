/*
 * item.h - one item, for the pages that show one.
 */
#ifndef PAGE_ITEM_H
#define PAGE_ITEM_H

struct req;
struct rows;

/* Give the template the row of item-page, and what depends on it: `is`
 * (the state of the translation), reviewed_date. */
void	 item_view(struct req *, const struct rows *item);

#endif
