/*
 * csv.c - a table for Excel and LibreOffice.
 */
#include <math.h>
#include <string.h>

#include "adapt/icu.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/csv.h"

#define MARK	"\xef\xbb\xbf"	/* without it Excel takes UTF-8 for Latin */

struct csv {
	struct mem	*mem;
	struct buf	*out;
	const char	*decimal;	/* "," or "." */
	char		 separator;
	int		 cells;		/* of this row */
};

struct csv *
csv_new(struct mem *mem, const char *lang)
{
	struct csv	*csv = mem_get(mem, sizeof(*csv));

	csv->mem = mem;
	csv->out = buf_new(mem, 4096);
	csv->decimal = icu_decimal(lang, mem);
	csv->separator = csv->decimal[0] == '.' ? ',' : ';';
	buf_text(csv->out, MARK);
	return csv;
}

static void
separate(struct csv *csv)
{
	if (csv->cells++ > 0)
		buf_char(csv->out, csv->separator);
}

/* "-5", "-0,5": nothing else that begins with a sign is a number. */
static int
is_number(const char *text)
{
	size_t	whole, part;

	text += *text == '-';
	whole = strspn(text, "0123456789");
	text += whole;
	if (*text != ',' && *text != '.')
		return whole > 0 && *text == '\0';
	part = strspn(text + 1, "0123456789");
	return whole > 0 && part > 0 && text[1 + part] == '\0';
}

static int
is_formula(const char *text)
{
	static const char *const	wide[] = { "\xef\xbc\x9d",
	    "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0" };
	size_t				i;

	if (is_number(text))
		return 0;
	text += strspn(text, " ");
	for (i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (strncmp(text, wide[i], 3) == 0)
			return 1;
	return *text != '\0' && strchr("=+-@\t\r\n", *text) != NULL;
}

void
csv_text(struct csv *csv, const char *text)
{
	int	quote;

	separate(csv);
	if (text == NULL)
		return;
	quote = strpbrk(text, "\"\r\n\t;,'") != NULL;
	if (quote)
		buf_char(csv->out, '"');
	if (is_formula(text))
		buf_char(csv->out, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_char(csv->out, '"');
		buf_char(csv->out, *text);
	}
	if (quote)
		buf_char(csv->out, '"');
}

void
csv_number(struct csv *csv, double number, int decimals)
{
	char	*digits, *point;

	separate(csv);
	if (!isfinite(number))
		return;
	digits = mem_format(csv->mem, "%.*f", decimals, number);
	point = strchr(digits, '.');
	if (point == NULL) {
		buf_text(csv->out, digits);
		return;
	}
	buf_add(csv->out, digits, (size_t)(point - digits));
	buf_text(csv->out, csv->decimal);
	buf_text(csv->out, point + 1);
}

void
csv_end(struct csv *csv)
{
	buf_text(csv->out, "\r\n");
	csv->cells = 0;
}

char *
csv_bytes(struct csv *csv, size_t *length)
{
	*length = csv->out->length;
	return csv->out->data;
}
