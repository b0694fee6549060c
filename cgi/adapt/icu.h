/*
 * icu.h - the one door to ICU: languages, messages, dates, order.
 *
 * Implemented in icu.cc, because ICU's C API has neither named message
 * arguments nor LocaleMatcher.
 */
#ifndef ADAPT_ICU_H
#define ADAPT_ICU_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct buf;
struct mem;
struct icu_matcher;
struct icu_message;

/* A matcher over COUNT supported language tags.  Lives for ever. */
struct icu_matcher *icu_matcher(const char *const *tags, int count);

/* The index of the supported language nearest to the COUNT desired ones
 * (best first) by CLDR's distances, or -1 when none is near. */
int	icu_match(const struct icu_matcher *, const char *const *desired,
	    int count);

/* A compiled ICU MessageFormat pattern in LOCALE; NULL when PATTERN is
 * wrong, and the reason in WHY (400 bytes).  Lives for ever. */
struct icu_message *icu_message(const char *locale, const char *pattern,
	    char *why);

/* Names of its arguments: *COUNT of them, sorted. */
const char *const *icu_message_arguments(const struct icu_message *,
	    int *count);

/* One argument: text, or a number when text is NULL. */
struct icu_argument {
	const char	*name;
	const char	*text;
	double		 number;
};

/* The formatted message, in MEM. */
char	*icu_format(const struct icu_message *, struct mem *,
	    const struct icu_argument *, int count);

/* Format it no more: what that takes (a kilobyte) is given back, only its
 * arguments stay known. */
void	icu_message_done(struct icu_message *);

/* "2026-11-21" as a long date in LOCALE, as Europe writes it; the input
 * when it is no date. */
char	*icu_date(const char *locale, struct mem *, const char *iso);

/* Its month and year, "november 2026", for a heading. */
char	*icu_month(const char *locale, struct mem *, const char *iso);

/* The name of a country (ISO 3166 code) or of a language (tag) in LOCALE;
 * the code itself when CLDR does not know it. */
char	*icu_country(const char *locale, struct mem *, const char *code);
char	*icu_language(const char *locale, struct mem *, const char *tag);

/* The name of a language where it stands alone or first: with a capital. */
char	*icu_language_first(const char *locale, struct mem *, const char *tag);

/* The country whose spelling a text in this language follows: the tag's
 * own, of English GB, else the one where most speak it; "none" when CLDR
 * does not know.  In MEM. */
char	*icu_region(const char *tag, struct mem *);

/* The sign between 1 and 5 in "1,5", as people of LOCALE write it.  In
 * MEM. */
char	*icu_decimal(const char *locale, struct mem *);

/* The three letters (ISO 639-3) of a language; "" when there are none. */
char	*icu_iso3(struct mem *, const char *tag);

/* A key, in hex, whose byte order is the order of LOCALE (Swedish å ä ö at
 * the end), and the heading of its A-Z section ("É" is under "E"). */
char	*icu_sort_key(const char *locale, struct mem *, const char *text);
char	*icu_initial(const char *locale, struct mem *, const char *text);

/* TEXT as part of a file's name: "Écrans à projeter" is
 * "ecrans-a-projeter".  Only a-z, 0-9 and single hyphens inside; at most
 * LONGEST bytes, cut between words where there are several; may be "". */
char	*icu_slug(struct mem *, const char *text, size_t longest);

/* NFC form of valid UTF-8. */
char	*icu_nfc(struct mem *, const char *text);

/* Valid UTF-8 for comparing names: without regard to capitals, to how an
 * accent was typed, to ligatures and signs nobody sees.  Accents count. */
char	*icu_fold(struct mem *, const char *text);

#ifdef __cplusplus
}
#endif

#endif
