/*
 * decode.c - percent-decoding, checked, and its reverse.
 */
#include <ctype.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "web/decode.h"
#include "web/req.h"

/* The value of a hex digit, or -1. */
static int
hex(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	if (digit >= 'a' && digit <= 'f')
		return digit - 'a' + 10;
	if (digit >= 'A' && digit <= 'F')
		return digit - 'A' + 10;
	return -1;
}

static int
is_clean(const char *text, size_t length)
{
	size_t	i;

	for (i = 0; i < length; i++)
		if ((unsigned char)text[i] < 0x20)
			return 0;
	return utf8_is_text(text, length);
}

/* LENGTH bytes with each %41 an "A"; how many that are in *LEFT.  NULL when
 * a % is not followed by two hex digits. */
static char *
unescape(struct mem *mem, const char *raw, size_t length, int plus,
    size_t *left)
{
	char	*text;
	size_t	 i, end = 0;
	int	 high, low;

	text = mem_get(mem, length + 1);
	for (i = 0; i < length; i++) {
		if (raw[i] == '+' && plus) {
			text[end++] = ' ';
		} else if (raw[i] != '%') {
			text[end++] = raw[i];
		} else {
			if (length - i < 3 || (high = hex(raw[i + 1])) < 0 ||
			    (low = hex(raw[i + 2])) < 0)
				return NULL;
			text[end++] = (char)(high * 16 + low);
			i += 2;
		}
	}
	*left = end;
	return text;
}

char *
decode_url(struct mem *mem, const char *raw, size_t length, int plus)
{
	size_t	 left;
	char	*text = unescape(mem, raw, length, plus, &left);

	return text != NULL && is_clean(text, left) ? text : NULL;
}

/* Make CRLF and a lone CR a line feed, in place. */
static void
join_lines(char *text)
{
	char	*end = text;

	for (; *text != '\0'; text++)
		if (*text != '\r')
			*end++ = *text;
		else if (text[1] != '\n')
			*end++ = '\n';
	*end = '\0';
}

char *
decode_lines(struct mem *mem, const char *raw, size_t length)
{
	size_t	 left;
	char	*text = unescape(mem, raw, length, 1, &left);

	if (text == NULL || utf8_is_text(text, left) == 0)
		return NULL;
	join_lines(text);
	return text;
}

/* One part of a query.  0, or -1 when it cannot be decoded. */
static int
decode_pair(struct mem *mem, const char *raw, size_t length,
    struct pair *pair)
{
	size_t		 name;
	const char	*equals;

	equals = memchr(raw, '=', length);
	name = equals != NULL ? (size_t)(equals - raw) : length;
	pair->name = decode_url(mem, raw, name, 1);
	pair->value = equals == NULL ? "" :
	    decode_url(mem, equals + 1, length - name - 1, 1);
	return pair->name != NULL && pair->value != NULL ? 0 : -1;
}

int
decode_query(struct mem *mem, const char *raw, struct pair **pairs)
{
	const char	*p;
	size_t		 length;
	int		 count = 1;

	for (p = raw; *p != '\0'; p++)
		count += *p == '&';
	*pairs = mem_get(mem, (size_t)count * sizeof(**pairs));
	count = 0;
	for (p = raw; *p != '\0'; p += p[length] == '&' ? length + 1 : length) {
		length = strcspn(p, "&");
		if (length == 0)
			continue;
		if (decode_pair(mem, p, length, &(*pairs)[count++]) != 0)
			return -1;
	}
	return count;
}

static int
is_plain(unsigned char byte)
{
	return byte < 0x80 && (isalnum(byte) || strchr("-._~", byte) != NULL);
}

char *
decode_reverse(struct mem *mem, const char *text)
{
	static const char	digits[] = "0123456789ABCDEF";
	unsigned char		byte;
	char			*out, *end;

	out = end = mem_get(mem, strlen(text) * 3 + 1);
	while ((byte = (unsigned char)*text++) != '\0')
		if (is_plain(byte)) {
			*end++ = (char)byte;
		} else {
			*end++ = '%';
			*end++ = digits[byte >> 4];
			*end++ = digits[byte & 15];
		}
	return out;
}
