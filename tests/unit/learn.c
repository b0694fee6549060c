/*
 * learn.c - from sentences that say the same, which words say the same.
 */
#include "base/mem.h"
#include "content/lexicon_learn.h"

#include "tap.h"

enum {
	MOST = 16		/* words of a sentence */
};

/* Rows of a toy corpus: French and Swedish. */
static const char	*const corpus[][2] = {
	{ "maison bleu", "blå hus" },
	{ "maison rouge", "röd hus" },
	{ "maison grand bleu", "stor blå hus" },
	{ "livre bleu", "blå bok" },
	{ "livre rouge", "röd bok" },
	{ "grand livre", "stor bok" },
	{ "équipe de bénévole", "volontärteam" },
	{ "équipe de maison", "hus team" },
	{ "équipe rouge", "röd team" },
	{ "rare maison", "hus sällsynt" },
	{ "", "tom" },
	{ "vide", "" },
	{ "", "" }
};

enum {
	ROWS = sizeof(corpus) / sizeof(*corpus)
};

static struct sentence
sentence(struct mem *mem, struct words *words, const char *text)
{
	struct sentence	one = { 0 };
	size_t		length;

	one.words = mem_get(mem, MOST * sizeof(*one.words));
	for (; *text != '\0'; text += length + (text[length] == ' ')) {
		length = strcspn(text, " ");
		one.words[one.count++] = words_number(words, text, length);
	}
	return one;
}

/* What FROM is called, best first, in one string; its weight in *BEST. */
static const char *
called(struct mem *mem, const struct bitext *text,
    const struct learned *all, int count, const char *from, double *best)
{
	const char	*name = "";
	int		 i;

	*best = 0;
	for (i = 0; i < count; i++)
		if (strcmp(words_text(text->from, all[i].from), from) == 0 &&
		    all[i].forth > *best) {
			*best = all[i].forth;
			name = words_text(text->to, all[i].to);
		}
	return mem_dup(mem, name);
}

static void
words_are_numbered(struct mem *mem)
{
	struct words	*words = words_new(mem);
	char		 word[16];
	int		 i, wrong = 0;

	for (i = 0; i < 20000; i++) {
		snprintf(word, sizeof(word), "w%d", i);
		wrong += words_number(words, word, strlen(word)) != i;
	}
	for (i = 0; i < 20000; i++) {
		snprintf(word, sizeof(word), "w%d", i);
		wrong += words_number(words, word, strlen(word)) != i;
		wrong += strcmp(words_text(words, i), word) != 0;
	}
	is_int(wrong, 0, "20,000 words have a number each, and keep it");
	is_int(words_count(words), 20000, "and are counted");
	is_int(words_number(words, "w12", 2), 1, "a part is another word");
}

static void
translations(struct mem *mem, const struct bitext *text)
{
	static const char *const	pairs[][2] = {
		{ "maison", "hus" }, { "bleu", "blå" }, { "rouge", "röd" },
		{ "livre", "bok" }, { "grand", "stor" }, { "équipe", "team" }
	};
	struct learned			*all, *again;
	double				 best;
	int				 count, i, outside = 0, more;

	all = learn(mem, text, &count);
	for (i = 0; i < 6; i++)
		is_text(called(mem, text, all, count, pairs[i][0], &best),
		    pairs[i][1], pairs[i][0]);
	for (i = 0; i < count; i++)
		outside += all[i].forth <= 0 || all[i].forth > 1 ||
		    all[i].back <= 0 || all[i].back > 1;
	is_int(outside, 0, "weights are above 0 and not above 1");
	is_text(called(mem, text, all, count, "vide", &best), "",
	    "a word that never met another is called nothing");
	again = learn(mem, text, &more);
	ok(more == count && memcmp(all, again,
	    (size_t)count * sizeof(*all)) == 0, "twice learned is the same");
}

int
main(void)
{
	struct mem	*mem = mem_new();
	struct words	*from = words_new(mem), *to = words_new(mem);
	struct sentence	 left[ROWS], right[ROWS];
	struct bitext	 text = { from, to, left, right, ROWS };
	int		 i, count;

	words_are_numbered(mem);
	for (i = 0; i < ROWS; i++) {
		left[i] = sentence(mem, from, corpus[i][0]);
		right[i] = sentence(mem, to, corpus[i][1]);
	}
	translations(mem, &text);
	text.count = 0;
	learn(mem, &text, &count);
	is_int(count, 0, "from nothing nothing is learned");
	mem_free(mem);
	return done();
}
