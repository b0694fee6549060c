/*
 * record.c - an employer checks a record, and somebody tries to make one.
 */
#include <stdlib.h>
#include <unistd.h>

#include "adapt/box.h"
#include "base/file.h"
#include "base/mem.h"
#include "web/record.h"
#include "web/secret.h"

#include "tap.h"

static struct mem	*mem;
static struct secret	*secret, *other_secret;
static char		 code[CHECK_TEXT];

/* A host's secret, of 64 times DIGIT. */
static struct secret *
load(char digit)
{
	char		 path[] = "/tmp/profint-record-XXXXXX";
	char		 line[65];
	const char	*why;
	struct secret	*loaded;

	memset(line, digit, 64);
	line[64] = '\n';
	close(mkstemp(path));
	if (file_write(mem, path, line, sizeof(line), &why) != 0)
		exit(1);
	loaded = secret_load(path);
	unlink(path);
	return loaded;
}

static struct record
facts(const char *name)
{
	return (struct record){ "networks", "2026-11-01", "2026-11-20", 230,
	    name };
}

/* The record of NAME holds for somebody who typed OTHER. */
static int
same(const char *name, const char *other)
{
	struct record	one = facts(name), two = facts(other);

	record_code(secret, mem, &one, code);
	return record_is_true(secret, mem, &two, code);
}

static void
test_facts(void)
{
	struct record	other, true_one = facts("Zoé Åkesson");
	char		again[CHECK_TEXT], wrong[CHECK_TEXT];
	int		i, forged = 0;

	record_code(secret, mem, &true_one, code);
	record_code(secret, mem, &true_one, again);
	is_text(code, again, "the same facts, the same code");
	is_int((long)strlen(code), 19, "in four groups of four");
	ok(record_is_true(secret, mem, &true_one, code), "it is true");
	for (i = 0; i < 19; i++) {
		memcpy(wrong, code, CHECK_TEXT);
		wrong[i] = wrong[i] == '7' ? '8' : '7';
		forged += code[i] != '-' &&
		    record_is_true(secret, mem, &true_one, wrong);
	}
	is_int(forged, 0, "one wrong sign, and it is not");
	ok(!record_is_true(secret, mem, &true_one, ""), "nothing is no code");
	ok(!record_is_true(secret, mem, &true_one, "7K3M-9QXT"),
	    "nor is half of one");
	ok(!record_is_true(secret, mem, &true_one, "0000-0000-0000-0000"),
	    "nor are noughts");
	other = true_one;
	other.module = "teams";
	ok(!record_is_true(secret, mem, &other, code), "another module");
	other = true_one;
	other.last = "2026-11-21";
	ok(!record_is_true(secret, mem, &other, code), "another day");
	other = true_one;
	other.first = other.last;
	ok(!record_is_true(secret, mem, &other, code), "another beginning");
	other = true_one;
	other.minutes = 231;
	ok(!record_is_true(secret, mem, &other, code), "another length");
	ok(!record_is_true(other_secret, mem, &true_one, code),
	    "another host's code");
}

static void
test_names(void)
{
	ok(same("Zoé Åkesson", "Zoe\xcc\x81 A\xcc\x8akesson"),
	    "accents typed as letter and sign");
	ok(same("Zoé Åkesson", "  zoé \t ÅKESSON "), "capitals and blanks");
	ok(same("Zoé Åkesson", "Zoé\xc2\xa0Åkesson"),
	    "a blank that does not break");
	ok(same("Anne-Marie D’Angelo", "Anne \xe2\x80\x93 marie d'angelo"),
	    "hyphens and apostrophes");
	ok(same("Zoé", "Zo\xc2\xad\xe2\x80\x8b\xc3\xa9"), "signs nobody sees");
	ok(same("محمد العربي", "محمد  العربي"), "any script");
	ok(same("Strauß", "STRAUSS"), "a sharp s in capitals");
	ok(same(NULL, "") && same("", "  "), "no name is no name");
	ok(!same("Zoé Åkesson", "Zoe Akesson"), "accents count");
	ok(!same("Zoé Åkesson", ""), "a name left out");
	ok(!same("", "Zoé"), "a name put in");
	ok(!same("Zoé Åkesson", "Åkesson Zoé"), "the order of names");
	ok(!same("230|Zoé", "Zoé"), "a name that tries to be more");
}

static void
test_typed(void)
{
	is_text(record_day(mem, "2026-11-20"), "2026-11-20", "a day");
	is_text(record_day(mem, " 20/11/2026 "), "2026-11-20", "French");
	is_text(record_day(mem, "1.2.2026"), "2026-02-01", "with points");
	is_text(record_day(mem, "2024-02-29"), "2024-02-29", "a leap day");
	is_text(record_day(mem, "2026-02-29"), NULL, "none");
	is_text(record_day(mem, "11/20/2026"), NULL, "month first is none");
	is_text(record_day(mem, "2026-11-20x"), NULL, "more");
	is_text(record_day(mem, "2026-11/20"), NULL, "two kinds of marks");
	is_text(record_day(mem, ""), NULL, "nothing");
	is_text(record_day(mem, "-026-11-20"), NULL, "a sign");
	is_int(record_minutes("230"), 230, "minutes");
	is_int(record_minutes(" 230 "), 230, "with blanks");
	is_int(record_minutes("230 min"), -1, "with words");
	is_int(record_minutes("-5"), -1, "below nought");
	is_int(record_minutes(""), -1, "nothing");
	is_int(record_minutes("99999999999"), -1, "far too many");
}

int
main(void)
{
	mem = mem_new();
	box_open_door();
	secret = load('a');
	other_secret = load('b');
	test_facts();
	test_names();
	test_typed();
	mem_free(mem);
	return done();
}
