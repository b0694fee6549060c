/*
 * warn.h - what may be wrong with content, for a person to judge.
 *
 * Nothing here keeps a text from being imported: people do not write for a
 * checker.
 */
#ifndef CONTENT_WARN_H
#define CONTENT_WARN_H

struct collection;
struct faults;
struct warn_lists;

/*
 * The lists of words in FOLDER, in the collection's memory: terms.tsv (what
 * stands for a term in each language) and forbidden.tsv (what does not).
 * Their first lines say how they are written.  What is wrong with them is a
 * fault of the collection's.
 */
struct warn_lists *warn_open(struct collection *, const char *folder);

/* Add what looks wrong in the collection's texts.  They must have passed
 * check.h. */
void	warn_texts(const struct collection *, const struct warn_lists *,
	    struct faults *);

/* Add each source that was last looked at before DAY, "2026-11-21". */
void	warn_facts(const struct collection *, const char *day,
	    struct faults *);

#endif
