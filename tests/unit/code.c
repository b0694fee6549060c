/*
 * code.c - somebody types a code from a crumpled card.
 */
#include <stdlib.h>

#include "web/code.h"

#include "tap.h"

/* 127.0.0.1, 63.84.220.193, 140.98.193.141 and 12.110.110.204, as the
 * inventor of proquints writes them. */
#define KNOWN	"lusab-babad-gutih-tugad-mudof-sakat-budov-kuras-"

static const char	consonants[] = "bdfghjklmnprstvz";
static const char	vowels[] = "aiou";

static unsigned char	bytes[CODE_BYTES], back[CODE_BYTES];
static char		text[CODE_TEXT];

/* The same "random" code for the same SEED. */
static void
make(unsigned seed)
{
	int	i;

	for (i = 0; i < CODE_BYTES; i++) {
		seed = seed * 1664525u + 1013904223u;
		bytes[i] = (unsigned char)(seed >> 24);
	}
	code_write(text, bytes);
}

static int
reads(const char *typed)
{
	return code_read(back, typed).verdict == CODE_RIGHT &&
	    memcmp(bytes, back, CODE_BYTES) == 0;
}

/* TEXT with every byte FROM replaced, in one of a few buffers. */
static const char *
with(char from, const char *to)
{
	static char	copies[8][400];
	static int	turn;
	char		*out = copies[turn++ % 8];
	const char	*p;
	size_t		end = 0;

	for (p = text; *p != '\0'; p++)
		if (*p == from) {
			strcpy(out + end, to);
			end += strlen(to);
		} else {
			out[end++] = *p;
		}
	out[end] = '\0';
	return out;
}

static void
test_known(void)
{
	static const unsigned char	known[CODE_BYTES] = { 127, 0, 0, 1,
	    63, 84, 220, 193, 140, 98, 193, 141, 12, 110, 110, 204 };

	memcpy(bytes, known, CODE_BYTES);
	code_write(text, bytes);
	is_int((long)strlen(text), CODE_TEXT - 1, "nine groups of five");
	ok(strncmp(text, KNOWN, strlen(KNOWN)) == 0,
	    "the groups are the proquints everybody writes");
	is_text(text + strlen(KNOWN), "bikar", "cards printed today are read "
	    "for ever");
	ok(reads(text), "read as written");
}

static void
test_forgiving(void)
{
	char	upper[CODE_TEXT], lines[200];
	int	i;

	make(7);
	for (i = 0; i < CODE_TEXT; i++)
		upper[i] = text[i] >= 'a' && text[i] <= 'z' ?
		    (char)(text[i] - 32) : text[i];
	ok(reads(upper), "capitals");
	ok(reads(with('-', " ")), "blanks");
	ok(reads(with('-', "")), "nothing between");
	ok(reads(with('-', ".")), "dots");
	ok(reads(with('-', "\r\n")), "line breaks");
	ok(reads(with('-', " \xe2\x80\x93 ")), "en dashes");
	ok(reads(with('-', "\xc2\xa0")), "blanks that do not break");
	ok(reads(with('-', "\xe2\x80\xaf")), "narrow ones");
	ok(reads(with('-', ", ")), "a sentence's commas");
	snprintf(lines, sizeof(lines), "1. %.5s\n2. %.5s\n3. %.5s\n4. %.5s\n"
	    "5. %.5s\n6. %.5s\n7. %.5s\n8. %.5s\n9. %.5s\n", text, text + 6,
	    text + 12, text + 18, text + 24, text + 30, text + 36, text + 42,
	    text + 48);
	ok(reads(lines), "numbered groups");
	snprintf(lines, sizeof(lines), "\xef\xbb\xbf  \"%s\"  \n", text);
	ok(reads(lines), "quotes, blanks and a byte order mark around");
	snprintf(lines, sizeof(lines), "%.3s %.22s  %s", text, text + 3,
	    text + 25);
	ok(reads(lines), "breaks anywhere");
}

static void
test_alike(void)
{
	unsigned	seed;
	int		all = 1;

	for (seed = 1; seed < 200; seed++) {
		make(seed);
		all &= reads(with('o', "0")) && reads(with('o', "O"));
		all &= reads(with('l', "1")) && reads(with('l', "I")) &&
		    reads(with('l', "|")) && reads(with('i', "1")) &&
		    reads(with('i', "l")) && reads(with('i', "I")) &&
		    reads(with('i', "L")) && reads(with('i', "|"));
		all &= reads(with('z', "2")) && reads(with('s', "5")) &&
		    reads(with('b', "8")) && reads(with('g', "9"));
	}
	ok(all, "what looks alike is what it must be");
}

/* Change each letter to each other one of its class. */
static void
test_one_letter(void)
{
	struct code_found	found;
	unsigned		seed;
	int			i, named = 0, tried = 0;
	const char		*class, *other;
	char			was;

	for (seed = 1; seed < 40; seed++) {
		make(seed);
		for (i = 0; i < CODE_TEXT - 1; i++) {
			if (text[i] == '-')
				continue;
			was = text[i];
			class = strchr(vowels, was) != NULL ? vowels :
			    consonants;
			for (other = class; *other != '\0'; other++) {
				if (*other == was)
					continue;
				text[i] = *other;
				found = code_read(back, text);
				tried++;
				named += found.verdict == CODE_GROUP &&
				    found.group == i / 6 + 1;
			}
			text[i] = was;
		}
	}
	is_int(named, tried, "one wrong letter: its group is named, always");
	is_int(tried, 39 * 459, "  and all of them were tried");
}

/* Nothing within one group passes, and swaps do not either. */
static void
test_one_group(void)
{
	struct code_found	found;
	unsigned char		first[CODE_BYTES];
	char			right[CODE_TEXT], other[CODE_TEXT];
	int			i, j, passed = 0, named = 0, pairs = 0;
	unsigned		seed;

	make(3);
	memcpy(first, bytes, CODE_BYTES);
	memcpy(right, text, CODE_TEXT);
	for (seed = 0; seed < 65536; seed++) {
		memset(bytes, 0, CODE_BYTES);
		bytes[0] = (unsigned char)(seed >> 8);
		bytes[1] = (unsigned char)seed;
		code_write(other, bytes);
		for (i = 0; i < CODE_GROUPS; i++) {
			memcpy(text, right, CODE_TEXT);
			memcpy(text + 6 * i, other, 5);
			passed += memcmp(text, right, CODE_TEXT) != 0 &&
			    code_read(back, text).verdict == CODE_RIGHT;
		}
	}
	is_int(passed, 0, "no other group at any place passes");
	for (seed = 1; seed <= 200; seed++) {
		make(seed);
		memcpy(right, text, CODE_TEXT);
		for (i = 0; i < CODE_GROUPS; i++)
			for (j = i + 1; j < CODE_GROUPS; j++) {
				memcpy(text, right, CODE_TEXT);
				memcpy(text + 6 * i, right + 6 * j, 5);
				memcpy(text + 6 * j, right + 6 * i, 5);
				found = code_read(back, text);
				pairs++;
				passed += found.verdict == CODE_RIGHT;
				named += found.verdict == CODE_SWAPPED &&
				    found.group == i + 1 &&
				    found.other == j + 1;
			}
	}
	is_int(passed, 0, "two groups that changed places never pass");
	printf("# named %d of %d\n", named, pairs);
	ok(named * 100 > pairs * 97, "and are nearly always named");
}

/* The letter at PLACE of a group, MORE further on in its class. */
static char
further(char letter, int place, int more)
{
	const char	*class = place % 2 == 0 ? consonants : vowels;
	int		 size = place % 2 == 0 ? 16 : 4;

	return class[(strchr(class, letter) - class + more) % size];
}

/* Every mistake of two letters in one group of one code. */
static void
test_two_letters(void)
{
	struct code_found	found;
	char			right[CODE_TEXT];
	int			i, j, a, b, named = 0, sure = 0, tried = 0;

	make(5);
	memcpy(right, text, CODE_TEXT);
	for (i = 0; i < CODE_TEXT - 1; i++)
		for (j = i + 1; j < CODE_TEXT - 1 && right[j] != '-'; j++)
			for (a = 1; a < (i % 6 % 2 == 0 ? 16 : 4); a++)
				for (b = 1; b < (j % 6 % 2 == 0 ? 16 : 4); b++) {
					if (right[i] == '-')
						continue;
					memcpy(text, right, CODE_TEXT);
					text[i] = further(right[i], i % 6, a);
					text[j] = further(right[j], j % 6, b);
					found = code_read(back, text);
					tried++;
					named += found.group == i / 6 + 1;
					sure += found.verdict == CODE_RIGHT ||
					    (found.verdict == CODE_GROUP &&
					    found.group != i / 6 + 1);
				}
	is_int(tried, 9 * 954, "two wrong letters of a group: all tried");
	printf("# named %d\n", named);
	ok(named * 15 > tried * 14, "14 times in 15 it is the group named");
	ok(sure <= 1, "and hardly ever another for certain");
}

static void
is_found(const char *typed, enum code_verdict verdict, int group,
    const char *sentence)
{
	struct code_found	found = code_read(back, typed);
	static const unsigned char	none[CODE_BYTES];

	if (ok(found.verdict == verdict && found.group == group &&
	    memcmp(back, none, CODE_BYTES) == 0, sentence) == 0)
		printf("# verdict %d, group %d, count %d\n",
		    (int)found.verdict, found.group, found.count);
}

static void
test_form(void)
{
	char	typed[CODE_TEXT + 20];

	make(11);
	is_found("", CODE_EMPTY, 0, "nothing");
	is_found(" - . \n", CODE_EMPTY, 0, "only marks");
	snprintf(typed, sizeof(typed), "%s", text);
	typed[13] = 'e';
	is_found(typed, CODE_GROUP, 3, "a letter no group has");
	typed[13] = 'k';
	is_found(typed, CODE_GROUP, 3, "a consonant for a vowel");
	snprintf(typed, sizeof(typed), "%.13s%s", text, text + 14);
	is_found(typed, CODE_GROUP, 3, "a letter too few");
	snprintf(typed, sizeof(typed), "%.13sa%s", text, text + 13);
	is_found(typed, CODE_GROUP, 3, "a letter too many");
	snprintf(typed, sizeof(typed), "%.13s\xc3\xa9%s", text, text + 14);
	is_found(typed, CODE_GROUP, 3, "a letter with an accent");
	is_int(code_read(back, text + 6).count, 8, "a group too few: counted");
	is_found(text + 6, CODE_COUNT, 0, "  and said");
	snprintf(typed, sizeof(typed), "%s-%.5s", text, text);
	is_int(code_read(back, typed).count, 10, "a group too many: counted");
	is_found("lusab", CODE_COUNT, 0, "one group");
	is_found("correct horse battery staple", CODE_COUNT, 0, "a sentence");
	snprintf(typed, sizeof(typed), "%s", with('-', ""));
	memmove(typed + 21, typed + 22, strlen(typed + 21));
	ok(code_read(back, typed).group == 5, "a missing vowel of an unbroken "
	    "code is found where it was");
}

static int
joins(const char *typed)
{
	return code_join_read(back, typed) == 0 &&
	    memcmp(back, bytes, JOIN_BYTES) == 0;
}

static void
test_join(void)
{
	static const unsigned char	known[JOIN_BYTES] = { 0x00, 0x44, 0x32,
	    0x14, 0xc7 };
	char				join[JOIN_TEXT];
	unsigned			seed;
	int				i, all = 1;

	for (seed = 0; seed < 1000; seed++) {
		make(seed);
		code_join_write(join, bytes);
		all &= joins(join) && strpbrk(join, "ILOU") == NULL &&
		    join[4] == '-' && strlen(join) == 9;
	}
	ok(all, "a thousand codes are read as written");
	memcpy(bytes, known, JOIN_BYTES);
	code_join_write(join, bytes);
	is_text(join, "0123-4567", "shown 4-4");
	ok(joins("01234567"), "without the hyphen");
	ok(joins(" o1 23.45\xc2\xa0""67\n"), "with other marks");
	ok(joins("oi234567") && joins("OL23-4567") && joins("O|23-4567"),
	    "o is 0, i and l are 1");
	memcpy(bytes, "\xff\xff\xff\xff\xff", JOIN_BYTES);
	code_join_write(join, bytes);
	is_text(join, "ZZZZ-ZZZZ", "the last of them");
	is_int(code_join_read(bytes, "vvvv-vvvv"), 0, "small letters");
	ok(joins("uuuu uuuu"), "u is V");
	for (i = 0; i < 8; i++)
		all &= code_join_read(back, &"0123456"[i]) == -1;
	ok(all, "fewer than eight are no code");
	is_int(code_join_read(back, "012345678"), -1, "nine are none");
	is_int(code_join_read(back, "0123456\xc3\xa9"), -1, "nor an accent");
	is_int(code_join_read(back, ""), -1, "nor nothing");
}

static void
test_check(void)
{
	char	check[CHECK_TEXT];
	int	all = 1;

	for (unsigned seed = 0; seed < 1000; seed++) {
		make(seed);
		code_check_write(check, bytes);
		all &= strlen(check) == 19 &&
		    code_check_read(back, check) == 0 &&
		    memcmp(back, bytes, CHECK_BYTES) == 0;
	}
	ok(all, "check codes are read as written");
	code_join_write(text, bytes);
	is_int(code_check_read(back, text), -1, "half a code is none");
	ok(code_check_read(back, "7k3m 9qxt o123 4567") == 0 &&
	    code_check_read(bytes, "7K3M9QXT01234567") == 0 &&
	    memcmp(back, bytes, CHECK_BYTES) == 0, "in any case and spacing");
	is_int(code_check_read(back, "7K3M-9QXT-0123-45678"), -1,
	    "seventeen signs are none");
}

int
main(void)
{
	test_known();
	test_forgiving();
	test_alike();
	test_one_letter();
	test_one_group();
	test_two_letters();
	test_form();
	test_join();
	test_check();
	return done();
}
