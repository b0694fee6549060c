/*
 * match.h - does a text have these words?
 *
 * Words are compared in small letters, without apostrophes, hyphens and
 * other signs: “l’Entreprise d’accueil” is “l entreprise d accueil”.
 */
#ifndef CONTENT_MATCH_H
#define CONTENT_MATCH_H

struct mem;

/* TEXT as its words, a blank before and after each, in MEM. */
char	*match_words(struct mem *, const char *text);

/*
 * Compile PATTERNS, between bars, in MEM: "entreprise* d’accueil|scheme".
 * A star stands for the rest of a word, in front for its beginning.
 * Closed with NULL.
 */
const char *const *match_patterns(struct mem *, const char *patterns);

/* The first of the patterns that WORDS (of match_words) has, or NULL. */
const char *match_find(const char *words, const char *const *patterns);

#endif
