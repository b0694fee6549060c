/*
 * code_join.c - join codes.
 */
#include <stdint.h>
#include <string.h>

#include "web/code_private.h"

#define LETTERS	8

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

int
code_join_read(unsigned char bytes[JOIN_BYTES], const char *text)
{
	uint64_t	value = 0;
	size_t		skip;
	int		i, number = 0, digit;

	memset(bytes, 0, JOIN_BYTES);
	while (*text != '\0') {
		skip = code_divides(text);
		if (skip > 0) {
			text += skip;
			continue;
		}
		digit = join_value(*text++);
		if (digit < 0 || number++ == LETTERS)
			return -1;
		value = value << 5 | (uint64_t)digit;
	}
	if (number != LETTERS)
		return -1;
	for (i = 0; i < JOIN_BYTES; i++)
		bytes[i] = (unsigned char)(value >> (32 - 8 * i));
	return 0;
}
