/*
 * warn_private.h - what the files of warn.h share.
 */
#ifndef CONTENT_WARN_PRIVATE_H
#define CONTENT_WARN_PRIVATE_H

struct collection;
struct faults;
struct item;
struct mem;
struct segment;
struct text;
struct warn_lists;

/* One segment as plain text and as words (match.h). */
struct warn_segment {
	const struct segment	*segment;
	const char		*plain;
	const char		*words;
};

/* A text with, for each of its segments, the source's; in the source
 * itself both are the same. */
struct warn_pair {
	struct mem			*mem;
	const struct collection		*all;
	const struct item		*item;
	const struct text		*text;
	const struct warn_segment	*here;
	const struct warn_segment	*source;
	int				 count;
	struct faults			*faults;
};

/* How long sentences are. */
void	warn_sentences(const struct warn_pair *);

/* Does a translation say the same: length, numbers, links, names? */
void	warn_same(const struct warn_pair *);

/* Terms of a translation; words that no text should have. */
void	warn_terms(const struct warn_pair *, const struct warn_lists *);
void	warn_forbidden(const struct warn_pair *, const struct warn_lists *);

#endif
