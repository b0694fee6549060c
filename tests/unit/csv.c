/*
 * csv.c - somebody opens a table in Excel, and nobody's formula runs.
 */
#include <math.h>

#include "base/mem.h"
#include "content/csv.h"

#include "tap.h"

#define MARK	"\xef\xbb\xbf"

static struct mem	*mem;

/* One cell of text, as readers of LANG get it, mark and line end left out. */
static const char *
cell(const char *lang, const char *text)
{
	struct csv	*csv = csv_new(mem, lang);
	size_t		 length;
	char		*bytes;

	csv_text(csv, text);
	csv_end(csv);
	bytes = csv_bytes(csv, &length);
	return mem_copy(mem, bytes + 3, length - 5);
}

static const char *
table(const char *lang)
{
	struct csv	*csv = csv_new(mem, lang);
	size_t		 length;

	csv_text(csv, "Domaine");
	csv_text(csv, "Moyenne; sur 3");
	csv_end(csv);
	csv_text(csv, "Langue");
	csv_number(csv, 2.345, 2);
	csv_number(csv, -7, 0);
	csv_number(csv, NAN, 2);
	csv_text(csv, NULL);
	csv_end(csv);
	return csv_bytes(csv, &length);
}

static void
test_rows(void)
{
	is_text(table("fr"), MARK "Domaine;\"Moyenne; sur 3\"\r\n"
	    "Langue;2,35;-7;;\r\n", "French: semicolons and commas");
	is_text(table("sv"), table("fr"), "Swedish too");
	is_text(table("it"), table("fr"), "Italian too");
	is_text(table("en"), MARK "Domaine,\"Moyenne; sur 3\"\r\n"
	    "Langue,2.35,-7,,\r\n", "English: commas and points");
}

static void
test_quotes(void)
{
	is_text(cell("fr", "un « mot »"), "un « mot »", "as it is");
	is_text(cell("fr", "a \"b\" c"), "\"a \"\"b\"\" c\"", "quotes double");
	is_text(cell("fr", "a\nb"), "\"a\nb\"", "lines stay in their cell");
	is_text(cell("en", "a;b"), "\"a;b\"", "either separator is quoted");
	is_text(cell("fr", "a,b"), "\"a,b\"", "for those who change it");
	is_text(cell("fr", ""), "", "empty");
}

static void
test_formulas(void)
{
	is_text(cell("fr", "=1+1"), "'=1+1", "an equals sign");
	is_text(cell("fr", "=HYPERLINK(\"http://x\";\"y\")"),
	    "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"", "a link");
	is_text(cell("fr", "@SUM(A1)"), "'@SUM(A1)", "an at sign");
	is_text(cell("fr", "+33 6 12 34 56 78"), "'+33 6 12 34 56 78",
	    "a telephone number keeps its plus");
	is_text(cell("fr", "+33612345678"), "'+33612345678", "all digits too");
	is_text(cell("fr", "- deux conseillères"), "'- deux conseillères",
	    "a list's hyphen");
	is_text(cell("fr", "-2+3+cmd|' /C calc'!A0"),
	    "\"'-2+3+cmd|' /C calc'!A0\"", "a command behind a number");
	is_text(cell("fr", "\t=1"), "\"'\t=1\"", "a tab");
	is_text(cell("fr", "\r=1"), "\"'\r=1\"", "a carriage return");
	is_text(cell("fr", "\n=1"), "\"'\n=1\"", "a line feed");
	is_text(cell("fr", "  =1"), "'  =1", "behind blanks");
	is_text(cell("fr", "\xef\xbc\x9d""1"), "'\xef\xbc\x9d""1",
	    "a full-width equals sign");
	is_text(cell("fr", "-5"), "-5", "a number is a number");
	is_text(cell("fr", "-0,5"), "\"-0,5\"", "with a comma");
	is_text(cell("fr", "-0.5"), "-0.5", "with a point");
	is_text(cell("fr", "-"), "'-", "a hyphen alone is none");
	is_text(cell("fr", "-1,2,3"), "\"'-1,2,3\"", "nor are two commas");
	is_text(cell("fr", "a=b"), "a=b", "inside it does no harm");
}

int
main(void)
{
	mem = mem_new();
	test_rows();
	test_quotes();
	test_formulas();
	mem_free(mem);
	return done();
}
