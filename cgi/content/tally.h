/*
 * tally.h - many people's answers to one tool, counted.
 *
 * An answer travels as one line without a name, "fr f01=3 q01=y2 q02=n",
 * always of TALLY_LINE bytes: from outside, all look alike.  What it says is
 * shown under one rule: nothing of fewer than TALLY_PEOPLE.
 *
 * The mean of a domain (the fields under one heading) is, for a person, that
 * of the levels they gave in it; for the group, that of the people who gave
 * at least one.
 */
#ifndef CONTENT_TALLY_H
#define CONTENT_TALLY_H

struct mem;
struct sheet;
struct tally;

#define TALLY_LINE	512	/* bytes of an answer */
#define TALLY_PEOPLE	5	/* fewer are nobody's business */
#define TALLY_LEVELS	8	/* of a scale, at most */

/* What SHEET says, in LANG, as a line in MEM; NULL when it says nothing. */
const char	*tally_write(struct mem *, const struct sheet *,
		    const char *lang);

/* No answers yet to the tool of SHEET, which must live as long. */
struct tally	*tally_new(struct mem *, const struct sheet *);

/* One more answer; a line that is none is left out.  What the tool does not
 * ask any more is not counted. */
void		 tally_add(struct tally *, const char *line);

/* Put the answers in an order that chance makes. */
void		 tally_shuffle(struct tally *);

/* How many people answered; 1 when anything of it may be shown. */
int		 tally_people(const struct tally *);
int		 tally_is_shown(const struct tally *);

/* --- domains -------------------------------------------------------------- */

/* How many domains there are; the first field of one. */
int		 tally_domains(const struct tally *);
int		 tally_field(const struct tally *, int domain);

/* The group's mean in DOMAIN, of those who answered in LANG (NULL: in any
 * language), *PEOPLE of them; NaN when they are fewer than TALLY_PEOPLE. */
double		 tally_mean(const struct tally *, int domain,
		    const char *lang, int *people);

/* How many say that they made progress in DOMAIN, in one point or more, of
 * *PEOPLE who said yes or no to any. */
int		 tally_moved(const struct tally *, int domain, int *people);

/*
 * The languages of the answers, in order of their tags: the n-th, NULL after
 * the last.  None when there is but one, or when a part could be worked out
 * from the whole: a language, or a domain in it, that one to four people
 * answered.
 */
const char	*tally_language(const struct tally *, int n);

/* --- people --------------------------------------------------------------- */

/* How many chose LEVEL (from 1) in the field. */
int		 tally_count(const struct tally *, int field, int level);

/* Of one person: the language, the level of a field (0: none), and whether
 * they made progress: 'y', 'n' or '-'. */
const char	*tally_lang(const struct tally *, int person);
int		 tally_level(const struct tally *, int person, int field);
char		 tally_progress(const struct tally *, int person, int field);

#endif
