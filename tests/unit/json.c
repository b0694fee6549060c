/*
 * json.c - nested lists come in, answers for scripts go out.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"

#include "tap.h"

static struct mem	*mem;

static void
test_parse(void)
{
	struct json	*list, *record;

	list = json_parse(mem, "[{\"b\": \"\\u00e9\", \"a\": 12}, null, "
	    "true, 1.5, -9007199254740993]");
	ok(list != NULL && list->kind == JSON_LIST, "an array is a list");
	is_int(list->count, 5, "it knows its length");
	record = list->child;
	ok(record->kind == JSON_RECORD && record->name == NULL,
	    "an object is a record");
	is_int(record->count, 2, "a record knows its length");
	is_text(record->child->name, "b", "members keep their order");
	is_text(record->child->text, "é", "escapes are resolved");
	is_text(record->child->next->text, "12", "a number has digits");
	ok(record->next->kind == JSON_NOTHING, "null is nothing");
	ok(record->next->next->truth == 1, "true is a truth");
	is_text(record->next->next->next->text, "1.5", "fractions are read");
	is_text(record->next->next->next->next->text, "-9007199254740993",
	    "large numbers lose nothing");
	ok(json_parse(mem, "[]")->child == NULL, "an empty list is empty");
	is_text(json_parse(mem, "\"a\"")->text, "a", "a value may be bare");
}

static void
test_refused(void)
{
	ok(json_parse(mem, "") == NULL, "no text is no JSON");
	ok(json_parse(mem, "[1,]") == NULL, "a stray comma is refused");
	ok(json_parse(mem, "{\"a\":1} x") == NULL, "a rest is refused");
	ok(json_parse(mem, "\"\xff\"") == NULL, "bad UTF-8 is refused");
	ok(json_parse(mem, "\"\\u0000\"") == NULL, "a NUL is refused");
}

static void
test_depth(void)
{
	struct buf	*deep = buf_new(mem, 1 << 20);
	int		 i;

	for (i = 0; i < 1000000; i++)
		buf_char(deep, '[');
	ok(json_parse(mem, deep->data) == NULL,
	    "a million brackets are refused");
}

static const char *
quoted(const char *text)
{
	struct buf	*out = buf_new(mem, 16);

	json_quote(out, text);
	return out->data;
}

static void
test_member(void)
{
	struct buf	*out = buf_new(mem, 16);

	json_member(out, "{", "a \"b\"", "c\n");
	json_member(out, ",", "none", NULL);
	is_text(out->data, "{\"a \\\"b\\\"\":\"c\\n\",\"none\":null",
	    "a member has a name and a value, both escaped");
}

static void
test_quote(void)
{
	is_text(quoted("a \"b\" \\ \n\x01 é /"),
	    "\"a \\\"b\\\" \\\\ \\n\\u0001 é /\"", "a string is escaped");
	is_text(quoted(""), "\"\"", "an empty string is a string");
	is_text(quoted(NULL), "null", "no string is null");
	is_text(quoted("\xff"), "null", "bad UTF-8 is null");
}

int
main(void)
{
	mem = mem_new();
	test_parse();
	test_refused();
	test_depth();
	test_quote();
	test_member();
	mem_free(mem);
	return done();
}
