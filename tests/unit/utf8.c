/*
 * utf8.c - bytes from anywhere: are they text?
 */
#include "base/utf8.h"

#include "tap.h"

static int
valid(const char *bytes)
{
	return utf8_valid(bytes, strlen(bytes));
}

static int
text(const char *bytes)
{
	return utf8_is_text(bytes, strlen(bytes));
}

int
main(void)
{
	ok(valid(""), "nothing is valid");
	ok(valid("aé€😀"), "one to four bytes are");
	ok(valid("\xed\x9f\xbf\xee\x80\x80"), "beside the surrogates");
	ok(valid("\xf4\x8f\xbf\xbf"), "the last code point");
	ok(!valid("\xed\xa0\x80"), "a surrogate is not");
	ok(!valid("\xc0\xaf"), "nor an overlong slash");
	ok(!valid("\xe0\x9f\xbf"), "nor three bytes for two");
	ok(!valid("\xf0\x8f\xbf\xbf"), "nor four bytes for three");
	ok(!valid("\xf4\x90\x80\x80"), "nor what is above U+10FFFF");
	ok(!valid("\xf5\x80\x80\x80"), "nor a lead byte of more");
	ok(!valid("\x80"), "nor a lone further byte");
	ok(!valid("\xc3"), "nor an open end of two");
	ok(!valid("\xe2\x82"), "nor an open end of three");
	ok(!valid("\xe9t\xe9"), "nor Latin-1");

	ok(text("a\tb\r\nc"), "tab and line ends are text");
	ok(text("\xc2\xa0\xc3\x80"), "so are no-break space and letters");
	ok(!text("a\x01"), "other controls are not");
	ok(!utf8_is_text("a\0b", 3), "nor is NUL");
	ok(!text("\x7f"), "nor DEL");
	ok(!text("\xc2\x85"), "nor C1");

	is_int((long)utf8_step("aé"), 1, "a step of one");
	is_int((long)utf8_step("é"), 2, "of two");
	is_int((long)utf8_step("€"), 3, "of three");
	is_int((long)utf8_step("😀"), 4, "of four");
	return done();
}
