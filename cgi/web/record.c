/*
 * record.c - records of completion: their check codes.
 */
#include <stdio.h>
#include <string.h>

#include "adapt/box.h"
#include "adapt/icu.h"
#include "base/mem.h"
#include "web/record.h"
#include "web/secret.h"

/* Bytes of a kind of hyphen or apostrophe at TEXT, and what stands for all
 * of its kind in *SIGN; else 0. */
static size_t
mark(const char *text, char *sign)
{
	static const struct { const char *text; char sign; } marks[] = {
		{ "-", '-' }, { "\xe2\x80\x90", '-' },
		{ "\xe2\x80\x91", '-' }, { "\xe2\x80\x92", '-' },
		{ "\xe2\x80\x93", '-' }, { "'", '\'' },
		{ "\xe2\x80\x98", '\'' }, { "\xe2\x80\x99", '\'' },
		{ "\xca\xbc", '\'' }, { "`", '\'' } };
	size_t	i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strncmp(text, marks[i].text, strlen(marks[i].text)) == 0) {
			*sign = marks[i].sign;
			return strlen(marks[i].text);
		}
	return 0;
}

/* NAME as it counts: one blank between words, none around marks. */
static char *
clean_name(struct mem *mem, const char *name)
{
	char	*folded = icu_fold(mem, name != NULL ? name : "");
	char	*out = folded, *end = folded;
	size_t	 length;
	char	 sign;

	for (; *folded != '\0'; folded += length) {
		length = mark(folded, &sign);
		if (length > 0) {
			if (end > out && end[-1] == ' ')
				end--;
			*end++ = sign;
			continue;
		}
		length = 1;
		if (strchr(" \t\n", *folded) == NULL)
			*end++ = *folded;
		else if (end > out && strchr(" -'", end[-1]) == NULL)
			*end++ = ' ';
	}
	if (end > out && end[-1] == ' ')
		end--;
	*end = '\0';
	return out;
}

/* The name comes last: nothing in it can pass for another fact. */
static struct box_key
hash(const struct secret *secret, struct mem *mem,
    const struct record *record)
{
	return secret_key(secret, mem_format(mem, "record|%s|%s|%s|%d|%s",
	    record->module, record->first, record->last, record->minutes,
	    clean_name(mem, record->name)));
}

void
record_code(const struct secret *secret, struct mem *mem,
    const struct record *record, char text[CHECK_TEXT])
{
	struct box_key	key = hash(secret, mem, record);

	code_check_write(text, key.bytes);
}

int
record_is_true(const struct secret *secret, struct mem *mem,
    const struct record *record, const char *typed)
{
	struct box_key	key = hash(secret, mem, record);
	unsigned char	bytes[CHECK_BYTES];
	int		is_code = code_check_read(bytes, typed) == 0;

	return box_same(key.bytes, bytes, CHECK_BYTES) & is_code;
}

static int
is_day(int year, int month, int day)
{
	static const int	days[] = { 31, 29, 31, 30, 31, 30, 31, 31,
				    30, 31, 30, 31 };

	if (year < 2000 || year > 9999 || month < 1 || month > 12 || day < 1)
		return 0;
	if (month == 2 && day == 29)
		return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return day <= days[month - 1];
}

char *
record_day(struct mem *mem, const char *typed)
{
	int	a, b, c, end = 0;
	char	first, second;

	if (sscanf(typed, " %4d%c%2d%c%4d %n", &a, &first, &b, &second, &c,
	    &end) != 5 || end == 0 || typed[end] != '\0' || first != second ||
	    strchr("-/.", first) == NULL || a < 0 || b < 0 || c < 0)
		return NULL;
	if (is_day(a, b, c))
		return mem_format(mem, "%04d-%02d-%02d", a, b, c);
	if (is_day(c, b, a))
		return mem_format(mem, "%04d-%02d-%02d", c, b, a);
	return NULL;
}

int
record_minutes(const char *typed)
{
	int	minutes, end = 0;

	if (sscanf(typed, " %6d %n", &minutes, &end) != 1 || end == 0 ||
	    typed[end] != '\0' || minutes < 0)
		return -1;
	return minutes;
}
