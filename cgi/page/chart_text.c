/*
 * chart_text.c - labels that fit, and texts that mean the same.
 */
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "page/chart_private.h"

#define WORDS	40	/* of a text that are compared */

/* --- width ------------------------------------------------------------------ */

/* The width of the letter at TEXT in hundredths of its height, a little on
 * the wide side: no font is known here. */
static int
letter_width(const char *text)
{
	unsigned char	first = (unsigned char)text[0];

	if (first >= 0xe2)
		return first == 0xe2 ? 60 : 105;
	if (first >= 0x80)
		return 62;
	if (strchr("iljtfrI.,;:'|!()[] -", text[0]) != NULL)
		return 36;
	if (strchr("mwMW@%", text[0]) != NULL)
		return 92;
	return text[0] >= 'A' && text[0] <= 'Z' ? 72 : 58;
}

static int
width(const char *text, size_t length)
{
	size_t	i;
	int	sum = 0;

	for (i = 0; i < length; i += utf8_step(text + i))
		sum += letter_width(text + i);
	return sum * 14 / 100;
}

/* Bytes of TEXT that fit into one line; the line ends at a blank or behind
 * a hyphen where there is one. */
static size_t
fitting(const char *text, int room)
{
	size_t	end = 0, fair = 0;

	while (text[end] != '\0' && text[end] != '\n') {
		if (width(text, end + utf8_step(text + end)) > room)
			break;
		end += utf8_step(text + end);
		if (text[end] == ' ' || text[end - 1] == '-')
			fair = end;
	}
	if (text[end] == '\0' || text[end] == '\n' || text[end] == ' ')
		return end;
	return fair > 0 ? fair : end > 0 ? end : utf8_step(text);
}

/* LINE with "…" behind what is left of it. */
static char *
cut(struct mem *mem, const char *line, int room)
{
	size_t	length = fitting(line, room - 14);

	if (length == strlen(line))
		return mem_format(mem, "%s…", line);
	return mem_format(mem, "%.*s…", (int)length, line);
}

int
chart_wrap(struct mem *mem, const char *text, int room,
    char *lines[CHART_LINES])
{
	size_t	length;
	int	count = 0;

	for (text += strspn(text, " \n\t\r"); *text != '\0';
	    text += strspn(text, " \n\t\r")) {
		if (count == CHART_LINES) {
			lines[count - 1] = cut(mem, lines[count - 1], room);
			break;
		}
		length = fitting(text, room);
		lines[count++] = mem_copy(mem, text, length);
		text += length;
	}
	return count;
}

/* --- comparing -------------------------------------------------------------- */

/* Bytes at TEXT of a letter or digit, 0 when a mark or blank begins there:
 * beyond ASCII, those of Latin-1 and General Punctuation. */
static size_t
letter(const char *text)
{
	unsigned char	byte = (unsigned char)text[0];

	if (byte < 0x80)
		return strchr("abcdefghijklmnopqrstuvwxyz"
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", byte) != NULL;
	if (byte == 0xc2 || (byte == 0xe2 &&
	    ((unsigned char)text[1] & 0xfe) == 0x80))
		return 0;
	return utf8_step(text);
}

char *
chart_fold(struct mem *mem, const char *text)
{
	char	*out = mem_get(mem, strlen(text) + 2);
	char	*end = out;
	size_t	 length;

	for (; *text != '\0'; text += length) {
		length = letter(text);
		if (length == 0) {
			length = utf8_step(text);
			if (end > out && end[-1] != ' ')
				*end++ = ' ';
			continue;
		}
		memcpy(end, text, length);
		if (length == 1 && *end >= 'A' && *end <= 'Z')
			*end += 'a' - 'A';
		else if (strncmp(end, "\xc3", 1) == 0 &&
		    (unsigned char)end[1] <= 0x9e)
			end[1] = (char)(end[1] + 0x20);	/* É is é */
		end += length;
	}
	if (end > out && end[-1] == ' ')
		end--;
	*end = '\0';
	return out;
}

/* Pointers to the words of four letters and more. */
static int
words(const char *text, const char *found[WORDS])
{
	size_t	length;
	int	count = 0;

	for (; *text != '\0' && count < WORDS; text += length) {
		text += *text == ' ';
		length = strcspn(text, " ");
		if (length >= 4)
			found[count++] = text;
	}
	return count;
}

/* Do two words begin alike?  Endings differ: "logement", "logements". */
static int
kin(const char *one, const char *two)
{
	size_t	a = strcspn(one, " "), b = strcspn(two, " ");
	size_t	least = a < b ? a : b;

	least = least > 5 ? least - 1 : least;
	return strncmp(one, two, least) == 0;
}

int
chart_alike(const char *one, const char *two)
{
	const char	*a[WORDS], *b[WORDS];
	int		 i, j, many, others, shared = 0, least;

	if (strcmp(one, two) == 0)
		return 100;
	if (strlen(one) >= 4 && strlen(two) >= 4 &&
	    (strstr(one, two) != NULL || strstr(two, one) != NULL))
		return 90;
	many = words(one, a);
	others = words(two, b);
	for (i = 0; i < many; i++)
		for (j = 0; j < others; j++)
			if (kin(a[i], b[j])) {
				shared++;
				break;
			}
	least = many < others ? many : others;
	if (shared == 0 || least == 0 || shared * 2 < least)
		return 0;
	return 80 * shared / (many > others ? many : others) + 1;
}

int
chart_parts(struct mem *mem, const char *text, int commas, char **parts,
    int size)
{
	const char	*marks = commas ? ";\n\r," : ";\n\r";
	size_t		 length, end;
	int		 count = 0;

	for (; *text != '\0' && count < size; text += length) {
		text += strspn(text, marks);
		text += strspn(text, " \t");
		length = strcspn(text, marks);
		for (end = length; end > 0 && strchr(" \t.", text[end - 1]);)
			end--;
		if (end > 0)
			parts[count++] = mem_copy(mem, text, end);
	}
	return count;
}
