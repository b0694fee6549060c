/*
 * code.c - resume codes: 16 bytes as nine groups of letters.
 *
 * The check is one symbol of GF(2^16): the sum of all nine groups, each
 * times a power of STEP, is zero.  STEP was found by trying all 65,534:
 * with it, the 459 mistakes of one letter have 459 different sums, and of
 * 8,586 mistakes of two letters in one group only one looks like a mistake
 * of one letter elsewhere.
 */
#include <string.h>

#include "web/code_private.h"

#define POLYNOMIAL	0x1100b		/* primitive */
#define STEP		0x297a
#define INVERSE		0xfffe		/* a^(2^16 - 2) is 1/a */

/* Product in GF(2^16). */
static unsigned
times(unsigned a, unsigned b)
{
	unsigned	product = 0;

	for (; b != 0; b >>= 1) {
		if (b & 1)
			product ^= a;
		a <<= 1;
		if (a & 0x10000)
			a ^= POLYNOMIAL;
	}
	return product;
}

/* a^n. */
static unsigned
power(unsigned a, unsigned n)
{
	unsigned	product = 1;

	for (; n != 0; n >>= 1) {
		if (n & 1)
			product = times(product, a);
		a = times(a, a);
	}
	return product;
}

/* What group I (from 0) counts; the check group counts 1. */
static unsigned
weight(int i)
{
	return power(STEP, (unsigned)(CODE_GROUPS - 1 - i));
}

static unsigned
sum(const unsigned *groups, int count)
{
	unsigned	total = 0;
	int		i;

	for (i = 0; i < count; i++)
		total ^= times(groups[i], weight(i));
	return total;
}

/* --- writing ---------------------------------------------------------- */

static char *
write_group(char *text, unsigned group)
{
	int	place;

	for (place = 0; place < CODE_LETTERS; place++)
		*text++ = CODE_IS_CONSONANT(place) ?
		    CODE_CONSONANTS[group >> CODE_SHIFT[place] & 15] :
		    CODE_VOWELS[group >> CODE_SHIFT[place] & 3];
	return text;
}

void
code_write(char text[CODE_TEXT], const unsigned char bytes[CODE_BYTES])
{
	unsigned	groups[CODE_GROUPS];
	int		i;

	for (i = 0; i < CODE_GROUPS - 1; i++)
		groups[i] = (unsigned)bytes[2 * i] << 8 | bytes[2 * i + 1];
	groups[i] = sum(groups, CODE_GROUPS - 1);
	for (i = 0; i < CODE_GROUPS; i++) {
		if (i > 0)
			*text++ = '-';
		text = write_group(text, groups[i]);
	}
	*text = '\0';
}

/* --- where the mistake is ------------------------------------------------- */

/* The bits of the letter at PLACE. */
static unsigned
letter_mask(int place)
{
	return (CODE_IS_CONSONANT(place) ? 15u : 3u) << CODE_SHIFT[place];
}

static int
letters_in(unsigned difference)
{
	int	place, wrong = 0;

	for (place = 0; place < CODE_LETTERS; place++)
		wrong += (difference & letter_mask(place)) != 0;
	return wrong;
}

/* The only group that WRONG letters in it explain, from 1; 0: none, or
 * several. */
static int
only_group(unsigned total, int wrong)
{
	unsigned	difference;
	int		i, only = 0;

	for (i = 0; i < CODE_GROUPS; i++) {
		difference = times(total, power(weight(i), INVERSE));
		if (letters_in(difference) != wrong)
			continue;
		if (only != 0)
			return 0;
		only = i + 1;
	}
	return only;
}

/* The only two groups that explain TOTAL by having changed places. */
static int
only_swap(const unsigned *groups, unsigned total, struct code_found *found)
{
	int	i, j, swaps = 0;

	for (i = 0; i < CODE_GROUPS; i++)
		for (j = i + 1; j < CODE_GROUPS; j++)
			if (times(groups[i] ^ groups[j],
			    weight(i) ^ weight(j)) == total) {
				found->group = i + 1;
				found->other = j + 1;
				swaps++;
			}
	return swaps == 1;
}

static struct code_found
locate(const unsigned *groups, unsigned total)
{
	struct code_found	found = { CODE_GROUP, 0, 0, CODE_GROUPS };

	found.group = only_group(total, 1);
	if (found.group != 0)
		return found;
	found.verdict = CODE_SWAPPED;
	if (only_swap(groups, total, &found))
		return found;
	found.other = 0;
	found.group = only_group(total, 2);
	found.verdict = found.group != 0 ? CODE_LIKELY : CODE_WRONG;
	return found;
}

struct code_found
code_read(unsigned char bytes[CODE_BYTES], const char *text)
{
	struct code_found	found = { CODE_RIGHT, 0, 0, CODE_GROUPS };
	struct code_letters		letters;
	unsigned		groups[CODE_GROUPS], total;
	long			group;
	int			i;

	memset(bytes, 0, CODE_BYTES);
	code_letters(&letters, text);
	if (letters.number == 0)
		return (struct code_found){ CODE_EMPTY, 0, 0, 0 };
	if (letters.number != CODE_GROUPS * CODE_LETTERS)
		return code_count(&letters);
	for (i = 0; i < CODE_GROUPS; i++) {
		group = code_group(letters.text + i * CODE_LETTERS);
		if (group < 0) {
			found.verdict = CODE_GROUP;
			found.group = i + 1;
			return found;
		}
		groups[i] = (unsigned)group;
	}
	total = sum(groups, CODE_GROUPS);
	if (total != 0)
		return locate(groups, total);
	for (i = 0; i < CODE_GROUPS - 1; i++) {
		bytes[2 * i] = (unsigned char)(groups[i] >> 8);
		bytes[2 * i + 1] = (unsigned char)groups[i];
	}
	return found;
}

