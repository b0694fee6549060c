/*
 * lexicon.c - what our own translations and the glossary teach.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "base/mem.h"
#include "content/lexicon.h"
#include "content/lexicon_learn.h"
#include "content/lexicon_private.h"

enum {
	UNITS = 40000,		/* more teach little and take long */
	LANGUAGES = 64
};

/* The sentences of one segment in one language: parts[0..count). */
struct unit {
	struct sentence	*parts;
	int		 count;
};

struct tongue {
	const char	*tag;
	struct words	*words;
	struct unit	*units;		/* by number, from 1 */
};

struct corpus {
	struct mem	*mem;
	struct tongue	 tongues[LANGUAGES];
	int		 count;
	int		 units;
};

/* --- reading ---------------------------------------------------------- */

static struct tongue *
tongue(struct corpus *corpus, const char *tag)
{
	struct tongue	*one;
	int		 i;

	for (i = 0; i < corpus->count; i++)
		if (strcmp(corpus->tongues[i].tag, tag) == 0)
			return &corpus->tongues[i];
	if (corpus->count == LANGUAGES)
		return NULL;
	one = &corpus->tongues[corpus->count++];
	one->tag = tag;
	one->words = words_new(corpus->mem);
	one->units = mem_get(corpus->mem,
	    ((size_t)corpus->units + 1) * sizeof(*one->units));
	return one;
}

/* Figures are the same everywhere. */
static int
is_word(const char *text, size_t length)
{
	for (; length > 0; text++, length--)
		if (*text >= '0' && *text <= '9')
			return 0;
	return 1;
}

static void
add_words(struct corpus *corpus, struct tongue *one,
    struct sentence *sentence, const char *text)
{
	const char	*end;

	sentence->words = mem_get(corpus->mem,
	    (strlen(text) / 2 + 1) * sizeof(*sentence->words));
	for (; *text != '\0'; text = end + (*end == ' ')) {
		end = text + strcspn(text, " ");
		if (end > text && is_word(text, (size_t)(end - text)))
			sentence->words[sentence->count++] = words_number(
			    one->words, text, (size_t)(end - text));
	}
}

/* The next sentence of a unit: rows of a unit and language come together,
 * so its sentences lie side by side. */
static void
add_sentence(struct corpus *corpus, struct tongue *one, long number,
    struct sentence *place, const char *text)
{
	struct unit	*unit = &one->units[number];

	if (unit->count == 0)
		unit->parts = place;
	unit->count++;
	add_words(corpus, one, place, text);
}

static int
read_corpus(struct db *db, struct corpus *corpus)
{
	struct sentence	*sentences;
	struct rows	*rows;
	struct tongue	*one;
	int		 i, count;

	rows = db_ask(db, corpus->mem, Q_LEXICON_CORPUS, DB_ARGS(
	    mem_format(corpus->mem, "%d", UNITS)));
	if (db_run(db) != DB_OK)
		return -1;
	count = rows_count(rows);
	if (count > 0)
		corpus->units = atoi(rows_get(rows, count - 1, "unit"));
	sentences = mem_get(corpus->mem,
	    ((size_t)count + 1) * sizeof(*sentences));
	for (i = 0; i < count; i++) {
		one = tongue(corpus, rows_get(rows, i, "lang"));
		if (one != NULL)
			add_sentence(corpus, one,
			    atol(rows_get(rows, i, "unit")), &sentences[i],
			    rows_get(rows, i, "lexemes"));
	}
	return 0;
}

/* --- learning --------------------------------------------------------- */

/* All sentences of a unit as one. */
static struct sentence
joined(struct mem *mem, const struct unit *unit)
{
	struct sentence	all = { 0 };
	int		i, size = 0;

	for (i = 0; i < unit->count; i++)
		size += unit->parts[i].count;
	all.words = mem_get(mem, ((size_t)size + 1) * sizeof(*all.words));
	for (i = 0; i < unit->count; i++) {
		memcpy(all.words + all.count, unit->parts[i].words,
		    (size_t)unit->parts[i].count * sizeof(*all.words));
		all.count += unit->parts[i].count;
	}
	return all;
}

/* Sentence by sentence where both have as many, else all in one. */
static void
pair_unit(struct mem *mem, const struct unit *a, const struct unit *b,
    struct bitext *text, struct sentence *left, struct sentence *right)
{
	int	i;

	if (a->count == 0 || b->count == 0)
		return;
	if (a->count != b->count) {
		left[text->count] = joined(mem, a);
		right[text->count++] = joined(mem, b);
		return;
	}
	for (i = 0; i < a->count; i++) {
		left[text->count] = a->parts[i];
		right[text->count++] = b->parts[i];
	}
}

static int
pairs(const struct corpus *corpus, const struct tongue *a,
    const struct tongue *b)
{
	int	i, count = 0;

	for (i = 1; i <= corpus->units; i++)
		if (a->units[i].count > 0 && b->units[i].count > 0)
			count += a->units[i].count == b->units[i].count ?
			    a->units[i].count : 1;
	return count;
}

static void
put(struct db *db, struct mem *mem, const char *lang, const char *word,
    const char *target_lang, const char *target, double weight)
{
	db_copy_field(db, lang);
	db_copy_field(db, word);
	db_copy_field(db, target_lang);
	db_copy_field(db, target);
	db_copy_field(db, "learned");
	db_copy_field(db, mem_format(mem, "%.4f", weight));
	db_copy_line(db);
}

static void
learn_pair(struct db *db, const struct corpus *corpus, struct mem *mem,
    const struct tongue *a, const struct tongue *b)
{
	struct bitext	 text = { .from = a->words, .to = b->words };
	struct sentence	*left, *right;
	struct learned	*all;
	const char	*from, *to;
	int		 i, count = pairs(corpus, a, b);

	left = mem_get(mem, ((size_t)count + 1) * sizeof(*left));
	right = mem_get(mem, ((size_t)count + 1) * sizeof(*right));
	text.left = left;
	text.right = right;
	for (i = 1; i <= corpus->units; i++)
		pair_unit(mem, &a->units[i], &b->units[i], &text, left,
		    right);
	all = learn(mem, &text, &count);
	for (i = 0; i < count; i++) {
		from = words_text(a->words, all[i].from);
		to = words_text(b->words, all[i].to);
		put(db, mem, a->tag, from, b->tag, to, all[i].forth);
		put(db, mem, b->tag, to, a->tag, from, all[i].back);
	}
}

static void
learn_all(struct db *db, const struct corpus *corpus)
{
	struct mem	*mem = mem_new();
	int		 i, j;

	for (i = 0; i < corpus->count; i++)
		for (j = i + 1; j < corpus->count; j++) {
			learn_pair(db, corpus, mem, &corpus->tongues[i],
			    &corpus->tongues[j]);
			mem_reset(mem);
		}
	mem_free(mem);
}

/* --- all together ----------------------------------------------------- */

static int
work(struct db *db, struct corpus *corpus, struct lexicon_report *report)
{
	static const enum query	before[] = {
		Q_LEXICON_STAGE, Q_LEXICON_GLOSSARY
	};
	static const enum query	after[] = { Q_LEXICON_READY };
	struct mem		*mem = corpus->mem;

	if (read_corpus(db, corpus) == -1 ||
	    lexicon_run(db, mem, before, 2) == -1 ||
	    db_copy_start(db, Q_LEXICON_COPY) != DB_OK)
		return -1;
	learn_all(db, corpus);
	if (db_copy_end(db) != DB_OK || lexicon_run(db, mem, after, 1) == -1)
		return -1;
	return lexicon_store(db, mem, "glossary", "",
	    &report->glossary) == -1 ? -1 :
	    lexicon_store(db, mem, "learned", "", &report->learned);
}

int
lexicon_learn(struct db *db, struct lexicon_report *report)
{
	struct corpus	corpus = { .mem = mem_new() };
	int		status;

	status = work(db, &corpus, report);
	mem_free(corpus.mem);
	return status;
}
