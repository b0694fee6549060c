/*
 * lexicon_words.c - words and their numbers: a table open at both ends.
 */
#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "content/lexicon_learn.h"

struct words {
	struct mem	*mem;
	const char	**texts;	/* by number */
	int		 count;
	int		 room;		/* of texts; half that of slots */
	int		*slots;		/* number + 1, 0: free */
};

static void
make_room(struct words *words, int room)
{
	const char	**texts;

	texts = mem_get(words->mem, (size_t)room * sizeof(*texts));
	if (words->count > 0)
		memcpy(texts, words->texts,
		    (size_t)words->count * sizeof(*texts));
	words->texts = texts;
	words->room = room;
	words->slots = mem_get(words->mem,
	    (size_t)room * 2 * sizeof(*words->slots));
}

struct words *
words_new(struct mem *mem)
{
	struct words	*words = mem_get(mem, sizeof(*words));

	words->mem = mem;
	make_room(words, 4096);
	return words;
}

/* FNV-1a */
static uint32_t
hash(const char *word, size_t length)
{
	uint32_t	value = 2166136261u;

	while (length-- > 0)
		value = (value ^ (unsigned char)*word++) * 16777619u;
	return value ^ value >> 15;
}

/* Where WORD stands, or where it would. */
static int *
find(const struct words *words, const char *word, size_t length)
{
	uint32_t	 mask = (uint32_t)words->room * 2 - 1;
	uint32_t	 i = hash(word, length) & mask;
	const char	*text;

	for (; words->slots[i] != 0; i = (i + 1) & mask) {
		text = words->texts[words->slots[i] - 1];
		if (strncmp(text, word, length) == 0 && text[length] == '\0')
			break;
	}
	return &words->slots[i];
}

static void
grow(struct words *words)
{
	int	i;

	make_room(words, words->room * 2);
	for (i = 0; i < words->count; i++)
		*find(words, words->texts[i], strlen(words->texts[i])) = i + 1;
}

int
words_number(struct words *words, const char *word, size_t length)
{
	int	*slot = find(words, word, length);

	if (*slot == 0) {
		if (words->count == words->room) {
			grow(words);
			slot = find(words, word, length);
		}
		words->texts[words->count++] = mem_copy(words->mem, word,
		    length);
		*slot = words->count;
	}
	return *slot - 1;
}

const char *
words_text(const struct words *words, int number)
{
	return words->texts[number];
}

int
words_count(const struct words *words)
{
	return words->count;
}
