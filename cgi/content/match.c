/*
 * match.c - does a text have these words?
 */
#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "content/match.h"

/* --- words ------------------------------------------------------------ */

/* The code point of 2 or 3 bytes at TEXT; longer ones are letters. */
static unsigned
code_point(const char *text, size_t step)
{
	const unsigned char	*byte = (const unsigned char *)text;

	if (step == 2)
		return (byte[0] & 0x1fu) << 6 | (byte[1] & 0x3fu);
	if (step == 3)
		return (byte[0] & 0xfu) << 12 | (byte[1] & 0x3fu) << 6 |
		    (byte[2] & 0x3fu);
	return 0x10000;
}

/* Quotes, dashes, blanks and the like lie in two ranges. */
static int
is_sign(const char *text, size_t step)
{
	unsigned	point;

	if (step == 1)
		return isalnum((unsigned char)*text) == 0 && *text != '*';
	point = code_point(text, step);
	return (point >= 0x80 && point < 0xc0) ||
	    (point >= 0x2000 && point < 0x2c00);
}

/* The letters of our languages; others stay as they are. */
static void
add_small(struct buf *out, const char *text, size_t step)
{
	unsigned	point = step == 2 ? code_point(text, step) : 0;

	if (step == 1)
		buf_char(out, (char)tolower((unsigned char)*text));
	else if (point >= 0xc0 && point < 0xdf && point != 0xd7) {
		buf_char(out, text[0]);
		buf_char(out, (char)(text[1] + 0x20));
	} else if (point == 0x152)
		buf_text(out, "œ");
	else
		buf_add(out, text, step);
}

char *
match_words(struct mem *mem, const char *text)
{
	struct buf	*out = buf_new(mem, strlen(text) + 3);
	size_t		 step;

	buf_char(out, ' ');
	for (; *text != '\0'; text += step) {
		step = utf8_step(text);
		if (is_sign(text, step) == 0)
			add_small(out, text, step);
		else if (out->data[out->length - 1] != ' ')
			buf_char(out, ' ');
	}
	if (out->data[out->length - 1] != ' ')
		buf_char(out, ' ');
	return out->data;
}

/* --- patterns --------------------------------------------------------- */

const char *const *
match_patterns(struct mem *mem, const char *patterns)
{
	const char	**list, *one;
	char		*rest = mem_dup(mem, patterns);
	size_t		 count = 1;
	const char	*at;

	for (at = patterns; *at != '\0'; at++)
		count += *at == '|';
	list = mem_get(mem, (count + 1) * sizeof(*list));
	count = 0;
	while ((one = strsep(&rest, "|")) != NULL) {
		one = match_words(mem, one);
		if (strcmp(one, " ") != 0)
			list[count++] = one + 1;
	}
	return list;
}

/* Does the word at TEXT fit the one at PATTERN?  Both end with a blank. */
static int
word_fits(const char *text, const char *pattern)
{
	size_t	length = strcspn(text, " "), part = strcspn(pattern, " ");
	int	ends = part > 0 && pattern[part - 1] == '*';
	size_t	i;

	if (ends)
		part--;
	if (*pattern != '*')
		return strncmp(text, pattern, part) == 0 &&
		    length >= part && (ends || length == part);
	pattern++;
	part--;
	for (i = 0; i + part <= length; i++)
		if (strncmp(text + i, pattern, part) == 0 &&
		    (ends || i + part == length))
			return 1;
	return 0;
}

static int
fits(const char *text, const char *pattern)
{
	for (; *pattern != '\0'; pattern += strcspn(pattern, " ") + 1) {
		if (*text == '\0' || word_fits(text, pattern) == 0)
			return 0;
		text += strcspn(text, " ") + 1;
	}
	return 1;
}

const char *
match_find(const char *words, const char *const *patterns)
{
	const char	*at;

	for (; *patterns != NULL; patterns++)
		for (at = words + 1; *at != '\0';
		    at += strcspn(at, " ") + 1)
			if (fits(at, *patterns))
				return *patterns;
	return NULL;
}
