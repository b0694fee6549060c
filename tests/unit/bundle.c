/*
 * bundle.c - somebody takes everything along and loads it elsewhere.
 */
#include <stdlib.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/bundle.h"

#include "tap.h"

#define HEAD	"{ \"profint\": 1, \"language\": \"fr\", "

static struct mem	*mem;

static const struct bundle *
sample(void)
{
	static struct bundle_note	second = { "module", "networks", "q2",
	    "a\tb\nc \"d\" \\ \xe2\x80\xa8 é 👩‍🏫", NULL, NULL };
	static struct bundle_note	first = { "case", "madame-s", "q1", "",
	    "2026-11-20", &second };
	static struct bundle_progress	step = { "networks", "case",
	    "2026-11-20", NULL };
	static struct bundle_field	cell = { "actions.K7.actions-timing",
	    "au printemps", NULL };
	static struct bundle_field	field = { "actions", "K7", &cell };
	static struct bundle_sheet	later = { "b2", "wt2", "a1",
	    "2026-11-19", NULL, NULL, NULL };
	static struct bundle_sheet	sheet = { "a1", "wt1", NULL,
	    "2026-11-18", "2026-11-19", &field, &later };
	static const struct bundle	bundle = { "2026-11-21", "fr", &first,
	    &step, &sheet };

	return &bundle;
}

static enum bundle_fault
fault(const char *text)
{
	enum bundle_fault	what;

	bundle_read(mem, text, strlen(text), &what);
	return what;
}

static void
test_round(void)
{
	enum bundle_fault	 what;
	struct bundle	*bundle, none = { "2026-11-21", "sv", NULL, NULL, NULL };
	size_t		 length, again;
	char		*bytes;

	bytes = bundle_write(mem, sample(), &length);
	bundle = bundle_read(mem, bytes, length, &what);
	is_int(what, BUNDLE_FINE, "a file is loaded again");
	if (bundle == NULL)
		return;
	is_text(bundle->notes->next->text, sample()->notes->next->text,
	    "every sign of a note");
	is_text(bundle->notes->segment, "q1", "its place");
	ok(bundle->notes->next->saved == NULL, "a day nobody knows");
	is_text(bundle->sheets->fields->next->text, "au printemps", "a cell");
	is_text(bundle->sheets->next->follows, "a1", "what follows what");
	is_text(bundle_write(mem, bundle, &again), bytes, "and is the same file");
	bytes = bundle_write(mem, &none, &length);
	ok(bundle_read(mem, bytes, length, &what) != NULL, "one with nothing");
	bytes = mem_format(mem, "\xef\xbb\xbf%s", bytes);
	ok(bundle_read(mem, bytes, strlen(bytes), &what) != NULL,
	    "one that an editor saved");
}

static void
test_faults(void)
{
	char	*large;
	int	 i;

	is_int(fault(""), BUNDLE_NOT_JSON, "nothing");
	is_int(fault("<html>"), BUNDLE_NOT_JSON, "a page");
	is_int(fault("{"), BUNDLE_NOT_JSON, "half a file");
	is_int(fault("[]"), BUNDLE_NOT_OURS, "a list");
	is_int(fault("{}"), BUNDLE_NOT_OURS, "a record of others");
	is_int(fault("{ \"profint\": \"1\" }"), BUNDLE_NOT_OURS, "a text");
	is_int(fault("{ \"profint\": 2 }"), BUNDLE_NEWER, "a later version");
	is_int(fault("{ \"profint\": -1 }"), BUNDLE_NOT_OURS, "none");
	is_int(fault(HEAD "\"notes\": {} }"), BUNDLE_NOT_OURS, "no list");
	is_int(fault(HEAD "\"notes\": [ 1 ] }"), BUNDLE_NOT_OURS, "no note");
	is_int(fault(HEAD "\"news\": [ 1 ] }"), BUNDLE_FINE,
	    "what later versions add is left out");
	is_int(fault(HEAD "\"notes\": [ { \"kind\": \"case\", \"slug\": "
	    "\"../x\", \"segment\": \"q\", \"text\": \"\" } ] }"),
	    BUNDLE_NOT_OURS, "a slug that is a path");
	is_int(fault(HEAD "\"notes\": [ { \"kind\": \"case\", \"slug\": "
	    "\"x\", \"segment\": \"q\", \"text\": \"\\u0007\" } ] }"),
	    BUNDLE_NOT_OURS, "a control character");
	is_int(fault(HEAD "\"notes\": [ { \"kind\": \"case\", \"slug\": "
	    "\"x\", \"segment\": \"q\", \"text\": \"\\u0000\" } ] }"),
	    BUNDLE_NOT_JSON, "an end in the middle");
	is_int(fault(HEAD "\"worksheets\": [ { \"id\": \"a\", \"tool\": "
	    "\"wt2\", \"follows\": \"b\", \"fields\": {} } ] }"),
	    BUNDLE_NOT_OURS, "what it follows is not there");
	is_int(fault(HEAD "\"worksheets\": [ { \"id\": \"a\", \"tool\": "
	    "\"wt2\", \"follows\": \"a\", \"fields\": {} } ] }"),
	    BUNDLE_NOT_OURS, "a circle");
	is_int(fault(HEAD "\"worksheets\": [ { \"id\": \"a\", \"tool\": "
	    "\"t\", \"fields\": {} }, { \"id\": \"a\", \"tool\": \"t\", "
	    "\"fields\": {} } ] }"), BUNDLE_NOT_OURS, "an id twice");
	large = mem_get(mem, 200000);
	for (i = 0; i < 90000; i++)
		large[i] = '[';
	is_int(fault(large), BUNDLE_NOT_JSON, "very deep");
	memset(large, 'x', 70000);
	large[70000] = '\0';
	is_int(fault(mem_format(mem, HEAD "\"notes\": [ { \"kind\": \"a\", "
	    "\"slug\": \"x\", \"segment\": \"q\", \"text\": \"%s\" } ] }",
	    large)), BUNDLE_MUCH, "a very long note");
}

static void
test_days(void)
{
	static const struct { const char *day; int fine; } days[] = {
	    { "2026-11-21", 1 }, { "2024-02-29", 1 }, { "2026-02-29", 0 },
	    { "2026-13-01", 0 }, { "2026-00-10", 0 }, { "2026-04-31", 0 },
	    { "26-11-21", 0 }, { "2026-11-21T", 0 }, { " 026-11-21", 0 } };
	enum bundle_fault	 what;
	struct bundle	*bundle;
	size_t		 i;
	char		*text;

	for (i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
		text = mem_format(mem, HEAD "\"made\": \"%s\" }",
		    days[i].day);
		bundle = bundle_read(mem, text, strlen(text), &what);
		ok(bundle != NULL && (bundle->made != NULL) == days[i].fine,
		    days[i].day);
	}
}

int
main(void)
{
	mem = mem_new();
	test_round();
	test_faults();
	test_days();
	mem_free(mem);
	return done();
}
