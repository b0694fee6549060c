/*
 * icu.c - dates, order and names as the reader's language has them.
 */
#include "adapt/icu.h"
#include "base/mem.h"

#include "tap.h"

static struct mem	*mem;

static void
test_dates(void)
{
	is_text(icu_date("fr", mem, "2026-11-21"), "21 novembre 2026",
	    "a French date");
	is_text(icu_date("en", mem, "2026-11-21"), "21 November 2026",
	    "an English date, as Europe writes it");
	is_text(icu_date("it", mem, "2026-11-21"), "21 novembre 2026",
	    "an Italian date");
	is_text(icu_date("sv", mem, "2026-11-21"), "21 november 2026",
	    "a Swedish date");
	is_text(icu_date("fr", mem, "2026-01-01"), "1 janvier 2026",
	    "the first day of a year stays in it");
	is_text(icu_date("sv", mem, "2024-02-29"), "29 februari 2024",
	    "a leap day");
	is_text(icu_date("sv", mem, "2026-02-29"), "2026-02-29",
	    "a day that is none stays as it is");
	is_text(icu_date("fr", mem, "2026-13-01"), "2026-13-01",
	    "a month that is none");
	is_text(icu_date("fr", mem, "2026-11-21x"), "2026-11-21x",
	    "a date with a tail");
	is_text(icu_date("fr", mem, "bientôt"), "bientôt", "no date at all");
	is_text(icu_month("fr", mem, "2026-11-21"), "Novembre 2026",
	    "a month in French, as a heading");
	is_text(icu_month("sv", mem, "2026-02-28"), "Februari 2026",
	    "a month in Swedish");
	is_text(icu_month("it", mem, "2026-02-29"), "2026-02-29",
	    "no day has no month");
	is_text(icu_date("fa", mem, "2026-11-21"), "۲۱ نوامبر ۲۰۲۶",
	    "the calendar of Europe in every language");
}

/* 1 when the words, closed with NULL, are in the order of LOCALE. */
static int
in_order(const char *locale, const char *const *words)
{
	for (; words[1] != NULL; words++)
		if (strcmp(icu_sort_key(locale, mem, words[0]),
		    icu_sort_key(locale, mem, words[1])) >= 0)
			return 0;
	return 1;
}

static void
test_order(void)
{
	static const char *const swedish[] = { "arbete", "Östergötland",
	    NULL };
	static const char *const swedes[] = { "Andra", "oro", "zebra",
	    "ålder", "ärende", "Öppen", NULL };
	static const char *const french[] = { "cote", "coté", "côte", "côté",
	    "école", "emploi", "équipe", "été", "œuvre", "ouvrir", NULL };
	static const char *const arabic[] = { "أب", "باب", "تاج", "يوم",
	    NULL };

	ok(in_order("sv", swedish), "Swedish ö comes after a");
	ok(in_order("sv", swedes), "Swedish å, ä and ö come after z");
	ok(in_order("fr", swedes) == 0, "in French they do not");
	ok(in_order("fr", french), "French accents count last");
	ok(in_order("ar", arabic), "Arabic is in its own order");
	is_text(icu_sort_key("fr", mem, "été"),
	    icu_sort_key("fr", mem, "e\u0301te\u0301"),
	    "composed or not, the same key");
	ok(strspn(icu_sort_key("fr", mem, "mot"), "0123456789abcdef") ==
	    strlen(icu_sort_key("fr", mem, "mot")), "keys are hex");
}

static void
test_names(void)
{
	is_text(icu_initial("fr", mem, "équipe"), "E", "É is under E");
	is_text(icu_initial("fr", mem, "œuvre"), "O", "Œ is under O");
	is_text(icu_initial("sv", mem, "återkoppling"), "Å",
	    "Swedish Å has its own section");
	is_text(icu_initial("sv", mem, "öppen"), "Ö", "so has Ö");
	is_text(icu_initial("it", mem, "autonomia"), "A", "A is under A");
	is_text(icu_initial("ar", mem, "باب"), "ب", "Arabic has letters");
	is_text(icu_country("fr", mem, "SE"), "Suède", "Sweden in French");
	is_text(icu_country("sv", mem, "IT"), "Italien", "Italy in Swedish");
	is_text(icu_country("it", mem, "FR"), "Francia",
	    "France in Italian");
	is_text(icu_country("en", mem, "EU"), "European Union",
	    "the Union is a country of facts");
	is_text(icu_country("en", mem, "QY"), "QY",
	    "a country that is none keeps its code");
	is_text(icu_language("it", mem, "sv"), "svedese",
	    "Swedish in Italian");
	is_text(icu_language("sv", mem, "sv"), "svenska",
	    "Swedish in Swedish");
	is_text(icu_language_first("it", mem, "sv"), "Svedese",
	    "with a capital where it stands alone");
	is_text(icu_language_first("en", mem, "pt-BR"), "Portuguese",
	    "a capital that is there stays");
	is_text(icu_nfc(mem, "e\u0301"), "é", "NFC composes");
}

static void
test_slug(void)
{
	is_text(icu_slug(mem, "Écrans à projeter", 60), "ecrans-a-projeter",
	    "a title names a file");
	is_text(icu_slug(mem, "Skärmar, första gången", 60),
	    "skarmar-forsta-gangen", "in any language");
	is_text(icu_slug(mem, "L’outil – œuvre (2)", 60), "l-outil-oeuvre-2",
	    "without signs");
	is_text(icu_slug(mem, "ملف", 60), "mlf", "in any script");
	is_text(icu_slug(mem, "one two three", 9), "one-two",
	    "cut between words");
	is_text(icu_slug(mem, "one two", 7), "one-two", "not too soon");
	is_text(icu_slug(mem, "abcdef", 3), "abc", "or inside the only one");
	is_text(icu_slug(mem, "–!", 3), "", "or there is none");
}

static void
test_habits(void)
{
	is_text(icu_region("fr", mem), "FR", "French as in France");
	is_text(icu_region("sv", mem), "SE", "Swedish as in Sweden");
	is_text(icu_region("fr-CH", mem), "CH", "a country that is named");
	is_text(icu_region("en", mem), "GB", "English as in Britain");
	is_text(icu_region("zz", mem), "none", "a language nobody knows");
	is_text(icu_decimal("fr", mem), ",", "1,5 in French");
	is_text(icu_decimal("it", mem), ",", "in Italian");
	is_text(icu_decimal("sv", mem), ",", "in Swedish");
	is_text(icu_decimal("en", mem), ".", "1.5 in English");
}

int
main(void)
{
	mem = mem_new();
	test_dates();
	test_order();
	test_names();
	test_slug();
	test_habits();
	mem_free(mem);
	return done();
}
