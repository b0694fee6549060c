/*
 * tally.c - a team learns what its beneficiaries think, and nothing about
 * one of them.
 *
 * The fixture, by hand.  Two domains: a (a1, a2) and b (b1).
 *
 *	Ana	a1=1 a2=2	(1 + 2) / 2 = 1.5	b1=3	3
 *	Ben	a1=3		3			b1=3	3
 *	Cem	a1=2 a2=3	2.5			b1=1	1
 *	Dia	     a2=2	2			b1=2	2
 *	Eva	a1=3 a2=3	3			-
 *	Fay	-					b1=1	1
 *
 *	a: (1.5 + 3 + 2.5 + 2 + 3) / 5 = 12 / 5 = 2.4
 *	b: (3 + 3 + 1 + 2 + 1) / 5 = 10 / 5 = 2
 *
 * The mean of all eight levels of a, (1 + 2 + 3 + 2 + 3 + 2 + 3 + 3) / 8
 * = 2.375, would be another: who says more would count for more.
 */
#include <math.h>
#include <string.h>

#include "adapt/box.h"
#include "base/mem.h"
#include "content/sheet.h"
#include "content/tally.h"
#include "web/form.h"

#include "tap.h"

#define COUNT(a)	((int)(sizeof(a) / sizeof((a)[0])))

static struct mem	*mem;

static struct sheet_option	options[] = {
	{ "x-1", { "low", NULL } }, { "x-2", { "middle", NULL } },
	{ "x-3", { "high", NULL } } };

static struct sheet_field	fields[] = {
	{ .name = "a1", .type = SHEET_PROGRESS, .group = { "a", NULL },
	    .options = options, .option_count = 3 },
	{ .name = "a2", .type = SHEET_PROGRESS, .group = { "a", NULL },
	    .options = options, .option_count = 3 },
	{ .name = "b1", .type = SHEET_SCALE, .group = { "b", NULL },
	    .options = options, .option_count = 3 } };

static const char *const	said[] = {
	"fr a1=y1 a2=n2 b1=3", "fr a1=n3 b1=3", "fr a1=2 a2=y3 b1=1",
	"fr a2=2 b1=2", "fr a1=y3 a2=y3", "fr b1=1" };

static struct sheet *
sheet(void)
{
	struct sheet	*one = mem_get(mem, sizeof(*one));

	one->mem = mem;
	one->title = "";
	one->fields = fields;
	one->field_count = COUNT(fields);
	one->answers = form_new(mem);
	return one;
}

/* The first COUNT of LINES. */
static struct tally *
tally(const char *const *lines, int count)
{
	struct tally	*all = tally_new(mem, sheet());
	int		 i;

	for (i = 0; i < count; i++)
		tally_add(all, lines[i]);
	return all;
}

static int
is_near(double one, double two)
{
	return fabs(one - two) < 1e-9;
}

static void
test_means(void)
{
	struct tally	*all = tally(said, COUNT(said));
	int		 people;

	is_int(tally_domains(all), 2, "two domains");
	ok(is_near(tally_mean(all, 0, NULL, &people), 2.4) && people == 5,
	    "the mean of the first is that of five people: 2.4");
	ok(is_near(tally_mean(all, 1, NULL, &people), 2) && people == 5,
	    "of the second 2, without the one who said nothing");
	is_int(tally_people(all), 6, "six people answered");
	is_int(tally_moved(all, 0, &people), 3, "three have made progress");
	is_int(people, 4, "of the four who said so or not");
	is_int(tally_count(all, 2, 3), 2, "two find the last point important");
}

static void
test_few(void)
{
	struct tally	*all;
	int		 i, people, shown = 0;

	for (i = 0; i < 5; i++) {
		all = tally(said, i);
		shown += tally_is_shown(all);
		shown += !isnan(tally_mean(all, 0, NULL, &people));
		shown += !isnan(tally_mean(all, 1, NULL, &people));
	}
	is_int(shown, 0, "nothing of none to four people");
	all = tally(said, 5);
	ok(tally_is_shown(all), "five are enough");
	ok(!isnan(tally_mean(all, 0, NULL, &people)), "where all answered");
	ok(isnan(tally_mean(all, 1, NULL, &people)) && people == 4,
	    "but not in a domain that four answered");
}

/* N answers in LANG, as LINE says. */
static void
add(struct tally *all, int n, const char *lang, const char *line)
{
	while (n-- > 0)
		tally_add(all, mem_format(mem, "%s %s", lang, line));
}

static void
test_languages(void)
{
	struct tally	*all = tally_new(mem, sheet());
	int		 people;

	add(all, 9, "it", "a1=y3 b1=1");
	ok(tally_language(all, 0) == NULL, "one language is no split");
	add(all, 4, "fr", "a1=y1 b1=1");
	ok(tally_language(all, 0) == NULL,
	    "four of another stay among the others");
	add(all, 1, "fr", "a1=y1 b1=1");
	is_text(tally_language(all, 0), "fr", "five may stand alone");
	is_text(tally_language(all, 1), "it", "beside the others");
	ok(tally_language(all, 2) == NULL, "and that is all");
	ok(is_near(tally_mean(all, 0, "fr", &people), 1) && people == 5,
	    "with a mean of their own");
	add(all, 1, "sv", "b1=1");
	ok(tally_language(all, 0) == NULL,
	    "one of a third language hides all: it is the rest of the whole");
	add(all, 4, "sv", "b1=1");
	is_text(tally_language(all, 2), "sv", "until they are five");
	add(all, 1, "sv", "a2=3");
	ok(tally_language(all, 0) == NULL,
	    "one person alone in a domain of a language hides all, too");
}

static void
test_lines(void)
{
	struct sheet	*one = sheet();
	struct tally	*all = tally_new(mem, one);
	const char	*line;

	ok(tally_write(mem, one, "fr") == NULL, "who says nothing is none");
	form_add(one->answers, "a1", "no");
	form_add(one->answers, "a1.matters", "x-3");
	form_add(one->answers, "a2", "yes");
	form_add(one->answers, "b1", "x-9");
	line = tally_write(mem, one, "pt-BR");
	is_int((long)strlen(line), TALLY_LINE, "all lines are as long");
	ok(strncmp(line, "pt-BR a1=n3 a2=y  ", 18) == 0,
	    "an answer is the language and what was said");
	tally_add(all, line);
	ok(tally_level(all, 0, 0) == 3 && tally_progress(all, 0, 0) == 'n' &&
	    tally_level(all, 0, 1) == 0 && tally_progress(all, 0, 1) == 'y' &&
	    tally_progress(all, 0, 2) == '-', "and is read again");
	tally_add(all, "");
	tally_add(all, "fr");
	tally_add(all, "a1=y3 b1=2");
	is_int(tally_people(all), 1, "what is no answer is left out");
	tally_add(all, "fr a1=y9 zz=3 a2= b1==2 a1 =");
	ok(tally_people(all) == 2 && tally_level(all, 1, 0) == 0 &&
	    tally_level(all, 1, 2) == 0, "nonsense in one says nothing");
}

static void
test_shuffle(void)
{
	struct tally	*all = tally_new(mem, sheet());
	char		 before[200], after[200];
	int		 i, sum = 0;

	for (i = 0; i < 200; i++)
		add(all, 1, "fr", i < 100 ? "b1=1" : "b1=3");
	for (i = 0; i < 200; i++)
		before[i] = (char)tally_level(all, i, 2);
	tally_shuffle(all);
	for (i = 0; i < 200; i++) {
		after[i] = (char)tally_level(all, i, 2);
		sum += after[i];
	}
	ok(memcmp(before, after, sizeof(before)) != 0,
	    "who came first does not stand first");
	is_int(sum, 400, "and nobody is lost");
}

int
main(void)
{
	box_open_door();
	mem = mem_new();
	test_means();
	test_few();
	test_languages();
	test_lines();
	test_shuffle();
	mem_free(mem);
	return done();
}
