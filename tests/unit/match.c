/*
 * match.c - a translator looks for a term: inflected, elided, compound.
 */
#include "base/mem.h"
#include "content/match.h"

#include "tap.h"

static struct mem	*mem;

static const char *
find(const char *text, const char *patterns)
{
	return match_find(match_words(mem, text),
	    match_patterns(mem, patterns));
}

static void
test_words(void)
{
	is_text(match_words(mem, "L\u2019Entreprise d\u2019accueil\u00a0: "
	    "\u00ab\u00a0\u00c9t\u00e9\u00a0\u00bb"),
	    " l entreprise d accueil \u00e9t\u00e9 ",
	    "signs go, letters are small");
	is_text(match_words(mem, "A2\u202fB-1\u2026"), " a2 b 1 ",
	    "digits stay");
	is_text(match_words(mem, "\u00c5\u00c4\u00d6 \u0152uvre \u00d7"),
	    " \u00e5\u00e4\u00f6 \u0153uvre \u00d7 ",
	    "letters of our languages");
	is_text(match_words(mem, ""), " ", "no words");
	is_text(match_words(mem, "\U0001f600 \u0645\u0631\u062d"),
	    " \U0001f600 \u0645\u0631\u062d ", "what is unknown stays");
}

static void
test_patterns(void)
{
	ok(find("Les outils.", "outil|outils") != NULL, "one of several");
	ok(find("Les outils.", "outil") == NULL, "a word is a whole word");
	ok(find("Les outils.", "outil*") != NULL, "a star ends it");
	ok(find("L\u2019outil", "outil*") != NULL, "or nothing");
	ok(find("kartl\u00e4ggningsverktyget", "*verktyg*") != NULL,
	    "in front and behind");
	ok(find("ett verktyg", "*verktyg") != NULL, "in front, nothing");
	ok(find("verktyget", "*verktyg") == NULL, "in front alone");
	ok(find("une entreprise d\u2019accueil ici",
	    "entreprise* d\u2019accueil") != NULL, "several words");
	ok(find("une entreprise, un accueil",
	    "entreprise* d\u2019accueil") == NULL, "all of them");
	ok(find("entreprise d", "entreprise* d\u2019accueil") == NULL,
	    "to the last");
	ok(find("x", "") == NULL, "no pattern fits nothing");
	ok(find("", "*") == NULL, "nothing has no word");
	is_text(find("a b c", "x|b c"), "b c ", "what was found is said");
}

int
main(void)
{
	mem = mem_new();
	test_words();
	test_patterns();
	mem_free(mem);
	return done();
}
