/*
 * lexicon.h - the tables that carry a word into other languages.
 */
#ifndef CONTENT_LEXICON_H
#define CONTENT_LEXICON_H

struct db;
struct mem;

/* Entries of the lexicon after a call, by source. */
struct lexicon_report {
	long		 glossary;
	long		 learned;
	long		 dictionary;
	const char	*names;		/* of dictionaries: "eng-fra fra-swe" */
};

/*
 * Make anew, in the transaction that is open, what the glossary says and
 * what our translations teach.  0, or -1 when the database failed.
 */
int	lexicon_learn(struct db *, struct lexicon_report *);

/*
 * Read the dictionaries of FreeDict for our languages in FOLDER, in the
 * transaction that is open, as far as they lead to words that our texts
 * have; none is not a fault.  0, and their names in MEM; -1 when the database
 * failed; -2 and a sentence in *WHY (in MEM): a dictionary is broken, and
 * what was known before is kept.
 */
int	lexicon_read(struct db *, struct mem *, const char *folder,
	    struct lexicon_report *, const char **why);

/*
 * Make anew, in the transaction that is open, all that depends on texts that
 * have changed: learn, and read the dictionaries again that were read last.
 * Where these are gone or broken, what they said is kept.  0 or -1.
 */
int	lexicon_renew(struct db *, struct lexicon_report *);

#endif
