/*
 * messages.h - the languages and the words of the interface.
 *
 * i18n/LOCALES lists the languages; i18n/messages/<tag>.xlf (XLIFF 2.1)
 * holds the words, ICU MessageFormat with named arguments.  Languages and
 * messages are small numbers from 0 on; language 0 is the default.
 */
#ifndef WEB_MESSAGES_H
#define WEB_MESSAGES_H

struct mem;
struct messages;
struct icu_argument;

struct language {
	const char	*tag;		/* "sv" */
	const char	*search;	/* PostgreSQL text search: "swedish" */
	const char	*dir;		/* "ltr" or "rtl" */
	const char	*near;		/* "da nb nn no", may be "" */
};

/* Read everything below FOLDER ("…/i18n").  Ends the program with file,
 * line and reason when anything is missing or wrong. */
struct messages	*messages_load(const char *folder);

int		 messages_languages(const struct messages *);
const struct language *messages_language(const struct messages *, int);

/* The language with exactly this tag, or -1. */
int		 messages_tag(const struct messages *, const char *tag);

/* The message's number, or -1. */
int		 messages_find(const struct messages *, const char *id);

/* The names of the arguments it takes in the default language. */
const char *const *messages_arguments(const struct messages *, int message,
		    int *count);

/* The message in a language.  Without arguments the text lives for ever,
 * else in MEM. */
const char	*messages_text(const struct messages *, struct mem *,
		    int language, int message, const struct icu_argument *,
		    int count);

/* The same by name, without arguments; a name that is not there ends the
 * program.  Write the name as a literal: `make lint` looks for them. */
const char	*messages_word(const struct messages *, int language,
		    const char *id);

/*
 * The reader's language (negotiation of design: "/" only).  CHOSEN is the
 * language kept by the browser or NULL, ACCEPT the Accept-Language header
 * or NULL.  Always a language.
 */
int		 messages_negotiate(const struct messages *,
		    const char *chosen, const char *accept);

/* How many messages there are, and a message's id: for lint. */
int		 messages_count(const struct messages *);
const char	*messages_id(const struct messages *, int message);

#endif
