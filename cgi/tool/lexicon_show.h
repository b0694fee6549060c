/*
 * lexicon_show.h - what a word is called in the other languages.
 */
#ifndef TOOL_LEXICON_SHOW_H
#define TOOL_LEXICON_SHOW_H

struct db;
struct mem;

/* Print what WORDS, closed with NULL, are elsewhere, as lines or as JSON.
 * COMMAND_OK, or COMMAND_FAILED: no database, or nobody knows them. */
int	lexicon_show(struct db *, struct mem *, char **words, int json);

#endif
