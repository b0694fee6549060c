/*
 * accept.c - the Accept-Language header as a sorted list.
 *
 * Our own, because ICU's header call ignores `*` and gives up on a
 * malformed weight.
 */
#include <ctype.h>
#include <string.h>

#include "web/accept.h"

#define HEADER	1024		/* bytes read of the header */

/* A weight in thousandths, or -1: qvalue of RFC 9110, 12.4.2. */
static int
read_weight(const char *text, size_t length)
{
	int	weight, place = 100;
	size_t	i;

	if (length == 0 || length > 5 || (text[0] != '0' && text[0] != '1'))
		return -1;
	weight = (text[0] - '0') * 1000;
	if (length > 1 && text[1] != '.')
		return -1;
	for (i = 2; i < length; i++, place /= 10) {
		if (isdigit((unsigned char)text[i]) == 0)
			return -1;
		weight += (text[i] - '0') * place;
	}
	return weight > 1000 ? -1 : weight;
}

static void
trim(const char **text, size_t *length)
{
	while (*length > 0 && isspace((unsigned char)**text)) {
		(*text)++;
		(*length)--;
	}
	while (*length > 0 && isspace((unsigned char)(*text)[*length - 1]))
		(*length)--;
}

/* 1 when TAG is subtags of one to eight letters or digits, the first of
 * letters alone. */
static int
is_tag(const char *tag)
{
	size_t	length, i;

	if (tag[strspn(tag, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] != tag[strcspn(tag, "-")])
		return 0;
	for (;; tag += length + 1) {
		length = strcspn(tag, "-");
		if (length == 0 || length > 8)
			return 0;
		for (i = 0; i < length; i++)
			if (isalnum((unsigned char)tag[i]) == 0)
				return 0;
		if (tag[length] == '\0')
			return 1;
	}
}

/* Copy a tag, _ as - (old clients write fr_FR).  0, or -1 if it is none. */
static int
read_tag(char *tag, const char *text, size_t length)
{
	size_t	i;

	if (length >= ACCEPT_TAG)
		return -1;
	for (i = 0; i < length; i++)
		tag[i] = text[i] == '_' ? '-' : text[i];
	tag[length] = '\0';
	return strcmp(tag, "*") == 0 || is_tag(tag) ? 0 : -1;
}

/* One part of the header: "fr-CH ; q=0.8".  0, or -1 when malformed. */
static int
read_range(struct accept_range *range, const char *text, size_t length)
{
	const char	*value;
	size_t		 rest;

	value = memchr(text, ';', length);
	rest = value == NULL ? 0 : length - (size_t)(value - text);
	length -= rest;
	trim(&text, &length);
	if (read_tag(range->tag, text, length) == -1)
		return -1;
	range->weight = 1000;
	if (rest == 0)
		return 0;
	value++;
	rest--;
	trim(&value, &rest);
	if (rest < 2 || (value[0] | 32) != 'q' || value[1] != '=')
		return -1;
	value += 2;
	rest -= 2;
	trim(&value, &rest);
	range->weight = read_weight(value, rest);
	return range->weight == -1 ? -1 : 0;
}

/* 1 when A goes before B: by weight, and `*` after what is named. */
static int
before(const struct accept_range *a, const struct accept_range *b)
{
	if (a->weight != b->weight)
		return a->weight > b->weight;
	return a->tag[0] != '*' && b->tag[0] == '*';
}

/* Bytes of the header that are read: whole parts of the first HEADER. */
static size_t
header_length(const char *header)
{
	size_t	length = strnlen(header, HEADER + 1);

	if (length <= HEADER)
		return length;
	while (length > 0 && header[length - 1] != ',')
		length--;
	return length;
}

int
accept_read(struct accept_range *ranges, const char *header)
{
	struct accept_range	 one;
	size_t			 left, length;
	int			 count = 0, i;

	left = header_length(header);
	while (left > 0 && count < ACCEPT_RANGES) {
		length = strcspn(header, ",");
		if (length > left)
			length = left;
		if (read_range(&one, header, length) == 0) {
			for (i = count++; i > 0 &&
			    before(&one, &ranges[i - 1]); i--)
				ranges[i] = ranges[i - 1];
			ranges[i] = one;
		}
		length += length < left;
		header += length;
		left -= length;
	}
	return count;
}
