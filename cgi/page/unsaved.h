/*
 * unsaved.h - the words of a form whose own page cannot be drawn.
 */
#ifndef PAGE_UNSAVED_H
#define PAGE_UNSAVED_H

struct req;

/*
 * Give the template `words`, what the form brought: name, value, hidden (no
 * words: carried along), label (as the form said it: field "l." and its
 * name, or its column's) and row (its number in a table); the last two may
 * be nothing.  Needs no database.
 */
void	 unsaved_words(struct req *);

#endif
