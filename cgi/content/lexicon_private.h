/*
 * lexicon_private.h - what the files of lexicon.h share.
 *
 * A source puts what it says into stage_lexicon, where it lies side by side
 * with that of others; lexicon_store() then writes what differs.
 */
#ifndef CONTENT_LEXICON_PRIVATE_H
#define CONTENT_LEXICON_PRIVATE_H

#include <stddef.h>

#include "adapt/db.h"

struct mem;

/* Run COUNT statements without arguments, one after the other.  0 or -1. */
int	lexicon_run(struct db *, struct mem *, const enum query *steps,
	    size_t count);

/* What SOURCE says is in stage_lexicon, and nothing else holds any more; note
 * that it was made from VERSION, and how much it says in *ENTRIES.  0 or
 * -1. */
int	lexicon_store(struct db *, struct mem *, const char *source,
	    const char *version, long *entries);

#endif
