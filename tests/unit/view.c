/*
 * view.c - what a page tells its template.
 */
#include <string.h>

#include "adapt/db_private.h"
#include "base/mem.h"
#include "web/value.h"
#include "web/view.h"

#include "tap.h"

static struct mem	*mem;
static struct view	*view;

/* One row: "first" and "second" as text, the second NULL. */
static struct rows *
sample_rows(void)
{
	PGresAttDesc	 columns[] = {
		{ .name = "first", .typid = 25 },
		{ .name = "second", .typid = 25 }
	};
	struct rows	*rows = mem_get(mem, sizeof(*rows));

	rows->result = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PQsetResultAttrs(rows->result, 2, columns);
	PQsetvalue(rows->result, 0, 0, "one", 3);
	PQsetvalue(rows->result, 0, 1, NULL, -1);
	return rows;
}

static int
found(const char *name, struct value *value)
{
	return view_find(view, name, view_hash(name), value);
}

static void
test_names(void)
{
	struct value	value;

	view_text(view, "a", "one");
	view_text(view, "a", "two");
	is_text(view_get(view, "a"), "two", "a later value replaces");
	ok(view_get(view, "b") == NULL, "a name that nobody gave is NULL");
	ok(found("b", &value) == 0, "and is not found");
	view_text(view, "b", NULL);
	ok(found("b", &value) && value.type == VALUE_NOTHING,
	    "NULL is nothing, but given");
	view_number(view, "n", -12);
	is_text(view_get(view, "n"), "-12", "a number is also text");
	view_true(view, "t", 7);
	ok(found("t", &value) && value_true(&value), "any truth is true");
	view_json(view, "j", NULL);
	ok(found("j", &value) && value_true(&value) == 0,
	    "no json is nothing");
}

static void
test_many(void)
{
	struct value	value;
	int		i, right = 0;

	for (i = 0; i < 2000; i++)
		view_number(view, mem_format(mem, "name%d", i), i);
	for (i = 0; i < 2000; i++)
		right += found(mem_format(mem, "name%d", i), &value) &&
		    strcmp(value.text, mem_format(mem, "%d", i)) == 0;
	is_int(right, 2000, "two thousand names are all found");
	is_text(view_get(view, "a"), "two", "the first ones too");
}

static void
test_truth(void)
{
	struct value	zero = value_number(mem, 0);
	struct value	ten = value_number(mem, 10);
	struct value	empty = value_text("");
	struct value	text = value_text("0");

	ok(value_true(&zero) == 0, "zero is false");
	ok(value_true(&ten), "ten is true");
	ok(value_true(&empty) == 0, "empty text is false");
	ok(value_true(&text), "the text 0 is true: it is text");
}

static void
test_rows(void)
{
	struct rows	*rows = sample_rows();
	struct value	 value;

	view_row(view, rows, 0);
	is_text(view_get(view, "first"), "one", "a column is a name");
	ok(found("second", &value) && value.type == VALUE_NOTHING,
	    "SQL NULL is nothing");
	view_list(view, "list", rows);
	ok(found("list", &value) && value_length(&value) == 1,
	    "a list knows its length");
	view_record(view, "record", rows, 0);
	ok(found("record", &value) && value.type == VALUE_RECORD,
	    "a row can have a name");
	PQclear(rows->result);
}

int
main(void)
{
	mem = mem_new();
	view = view_new(mem);
	test_names();
	test_many();
	test_truth();
	test_rows();
	mem_free(mem);
	return done();
}
