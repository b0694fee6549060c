/*
 * code_join.c - join codes and check codes: signs of five bits.
 */
#include <stdint.h>
#include <string.h>

#include "web/code_private.h"

#define LETTERS	8	/* of five bytes */

static const char	digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void
code_join_write(char text[JOIN_TEXT], const unsigned char bytes[JOIN_BYTES])
{
	uint64_t	value = 0;
	int		i;

	for (i = 0; i < JOIN_BYTES; i++)
		value = value << 8 | bytes[i];
	for (i = 0; i < LETTERS; i++)
		text[i + (i > 3)] = digits[value >> (35 - 5 * i) & 31];
	text[4] = '-';
	text[9] = '\0';
}

void
code_check_write(char text[CHECK_TEXT],
    const unsigned char bytes[CHECK_BYTES])
{
	code_join_write(text, bytes);
	text[JOIN_TEXT - 1] = '-';
	code_join_write(text + JOIN_TEXT, bytes + JOIN_BYTES);
}

/* What LETTER counts, or -1. */
static int
join_value(char letter)
{
	const char	*found;

	if (letter >= 'a' && letter <= 'z')
		letter -= 'a' - 'A';
	if (letter == 'O')
		letter = '0';
	else if (letter == 'I' || letter == 'L' || letter == '|')
		letter = '1';
	else if (letter == 'U')
		letter = 'V';
	found = strchr(digits, letter);
	return found == NULL ? -1 : (int)(found - digits);
}

/* LENGTH bytes, a multiple of five, from TEXT.  0, or -1. */
static int
read_signs(unsigned char *bytes, int length, const char *text)
{
	uint64_t	value = 0;
	size_t		skip;
	int		i, number = 0, digit;

	memset(bytes, 0, (size_t)length);
	while (*text != '\0') {
		skip = code_divides(text);
		if (skip > 0) {
			text += skip;
			continue;
		}
		digit = join_value(*text++);
		if (digit < 0 || number == length / JOIN_BYTES * LETTERS)
			return -1;
		value = value << 5 | (uint64_t)digit;
		if (++number % LETTERS > 0)
			continue;
		for (i = 0; i < JOIN_BYTES; i++)
			*bytes++ = (unsigned char)(value >> (32 - 8 * i));
	}
	return number == length / JOIN_BYTES * LETTERS ? 0 : -1;
}

int
code_join_read(unsigned char bytes[JOIN_BYTES], const char *text)
{
	return read_signs(bytes, JOIN_BYTES, text);
}

int
code_check_read(unsigned char bytes[CHECK_BYTES], const char *text)
{
	return read_signs(bytes, CHECK_BYTES, text);
}
