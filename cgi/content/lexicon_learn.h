/*
 * lexicon_learn.h - which word translates which, learned from sentences.
 *
 * IBM Model 1 (Brown et al. 1993) over pairs of sentences that say the
 * same, once in each direction.  A word that stands for nothing in the
 * other sentence is given to an empty word; rare words, which Model 1
 * trusts too much, are held back by a Dirichlet prior (Riley and Gildea
 * 2012).  A pair of words is kept where both directions believe in it.
 */
#ifndef CONTENT_LEXICON_LEARN_H
#define CONTENT_LEXICON_LEARN_H

struct mem;

/* The distinct words of one language, numbered from 0. */
struct words;

struct words	*words_new(struct mem *);

/* The number of WORD, LENGTH bytes, which is copied when it is new. */
int		 words_number(struct words *, const char *word,
		    size_t length);
const char	*words_text(const struct words *, int number);
int		 words_count(const struct words *);

/* Numbers of the words of one sentence, each once. */
struct sentence {
	int		*words;
	int		 count;
};

/* Sentences that say the same: left[i] and right[i]. */
struct bitext {
	const struct words	*from, *to;
	const struct sentence	*left, *right;
	int			 count;
};

/* What is learned.  The best translation of a word that always has the
 * same is worth 1; the others are worth less than the best. */
struct learned {
	int		 from, to;
	double		 forth;		/* FROM is called TO: 0 to 1 */
	double		 back;		/* TO is called FROM */
};

/*
 * Learn.  At most eight pairs for a word of either language, in MEM, *COUNT
 * of them, ordered by FROM, then TO.
 */
struct learned	*learn(struct mem *, const struct bitext *, int *count);

#endif
