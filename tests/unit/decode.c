/*
 * decode.c - addresses from anywhere become text, or are refused.
 */
#include "base/mem.h"
#include "web/decode.h"
#include "web/req.h"

#include "tap.h"

static struct mem	*mem;

static const char *
path(const char *raw)
{
	return decode_url(mem, raw, strlen(raw), 0);
}

static int
count(const char *raw)
{
	struct pair	*pairs;

	return decode_query(mem, raw, &pairs);
}

static void
test_url(void)
{
	is_text(path("/fr/model"), "/fr/model", "plain");
	is_text(path("/%C3%A9%c3%a9"), "/éé", "either case of hex");
	is_text(path("/a+b"), "/a+b", "a plus in a path is a plus");
	is_text(decode_url(mem, "a+b%2B", 6, 1), "a b+", "in a query, not");
	is_text(path("/%2541"), "/%41", "decoded once");
	is_text(path("%"), NULL, "a lone percent");
	is_text(path("%4"), NULL, "half a byte");
	is_text(path("%4g"), NULL, "no hex");
	is_text(path("%+1"), NULL, "no sign");
	is_text(path("/%00"), NULL, "NUL");
	is_text(path("/%0a"), NULL, "a line feed");
	is_text(path("/%09"), NULL, "a tab");
	is_text(path("/%C2%85"), NULL, "a C1 control");
	is_text(path("/%E9"), NULL, "Latin-1");
	is_text(path("/%C0%AF"), NULL, "an overlong slash");
	is_text(path("/\xc3"), NULL, "raw bytes are checked too");
}

static const char *
lines(const char *raw)
{
	return decode_lines(mem, raw, strlen(raw));
}

static void
test_lines(void)
{
	is_text(lines("a+b%0d%0a%0D%0Ac%09"), "a b\n\nc\t", "line ends");
	is_text(lines("a%0A"), "a\n", "a last one");
	is_text(lines("%0C"), NULL, "a form feed");
	is_text(lines("%7F"), NULL, "DEL");
	is_text(lines("%e2%28%a1"), NULL, "a broken sequence");
}

static void
test_query(void)
{
	struct pair	*pairs;

	is_int(decode_query(mem, "q=a+b&area=x&area=%26&bare&=v&e=", &pairs),
	    6, "pairs");
	is_text(pairs[0].value, "a b", "a blank");
	is_text(pairs[2].name, "area", "a second of the same name");
	is_text(pairs[2].value, "&", "an encoded ampersand");
	is_text(pairs[3].value, "", "no equals sign: empty");
	is_text(pairs[4].name, "", "no name");
	is_text(pairs[5].value, "", "no value");
	is_int(decode_query(mem, "a=b=c", &pairs), 1, "a second equals sign");
	is_text(pairs[0].value, "b=c", "belongs to the value");
	is_int(count(""), 0, "no query");
	is_int(count("&&"), 0, "only ampersands");
	is_int(count("a=%zz"), -1, "a bad value");
	is_int(count("%00=a"), -1, "a bad name");
	is_int(count("q=%0d%0a"), -1, "a line end");
}

static void
test_reverse(void)
{
	struct pair	*pairs;

	is_text(decode_reverse(mem, "a-z_0.9~"), "a-z_0.9~", "plain");
	is_text(decode_reverse(mem, "é &=/?#+\"<"),
	    "%C3%A9%20%26%3D%2F%3F%23%2B%22%3C", "all else is encoded");
	decode_query(mem, mem_format(mem, "q=%s",
	    decode_reverse(mem, "é &=/?#+%")), &pairs);
	is_text(pairs[0].value, "é &=/?#+%", "there and back");
}

int
main(void)
{
	mem = mem_new();
	test_url();
	test_lines();
	test_query();
	test_reverse();
	mem_free(mem);
	return done();
}
