/*
 * warn_sentences.c - how long sentences are.
 */
#include <ctype.h>
#include <string.h>

#include "adapt/xml.h"
#include "content/fault.h"
#include "content/item.h"
#include "content/warn_private.h"

enum {
	WORDS_MEAN = 20,
	WORDS_MOST = 35,
	SENTENCES = 5		/* fewer have no mean worth speaking of */
};

/* Headings, labels and cells are no sentences. */
static int
is_prose(const char *element)
{
	static const char *const	prose[] = {
		"p", "li", "dd", "quote", "summary", "help", "example",
		"question", "hint", "feedback", "what"
	};
	size_t				i;

	for (i = 0; i < sizeof(prose) / sizeof(*prose); i++)
		if (strcmp(prose[i], element) == 0)
			return 1;
	return 0;
}

/* A dash or a bracket alone is no word. */
static int
is_word(const char *text, size_t length)
{
	size_t	i;

	for (i = 0; i < length; i++)
		if (isalnum((unsigned char)text[i]) ||
		    ((unsigned char)text[i] >= 0xc3 &&
		    (unsigned char)text[i] < 0xe2))
			return 1;
	return 0;
}

/* Does a sentence end with this word?  Quotes and brackets may follow the
 * stop. */
static int
is_end(const char *text, size_t length)
{
	static const char *const	after[] = {
		"\u00a0»", "»", "”", "’", ")"
	};
	size_t				i, step;

	for (i = 0; i < sizeof(after) / sizeof(*after); i++) {
		step = strlen(after[i]);
		if (length > step && strncmp(text + length - step, after[i],
		    step) == 0)
			length -= step;
	}
	return (length > 0 && strchr(".!?", text[length - 1]) != NULL) ||
	    (length > 3 && strncmp(text + length - 3, "…", 3) == 0);
}

/* Count TEXT's *WORDS and *SENTENCES on; its longest sentence. */
static int
measure(const char *text, int *words, int *sentences)
{
	size_t	length;
	int	now = 0, most = 0;

	for (; *text != '\0'; text += length + (text[length] == ' ')) {
		length = strcspn(text, " ");
		if (is_word(text, length)) {
			now++;
			++*words;
		}
		if (now == 0 || (is_end(text, length) == 0 &&
		    text[length] != '\0'))
			continue;
		++*sentences;
		most = now > most ? now : most;
		now = 0;
	}
	return most;
}

void
warn_sentences(const struct warn_pair *pair)
{
	const struct segment	*segment;
	int			 i, most, words = 0, sentences = 0;

	for (i = 0; i < pair->count; i++) {
		segment = pair->here[i].segment;
		if (is_prose(segment->node->name) == 0)
			continue;
		most = measure(pair->here[i].plain, &words, &sentences);
		if (most > WORDS_MOST)
			faults_add(pair->faults, pair->text->path,
			    segment->node->line,
			    "a sentence of %s has %d words", segment->name,
			    most);
	}
	if (sentences >= SENTENCES && words > WORDS_MEAN * sentences)
		faults_add(pair->faults, pair->text->path,
		    pair->text->root->line,
		    "its sentences have %d words on average",
		    (words + sentences / 2) / sentences);
}
