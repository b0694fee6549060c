/*
 * lexicon_dictd.h - bilingual dictionaries in the format of dictd.
 *
 * Two files: NAME.index lists headwords with place and length of their
 * entry (tab separated, base 64), NAME.dict.dz holds the entries, gzipped.
 * An entry of FreeDict is
 *	headword /pronunciation/ <grammar>
 *	1. translation, translation
 *	a definition
 *	2. translation
 * where numbers are only there when there are several meanings.
 */
#ifndef CONTENT_LEXICON_DICTD_H
#define CONTENT_LEXICON_DICTD_H

struct mem;

/* A translation: what stands for what, RANK (from 1) in its entry. */
typedef void dictd_put(void *to, const char *headword,
    const char *translation, int rank);

/*
 * Give each translation of dictionary PATH (without .index and .dict.dz) to
 * PUT.  Spaces are single; what stands in brackets is left out.  How many,
 * or -1 and a sentence in *WHY (in MEM) when it cannot be read.
 */
int	dictd_read(struct mem *, const char *path, dictd_put *, void *to,
	    const char **why);

#endif
