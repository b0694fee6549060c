/*
 * lexicon_private.h - what the files of lexicon.h share.
 */
#ifndef CONTENT_LEXICON_PRIVATE_H
#define CONTENT_LEXICON_PRIVATE_H

struct db;
struct mem;

/* All that SOURCE has said is void.  0 or -1. */
int	lexicon_forget(struct db *, struct mem *, const char *source);

/* Note that SOURCE was made from VERSION; how much it says in *ENTRIES.
 * 0 or -1. */
int	lexicon_note(struct db *, struct mem *, const char *source,
	    const char *version, long *entries);

#endif
