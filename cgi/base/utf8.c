/*
 * utf8.c - well-formed UTF-8 as table 3-7 of the Unicode standard has it.
 */
#include "base/utf8.h"

/* Bytes of the well-formed sequence at P of at most LEFT bytes, else 0. */
static size_t
sequence(const unsigned char *p, size_t left)
{
	unsigned char	low = 0x80, high = 0xbf;	/* of the second byte */
	size_t		length, i;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	length = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	if (left < length)
		return 0;
	if (p[0] == 0xe0)
		low = 0xa0;	/* else overlong */
	else if (p[0] == 0xed)
		high = 0x9f;	/* else a surrogate */
	else if (p[0] == 0xf0)
		low = 0x90;	/* else overlong */
	else if (p[0] == 0xf4)
		high = 0x8f;	/* else above U+10FFFF */
	if (p[1] < low || p[1] > high)
		return 0;
	for (i = 2; i < length; i++)
		if (p[i] < 0x80 || p[i] > 0xbf)
			return 0;
	return length;
}

int
utf8_valid(const char *bytes, size_t length)
{
	const unsigned char	*p = (const unsigned char *)bytes;
	size_t			 step;

	for (; length > 0; p += step, length -= step)
		if ((step = sequence(p, length)) == 0)
			return 0;
	return 1;
}

static int
is_control(const unsigned char *p)
{
	if (p[0] < 0x20)
		return p[0] != '\t' && p[0] != '\n' && p[0] != '\r';
	return p[0] == 0x7f || (p[0] == 0xc2 && p[1] < 0xa0);
}

int
utf8_is_text(const char *bytes, size_t length)
{
	const unsigned char	*p = (const unsigned char *)bytes;
	size_t			 step;

	for (; length > 0; p += step, length -= step)
		if ((step = sequence(p, length)) == 0 || is_control(p))
			return 0;
	return 1;
}

size_t
utf8_step(const char *string)
{
	unsigned char	lead = (unsigned char)string[0];

	return lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}
