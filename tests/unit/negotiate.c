/*
 * negotiate.c - every browser is greeted in a language its reader knows.
 */
#include <stdlib.h>

#include "adapt/icu.h"
#include "base/mem.h"
#include "web/messages.h"

#include "tap.h"

static struct messages	*messages;
static struct mem	*mem;

struct greeting {
	const char	*accept;	/* the header, or NULL */
	const char	*chosen;	/* the cookie, or NULL */
	const char	*want;
};

static const struct greeting table[] = {
	/* nothing to go by */
	{ NULL, NULL, "fr" },
	{ "", NULL, "fr" },
	{ "   \t ", NULL, "fr" },
	{ ",", NULL, "fr" },
	{ ",,;,", NULL, "fr" },
	{ "de", NULL, "fr" },
	{ "zh-Hant-TW", NULL, "fr" },
	{ "de-AT,de;q=0.9,pl;q=0.5", NULL, "fr" },

	/* the language a person chose goes first */
	{ "en", "sv", "sv" },
	{ NULL, "it", "it" },
	{ "it;q=0", "it", "it" },
	{ "sv", "", "sv" },
	{ "sv", "de", "sv" },
	{ "sv", "SV", "sv" },
	{ "sv", "it; drop", "sv" },
	{ "sv", "../fr", "sv" },

	/* one language, with and without a region */
	{ "fr", NULL, "fr" },
	{ "en", NULL, "en" },
	{ "it", NULL, "it" },
	{ "sv", NULL, "sv" },
	{ "fr-CH", NULL, "fr" },
	{ "sv-FI", NULL, "sv" },
	{ "it-CH", NULL, "it" },
	{ "en-GB", NULL, "en" },
	{ "EN-gb", NULL, "en" },
	{ "en-Latn-GB", NULL, "en" },
	{ "en-GB-oed", NULL, "en" },
	{ "fr-u-nu-latn", NULL, "fr" },
	{ "fr-Latn-CH-x-home", NULL, "fr" },
	{ "it_IT", NULL, "it" },
	{ "sv_SE", NULL, "sv" },
	{ "swe", NULL, "sv" },
	{ "i-default", NULL, "en" },

	/* a script the reader of our texts may not know */
	{ "sv-Cyrl", NULL, "fr" },
	{ "en-Shaw, sv;q=0.1", NULL, "sv" },

	/* weights */
	{ "en;q=0.3,sv;q=0.9", NULL, "sv" },
	{ "en;q=0.3, it", NULL, "it" },
	{ "de,en;q=0.7,sv;q=0.3", NULL, "en" },
	{ "sv-SE,sv;q=0.9,en-US;q=0.8,en;q=0.7", NULL, "sv" },
	{ "it,en", NULL, "it" },
	{ "en;q=0.5,it;q=0.5", NULL, "en" },
	{ "en;q=0.500,it;q=0.501", NULL, "it" },
	{ "en;q=0.001", NULL, "en" },
	{ "sv;Q=0.2,it;Q=0.4", NULL, "it" },
	{ "en;q=1.,sv;q=0.", NULL, "en" },
	{ "fr-CH, en;q=0.9", NULL, "fr" },
	{ "en-IN, de, fr", NULL, "en" },
	{ " en ; q=0.4\t,\tsv\t;\tq=0.6 ", NULL, "sv" },
	{ "en;q= 0.4,sv;q= 0.6", NULL, "sv" },
	{ "sv;q=0.1,fr;q=0.2,sv", NULL, "sv" },
	{ "it;q=0.9,en;q=0.8,it;q=0.1", NULL, "it" },

	/* a weight of nothing excludes */
	{ "fr;q=0", NULL, "en" },
	{ "fr;q=0.000,en;q=0", NULL, "it" },
	{ "fr;q=0,en;q=0,it;q=0", NULL, "sv" },
	{ "fr;q=0,en;q=0,it;q=0,sv;q=0", NULL, "fr" },
	{ "sv;q=0,sv-FI,it;q=0.1", NULL, "it" },
	{ "fr-CA;q=0,fr", NULL, "fr" },
	{ "br,fr;q=0", NULL, "en" },
	{ "da,sv;q=0,it;q=0.1", NULL, "it" },

	/* any other */
	{ "*", NULL, "fr" },
	{ "*;q=0.1", NULL, "fr" },
	{ "de,*;q=0.5", NULL, "fr" },
	{ "fr;q=0.1,*", NULL, "en" },
	{ "*,fr;q=0", NULL, "en" },
	{ "en,*", NULL, "en" },
	{ "*,en", NULL, "en" },
	{ "so,*;q=0.5", NULL, "en" },
	{ "fr;q=0.1,en;q=0.2,it;q=0.3,sv;q=0.4,*", NULL, "sv" },
	{ "*;q=0", NULL, "fr" },
	{ "it,*;q=0", NULL, "it" },
	{ "so,*;q=0", NULL, "en" },
	{ "*-CH,sv;q=0.1", NULL, "sv" },

	/* related languages, as CLDR has them */
	{ "br", NULL, "fr" },
	{ "co", NULL, "fr" },
	{ "oc", NULL, "fr" },
	{ "oc-FR,oc;q=0.9", NULL, "fr" },
	{ "wo", NULL, "fr" },
	{ "ln-CD", NULL, "fr" },
	{ "mg", NULL, "fr" },
	{ "cy", NULL, "en" },
	{ "sq", NULL, "en" },
	{ "so", NULL, "en" },
	{ "ti-ER", NULL, "en" },
	{ "am", NULL, "en" },
	{ "ur-PK", NULL, "en" },
	{ "i-klingon", NULL, "en" },
	{ "ar", NULL, "fr" },
	{ "fa-AF", NULL, "fr" },

	/* a language named goes before one that is only related */
	{ "so,sv;q=0.8", NULL, "sv" },
	{ "ti,it;q=0.3", NULL, "it" },
	{ "br,en;q=0.2", NULL, "en" },
	{ "wo,de,es,pt,nl,pl,cs,it", NULL, "it" },
	{ "ca,so;q=0.9", NULL, "en" },

	/* neighbours, as i18n/LOCALES has them */
	{ "ca", NULL, "fr" },
	{ "ca-ES,es;q=0.9", NULL, "fr" },
	{ "ca,sv;q=0.1", NULL, "sv" },
	{ "wa", NULL, "fr" },
	{ "sc", NULL, "it" },
	{ "fur", NULL, "it" },
	{ "lij", NULL, "it" },
	{ "vec-IT", NULL, "it" },
	{ "nap", NULL, "it" },
	{ "scn", NULL, "it" },
	{ "da", NULL, "sv" },
	{ "DA-dk", NULL, "sv" },
	{ "nb-NO,nb;q=0.9,no;q=0.8", NULL, "sv" },
	{ "nn", NULL, "sv" },
	{ "no", NULL, "sv" },
	{ "no-NO", NULL, "sv" },
	{ "da,en-GB;q=0.8", NULL, "en" },
	{ "fu", NULL, "fr" },

	/* what is malformed is skipped, the rest counts */
	{ "sv;q=abc,it", NULL, "it" },
	{ "sv;q=,it;q=0.1", NULL, "it" },
	{ "sv;q=-1,it;q=0.1", NULL, "it" },
	{ "sv;q=1.5,it;q=0.1", NULL, "it" },
	{ "sv;q=1.001,it;q=0.1", NULL, "it" },
	{ "sv;q=2,it;q=0.1", NULL, "it" },
	{ "sv;q=.9,it;q=0.1", NULL, "it" },
	{ "sv;q=0.1234,it;q=0.1", NULL, "it" },
	{ "sv;q=0,9,it;q=0.1", NULL, "it" },
	{ "sv;level=1,it;q=0.1", NULL, "it" },
	{ "sv;,it;q=0.1", NULL, "it" },
	{ ";q=1,it;q=0.1", NULL, "it" },
	{ "s v,it;q=0.1", NULL, "it" },
	{ "-sv,it;q=0.1", NULL, "it" },
	{ "sv-,it;q=0.1", NULL, "it" },
	{ "1sv,it;q=0.1", NULL, "it" },
	{ "sv--SE,it;q=0.1", NULL, "it" },
	{ "svenskaspraket,it;q=0.1", NULL, "it" },
	{ "sv-aaaaaaaaa,it;q=0.1", NULL, "it" },
	{ "**,it;q=0.1", NULL, "it" },
	{ "s\xc3\xa5,it;q=0.1", NULL, "it" },
	{ "\xff\xfe,it;q=0.1", NULL, "it" },
	{ "x-klingon,it;q=0.1", NULL, "it" },
	{ "x-sv", NULL, "fr" },
	{ "und", NULL, "fr" },
	{ "und-SE,it;q=0.1", NULL, "it" },
	{ "mul,it;q=0.1", NULL, "it" },
	{ "en' OR 1=1--,it;q=0.1", NULL, "it" },
	{ "sv:it", NULL, "fr" },
	{ "sv;it", NULL, "fr" },
};

static void
greeted(const char *accept, const char *chosen, const char *want)
{
	const char	*got;
	int		 language;

	language = messages_negotiate(messages, chosen, accept);
	got = messages_language(messages, language)->tag;
	is_text(got, want, mem_format(mem, "\"%.60s\"%s%s leads to %s",
	    accept != NULL ? accept : "(none)",
	    chosen != NULL ? " and the choice of " : "",
	    chosen != NULL ? chosen : "", want));
}

/* PART, COUNT times. */
static char *
repeat(const char *part, int count)
{
	size_t	length = strlen(part);
	char	*all = mem_get(mem, length * count + 1);
	int	i;

	for (i = 0; i < count; i++)
		memcpy(all + length * i, part, length);
	return all;
}

static void
test_long(void)
{
	greeted(mem_format(mem, "sv,%s", repeat("de;q=0.5,", 910)), NULL,
	    "sv");
	greeted(mem_format(mem, "%ssv", repeat("de,", 2700)), NULL, "fr");
	greeted(repeat("s", 8192), NULL, "fr");
	greeted(repeat(",", 8192), NULL, "fr");
	greeted(mem_format(mem, "%ssv", repeat(",", 8192)), NULL, "fr");
	greeted(mem_format(mem, "%ssv", repeat("de,", 19)), NULL, "sv");
	greeted(mem_format(mem, "%ssv", repeat("de,", 20)), NULL, "fr");
	greeted(mem_format(mem, "%ssv", repeat("x;y,", 200)), NULL, "sv");
	greeted(mem_format(mem, "it;q=0.1,%ssv;q=0.05", repeat(" ", 1013)),
	    NULL, "it");
}

int
main(void)
{
	size_t	i;

	mem = mem_new();
	messages = messages_load("i18n");
	for (i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		greeted(table[i].accept, table[i].chosen, table[i].want);
	test_long();
	mem_free(mem);
	return done();
}
