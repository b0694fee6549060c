/*
 * code_letters.c - what somebody typed becomes letters of a code.
 */
#include <string.h>

#include "web/code_private.h"

static int
is_letter(unsigned char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	    (byte >= '0' && byte <= '9') || byte == '|';
}

/* Bytes at TEXT that divide: all but letters and digits, and beyond ASCII
 * what is a mark in Latin-1, or General Punctuation (thin blanks, dashes),
 * the ideographic blank or a byte order mark. */
size_t
code_divides(const char *text)
{
	const unsigned char	*p = (const unsigned char *)text;

	if (p[0] < 0x80)
		return is_letter(p[0]) ? 0 : 1;
	if (p[0] == 0xc2 && p[1] >= 0x80)
		return 2;
	if (p[0] == 0xe2 && (p[1] == 0x80 || p[1] == 0x81) && p[2] >= 0x80)
		return 3;
	if ((p[0] == 0xe3 && p[1] == 0x80 && p[2] == 0x80) ||
	    (p[0] == 0xef && p[1] == 0xbb && p[2] == 0xbf))
		return 3;
	return 0;
}

/* Bytes of the run of letters at TEXT. */
static size_t
run(const char *text)
{
	size_t	length = 0;

	while (text[length] != '\0' && code_divides(text + length) == 0)
		length++;
	return length;
}

static void
add(struct code_letters *letters, char letter)
{
	letters->group[letters->number] = letters->groups;
	letters->text[letters->number++] = letter;
}

/* A lone digit numbers a group.  What is beyond ASCII counts as one letter
 * that fits nowhere. */
void
code_letters(struct code_letters *letters, const char *text)
{
	size_t	length, i;

	memset(letters, 0, sizeof(*letters));
	for (; *text != '\0'; text += length) {
		length = code_divides(text);
		if (length > 0)
			continue;
		length = run(text);
		if (length == 1 && *text >= '1' && *text <= '9')
			continue;
		letters->groups++;
		for (i = 0; i < length; i++) {
			if (letters->number == CODE_TYPED)
				return;
			if (i == 0 || (text[i] & 0xc0) != 0x80)
				add(letters, text[i]);
		}
	}
}

/* What LETTER stands for at PLACE of a group, or -1. */
static int
letter_value(char letter, int place)
{
	static const char	alike[] = "1l|lIl2z5s8b9g";
	static const char	alike_vowel[] = "0o1i|ilili";
	const char		*pair, *found;

	/* A capital I is told from l before case is given up. */
	if (letter != 'I' && letter >= 'A' && letter <= 'Z')
		letter += 'a' - 'A';
	for (pair = CODE_IS_CONSONANT(place) ? alike : alike_vowel; *pair != '\0';
	    pair += 2)
		if (pair[0] == letter) {
			letter = pair[1];
			break;
		}
	if (letter == 'I')
		letter = 'i';
	found = strchr(CODE_IS_CONSONANT(place) ? CODE_CONSONANTS : CODE_VOWELS, letter);
	return found == NULL || letter == '\0' ? -1 :
	    (int)(found - (CODE_IS_CONSONANT(place) ? CODE_CONSONANTS : CODE_VOWELS));
}

/* The group whose letters begin at TEXT, or -1. */
long
code_group(const char *text)
{
	long	group = 0;
	int	place, value;

	for (place = 0; place < CODE_LETTERS; place++) {
		value = letter_value(text[place], place);
		if (value < 0)
			return -1;
		group |= (long)value << CODE_SHIFT[place];
	}
	return group;
}

/* The first of the typist's groups that is not as long as a group, or 0. */
static int
odd_group(const struct code_letters *letters)
{
	int	length[CODE_TYPED + 2] = { 0 };
	int	i;

	for (i = 0; i < letters->number; i++)
		length[letters->group[i]]++;
	for (i = 1; i <= letters->groups; i++)
		if (length[i] != CODE_LETTERS)
			return i;
	return 0;
}

/* The first group, of five letters each, where consonants and vowels get
 * out of step. */
static int
first_broken(const struct code_letters *letters)
{
	int	i;

	for (i = 0; i < letters->number; i++)
		if (letter_value(letters->text[i], i % CODE_LETTERS) < 0)
			break;
	i = i / CODE_LETTERS + 1;
	return i > CODE_GROUPS ? CODE_GROUPS : i;
}

struct code_found
code_count(const struct code_letters *letters)
{
	struct code_found	found = { CODE_COUNT, 0, 0, letters->groups };
	int			odd = odd_group(letters);

	if (letters->groups == CODE_GROUPS) {
		found.verdict = CODE_GROUP;
		found.group = odd;
	} else if (odd == 0 || letters->number == CODE_TYPED ||
	    letters->number % CODE_LETTERS == 0) {
		found.count = letters->number / CODE_LETTERS;
	} else {
		/* Written without a break, or with breaks anywhere. */
		found.verdict = CODE_LIKELY;
		found.group = first_broken(letters);
	}
	return found;
}
