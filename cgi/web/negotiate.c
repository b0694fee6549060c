/*
 * negotiate.c - which language a reader is greeted in.
 *
 * The ranges of the header are asked three times: a language the reader
 * names goes before one that CLDR takes to be understood, and that before
 * one the near column of LOCALES adds.  ("so, sv;q=0.8" is Swedish, "so"
 * alone English.  ICU asked with the whole list agrees, but only until the
 * named language is five places behind.)
 */
#include <string.h>

#include "adapt/icu.h"
#include "web/accept.h"
#include "web/messages.h"
#include "web/messages_private.h"

/* What the reader asks for, best first: first what is wanted, then what is
 * excluded. */
struct wish {
	const struct messages	*m;
	struct accept_range	 ranges[ACCEPT_RANGES];
	int			 count;
	int			 wanted;	/* those of a weight over 0 */
};

/* 1 when both tags begin with the same language. */
static int
same_language(const char *a, const char *b)
{
	size_t	length = strcspn(a, "-");

	return strcspn(b, "-") == length && strncasecmp(a, b, length) == 0;
}

/* 1 when a range of weight 0 covers this language. */
static int
excluded(const struct wish *wish, int language)
{
	const char	*tag = wish->m->language[language].tag;
	size_t		 length;
	int		 i;

	for (i = wish->wanted; i < wish->count; i++) {
		length = strlen(wish->ranges[i].tag);
		if (strncasecmp(wish->ranges[i].tag, tag, length) == 0 &&
		    (tag[length] == '\0' || tag[length] == '-'))
			return 1;
	}
	return 0;
}

/* The language CLDR leads TAG to, or -1. */
static int
related(const struct messages *m, const char *tag)
{
	return icu_match(m->matcher, &tag, 1);
}

/* The same, only when it is the one that TAG names. */
static int
named(const struct messages *m, const char *tag)
{
	int	language = related(m, tag);

	return language != -1 && same_language(m->language[language].tag,
	    tag) ? language : -1;
}

/* The language that lists TAG as near, or -1. */
static int
near(const struct messages *m, const char *tag)
{
	const char	*word;
	size_t		 length;
	int		 i;

	for (i = 0; i < m->languages; i++)
		for (word = m->language[i].near; *word != '\0';
		    word += length + strspn(word + length, " ")) {
			length = strcspn(word, " ");
			if (strcspn(tag, "-") == length &&
			    strncasecmp(word, tag, length) == 0)
				return i;
		}
	return -1;
}

/* What ranges FROM to TO lead to, none of them `*`, or -1. */
static int
serve(const struct wish *wish, int from, int to)
{
	int	(*const ways[])(const struct messages *, const char *) = {
	    named, related, near };
	int	language, i;
	size_t	way;

	for (way = 0; way < sizeof(ways) / sizeof(ways[0]); way++)
		for (i = from; i < to; i++) {
			language = ways[way](wish->m, wish->ranges[i].tag);
			if (language != -1 && !excluded(wish, language))
				return language;
		}
	return -1;
}

/* What `*` stands for: the first language no other range speaks of. */
static int
any_other(const struct wish *wish)
{
	int	i, j;

	for (i = 0; i < wish->m->languages; i++) {
		for (j = 0; j < wish->count; j++)
			if (same_language(wish->ranges[j].tag,
			    wish->m->language[i].tag))
				break;
		if (j == wish->count)
			return i;
	}
	return -1;
}

/* The first language that is not excluded; all are: the default. */
static int
fallback(const struct wish *wish)
{
	int	i;

	for (i = 0; i < wish->m->languages; i++)
		if (!excluded(wish, i))
			return i;
	return 0;
}

int
messages_negotiate(const struct messages *m, const char *chosen,
    const char *accept)
{
	struct wish	wish = { .m = m };
	int		language, star;

	if (chosen != NULL && (language = messages_tag(m, chosen)) != -1)
		return language;
	if (accept != NULL)
		wish.count = accept_read(wish.ranges, accept);
	while (wish.wanted < wish.count &&
	    wish.ranges[wish.wanted].weight > 0)
		wish.wanted++;
	for (star = 0; star < wish.wanted; star++)
		if (wish.ranges[star].tag[0] == '*')
			break;
	language = serve(&wish, 0, star);
	if (language == -1 && star < wish.wanted)
		language = any_other(&wish);
	if (language == -1 && star < wish.wanted)
		language = serve(&wish, star + 1, wish.wanted);
	return language == -1 ? fallback(&wish) : language;
}
