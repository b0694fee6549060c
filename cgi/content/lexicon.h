/*
 * lexicon.h - the tables that carry a word into other languages.
 */
#ifndef CONTENT_LEXICON_H
#define CONTENT_LEXICON_H

struct db;
struct mem;

/* Entries of the lexicon after a call, by source. */
struct lexicon_report {
	long	glossary;
	long	learned;
	long	dictionary;
};

/*
 * Make anew, in the transaction that is open, what the glossary says and
 * what our translations teach.  0, or -1 when the database failed.
 */
int	lexicon_learn(struct db *, struct lexicon_report *);

/*
 * Read the dictionaries of FreeDict for our languages in FOLDER, in the
 * transaction that is open; none is not a fault.  0, -1 when the database
 * failed, or -2 and a sentence in *WHY (in MEM): a dictionary is broken.
 */
int	lexicon_read(struct db *, struct mem *, const char *folder,
	    struct lexicon_report *, const char **why);

#endif
