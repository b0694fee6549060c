/*
 * form.c - what a reader typed arrives as typed, or not at all.
 */
#include "base/buf.h"
#include "base/mem.h"
#include "web/form.h"

#include "tap.h"

static struct mem	*mem;
static int		 status;

static struct form *
parse(const char *body)
{
	return form_parse(mem, body, strlen(body), &status);
}

/* The status of BODY. */
static int
answer(const char *body)
{
	struct form	*form = parse(body);

	return form != NULL ? status : -status;
}

static void
test_values(void)
{
	struct form	*form = parse("a=1&b=x+y%2B&a=2&&c&d=&%C3%A9=%26");

	is_int(form_count(form), 6, "an empty part is nothing");
	is_text(form_get(form, "a"), "1", "the first of a name");
	is_text(form_get_at(form, "a", 1), "2", "and the second");
	is_text(form_get_at(form, "a", 2), NULL, "after the last");
	is_text(form_get_at(form, "a", -1), NULL, "before the first");
	is_text(form_get(form, "b"), "x y+", "blanks and a plus");
	is_text(form_get(form, "c"), "", "no equals sign: empty");
	is_text(form_get(form, "d"), "", "nothing typed");
	is_text(form_get(form, "é"), "&", "decoded once");
	is_text(form_get(form, "A"), NULL, "letters count");
	is_text(form_get(form, ""), NULL, "no name");
	is_text(form_get(NULL, "a"), NULL, "no form");
	is_int(form_count(parse("")), 0, "an empty body");
	is_text(form_get(parse(""), "a"), NULL, "has no value");
}

static void
test_lines(void)
{
	is_text(form_get(parse("a=1%0D%0A2%0D3%0A4%09."), "a"),
	    "1\n2\n3\n4\t.", "every line end is a line feed");
	is_text(form_get(parse("a=%0D%0D%0A%0A"), "a"), "\n\n\n",
	    "empty lines stay");
	is_int(answer("a%0A=1"), -400, "but not in a name");
	is_int(answer("a=%00"), -400, "NUL");
	is_int(answer("a=%0B"), -400, "a vertical tab");
	is_int(answer("a=%1B"), -400, "an escape");
	is_int(answer("a=%C2%85"), -400, "a C1 control");
	is_int(answer("a=%E9"), -400, "Latin-1");
	is_int(answer("a=%ED%A0%80"), -400, "a surrogate");
	is_int(answer("a=%C0%BC"), -400, "an overlong sign");
	is_int(answer("a=%4"), -400, "half a byte");
	is_int(answer("%zz=a"), -400, "no hex in a name");
	is_int(answer("a=1&b=%FF"), -400, "one bad value is enough");
	ok(form_parse(mem, "a=1\0b", 5, &status) == NULL, "a raw NUL");
}

static void
test_prefix(void)
{
	struct form	*form = parse("r.2.x=b&q=&r.1.x=a&r=n&r.1.y=c");
	const char	*value = NULL;
	int		 at = 0;

	is_text(form_next(form, "r.", &at, &value), "r.2.x", "as sent");
	is_text(value, "b", "with its value");
	is_text(form_next(form, "r.", &at, &value), "r.1.x", "the next");
	is_text(form_next(form, "r.", &at, &value), "r.1.y", "the last");
	is_text(form_next(form, "r.", &at, &value), NULL, "no more");
	at = 0;
	is_text(form_next(form, "", &at, &value), "r.2.x", "all of them");
	at = 0;
	is_text(form_next(NULL, "", &at, &value), NULL, "none without form");
}

static void
test_add(void)
{
	struct form	*form = form_new(mem);

	is_text(form_get(form, "a"), NULL, "nothing yet");
	form_add(form, "a", "1");
	is_text(form_get(form, "a"), "1", "found after it is added");
	form_add(form, "a", "2");
	is_text(form_get_at(form, "a", 1), "2", "after a question too");
}

/* COUNT parts "nNUMBER=". */
static struct form *
many(int count)
{
	struct buf	*body = buf_new(mem, 1000);
	int		 i;

	for (i = 0; i < count; i++)
		buf_format(body, "n%d=%d&", i, i);
	return form_parse(mem, body->data, body->length, &status);
}

/* One value of LENGTH letters. */
static struct form *
large(size_t length)
{
	struct buf	*body = buf_new(mem, length + 3);

	buf_text(body, "a=");
	while (length-- > 0)
		buf_char(body, 'x');
	return form_parse(mem, body->data, body->length, &status);
}

static void
test_limits(void)
{
	struct form	*form = many(FORM_PAIRS);

	is_int(form_count(form), FORM_PAIRS, "as many as there may be");
	is_text(form_get(form, "n4711"), "4711", "and each is found");
	ok(many(FORM_PAIRS + 1) == NULL && status == 413, "one too many");
	ok(large(FORM_VALUE) != NULL, "as long as a value may be");
	ok(large(FORM_VALUE + 1) == NULL && status == 413, "too long");
}

/* --- with a file ------------------------------------------------------ */

#define TYPE	"multipart/form-data; boundary=x1"
#define HEAD	"Content-Disposition: form-data; name="
#define ONE(name, value)	"--x1\r\n" HEAD "\"" name "\"\r\n\r\n" value "\r\n"
#define END	"--x1--\r\n"

static struct form *
parts(const char *type, const char *body)
{
	return form_parts(mem, type, body, strlen(body), &status);
}

static void
test_parts(void)
{
	struct form	*form;

	form = parts(TYPE, ONE("a", "1\r\n2") "--x1\r\n" HEAD
	    "\"file\"; filename=\"C:\\x.json\"\r\n"
	    "Content-Type: text/plain\r\n\r\n\xff\r\n--x\r\n" END);
	is_text(form_get(form, "a"), "1\n2", "words as in any form");
	is_text(form_get(form, "file"), "\xff\r\n--x", "a file as it is");
	is_int(form_count(form), 2, "and nothing else");
	form = parts("multipart/form-data; charset=x; boundary=\"x1\"",
	    ONE("a", "") END);
	is_text(form_get(form, "a"), "", "a boundary may be quoted");
	ok(parts(TYPE, END) != NULL && status == 0, "a form of nothing");
	ok(parts(TYPE, "") == NULL && status == 400, "no body");
	ok(parts("multipart/form-data;", END) == NULL, "no boundary");
	ok(parts(TYPE, ONE("a", "1")) == NULL && status == 400, "no end");
	ok(parts(TYPE, "--x1\r\n\r\n1\r\n" END) == NULL, "no name");
	ok(parts(TYPE, ONE("", "1") END) == NULL, "an empty name");
	ok(parts(TYPE, "--x1\r\n" HEAD "\"a\"\r\n" END) == NULL,
	    "no value");
	ok(parts(TYPE, ONE("a", "\xff") END) == NULL, "words that are none");
	ok(parts(TYPE, ONE("a", "\x01") END) == NULL, "control characters");
	ok(parts(TYPE, "--x1 " ONE("a", "1") END) == NULL, "no line");
}

int
main(void)
{
	mem = mem_new();
	test_parts();
	test_values();
	test_lines();
	test_prefix();
	test_add();
	test_limits();
	mem_free(mem);
	return done();
}
