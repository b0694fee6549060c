/*
 * sheet.c - a worksheet holds what was answered, and nothing else.
 */
#include <string.h>

#include "adapt/db_private.h"
#include "base/mem.h"
#include "content/sheet.h"
#include "web/form.h"
#include "web/messages.h"

#include "sample.h"
#include "tap.h"

#define COLUMNS	13

static struct mem	*mem;
static struct rows	*fields;

/* The columns of field-list, and a field in each row. */
static const char *const	names[COLUMNS] = {
	"name", "parent", "type", "person", "heading", "heading_lang",
	"label", "label_lang", "help", "help_lang", "example",
	"example_lang", "options"
};
static const char *const	asked[][COLUMNS] = {
	{ "aim", NULL, "text", "f", "First", NULL, "Aim", NULL, "Which?",
	    NULL, "This", NULL, NULL },
	{ "when", NULL, "date", "t", "First", NULL, "When", "fr", "Day",
	    "fr", NULL, NULL, NULL },
	{ "level", NULL, "scale", "f", "Second", NULL, "Level", NULL, "How?",
	    NULL, NULL, NULL, "[{\"name\":\"level-1\",\"words\":\"Low\","
	    "\"lang\":null},{\"name\":\"level-2\",\"words\":\"High\","
	    "\"lang\":\"fr\"}]" },
	{ "gain", NULL, "progress", "f", "Second", NULL, "Gain", NULL, "So?",
	    NULL, NULL, NULL, "[{\"name\":\"gain-1\",\"words\":\"Much\","
	    "\"lang\":null}]" },
	{ "acts", NULL, "table", "t", "Third", NULL, "Acts", NULL, "Rows",
	    NULL, NULL, NULL, NULL },
	{ "acts-what", "acts", "text", "f", "Third", NULL, "What", NULL,
	    "Do", NULL, NULL, NULL, NULL },
	{ "acts-day", "acts", "date", "f", "Third", NULL, "Day", NULL, "On",
	    NULL, NULL, NULL, NULL },
	{ "end", NULL, "longtext", "f", "Third", NULL, "End", NULL, "Last",
	    NULL, NULL, NULL, NULL }
};

#define ASKED	((int)(sizeof(asked) / sizeof(*asked)))

static void
make_fields(void)
{
	PGresAttDesc	 columns[COLUMNS];
	const char	*value;
	int		 row, i;

	memset(columns, 0, sizeof(columns));
	for (i = 0; i < COLUMNS; i++) {
		columns[i].name = mem_dup(mem, names[i]);
		columns[i].typid = 25;
	}
	fields = mem_get(mem, sizeof(*fields));
	fields->result = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PQsetResultAttrs(fields->result, COLUMNS, columns);
	for (row = 0; row < ASKED; row++)
		for (i = 0; i < COLUMNS; i++) {
			value = asked[row][i];
			PQsetvalue(fields->result, row, i,
			    (char *)(value != NULL ? value : ""),
			    value != NULL ? (int)strlen(value) : -1);
		}
}

static struct sheet *
empty(void)
{
	return sheet_new(mem, sample_messages,
	    messages_tag(sample_messages, "en"), fields);
}

static struct sheet *
filled(const char *body)
{
	struct sheet	*sheet = empty();
	int		 status;

	sheet_fill(sheet, form_parse(mem, body, strlen(body), &status));
	return sheet;
}

static void
test_asked(void)
{
	struct sheet	*sheet = empty();

	is_int(sheet->field_count, 6, "columns are no fields of their own");
	is_text(sheet->fields[4].columns[1].name, "acts-day", "a column");
	is_int(sheet->fields[4].column_count, 2, "of two");
	is_text(sheet->fields[5].name, "end", "what follows the table");
	is_int(sheet->fields[4].columns[0].person, 1,
	    "a column of a table about people is about people");
	is_int(sheet->fields[1].person, 1, "and so is a field");
	is_int(sheet->fields[0].person, 0, "others are not");
	is_text(sheet->fields[1].label.lang, "fr", "words of elsewhere");
	is_text(sheet->fields[2].options[1].says.words, "High", "an option");
	is_text(sheet->fields[2].options[1].says.lang, "fr", "from elsewhere");
	is_int(sheet->fields[4].row_count, 1, "a table begins with a row");
	is_int(sheet_is_answered(sheet), 0, "nothing is answered");
	is_text(sheet_get(sheet, "aim"), "", "so there is no answer");
	is_text(sheet_get(sheet, "nobody"), "", "nor to what is not asked");
}

static void
test_answers(void)
{
	struct sheet		*sheet = filled("aim=x%26y&when=2026-11-21&"
				    "level=level-2&gain=yes&gain.matters="
				    "gain-1&_title=Mine&other=z");
	struct sheet_field	*field = sheet->fields;

	is_text(sheet_answer(sheet, &field[0]), "x&y", "text, as typed");
	is_text(sheet_answer(sheet, &field[1]), "21 November 2026", "a date");
	is_text(sheet_answer(sheet, &field[2]), "High", "an option's words");
	is_text(sheet_get(sheet, "level"), "level-2", "and its name");
	is_text(sheet_answer(sheet, &field[3]), "I made progress – Much",
	    "progress and how much it matters");
	is_text(sheet_answer(sheet, &field[5]), "", "nothing typed");
	is_text(sheet->title, "Mine", "a name of its own");
	is_text(sheet_get(sheet, "_title"), "Mine", "which is an answer too");
	is_text(sheet_get(sheet, "other"), "", "what is not asked is not kept");
	is_int(form_count(sheet->answers), 5, "only answers are kept");
	is_int(sheet_is_answered(sheet), 1, "so it is answered");
	sheet = filled("when=soon&level=gain-1&gain=maybe&gain.matters=yes");
	is_text(sheet_answer(sheet, &sheet->fields[1]), "soon",
	    "what is no date stays as typed");
	is_text(sheet_get(sheet, "level"), "", "no such option");
	is_text(sheet_answer(sheet, &sheet->fields[3]), "", "nor here");
	sheet = filled("gain=no");
	is_text(sheet_answer(sheet, &sheet->fields[3]),
	    "I made no progress", "half an answer");
	sheet = filled("gain.matters=gain-1");
	is_text(sheet_answer(sheet, &sheet->fields[3]), "Much", "or the other");
}

static void
test_rows(void)
{
	struct sheet		*sheet = filled("acts=K7+P2+k7+K7+%3C++A.B&"
				    "acts.K7.acts-what=one&acts.P2.acts-day="
				    "2026-01-02&acts.Q9.acts-what=lost&"
				    "acts.K7.other=x");
	struct sheet_field	*table = &sheet->fields[4];

	is_text(sheet_get(sheet, "acts"), "K7 P2", "rows, each once");
	is_text(sheet_cell_name(sheet, table, 1, 0), "acts.P2.acts-what",
	    "a cell's name");
	is_text(sheet_cell(sheet, table, 0, 0), "one", "what was typed");
	is_text(sheet_cell(sheet, table, 1, 1), "2 January 2026", "a date");
	is_text(sheet_cell(sheet, table, 1, 0), "", "an empty cell");
	is_int(form_count(sheet->answers), 2, "no cell without a row");
	is_text(sheet_do(sheet, "up:acts.P2"), "acts.P2", "one up");
	is_text(sheet_get(sheet, "acts"), "P2 K7", "changed places");
	is_text(sheet_do(sheet, "up:acts.P2"), NULL, "not above the first");
	is_text(sheet_do(sheet, "down:acts.K7"), NULL, "nor below the last");
	is_text(sheet_do(sheet, "down:acts.P2"), "acts.P2", "one down");
	is_text(sheet_get(sheet, "acts"), "K7 P2", "and back");
	is_text(sheet_do(sheet, "remove:acts.K7"), "acts.P2",
	    "after one is gone the next goes on");
	is_text(sheet_do(sheet, "remove:acts.P2"), "acts",
	    "after the last the table");
	is_text(sheet_get(sheet, "acts"), "", "which is empty");
	ok(sheet_do(sheet, "add:acts") != NULL, "and takes another");
	is_int(table->row_count, 1, "row");
}

static void
test_nothing(void)
{
	static const char *const	actions[] = {
		"", ":", "add", "add:", "add:aim", "add:acts.K7", "up:acts",
		"remove:acts.", "remove:acts.ZZ", "sing:acts.K7", ".", "up:.K7"
	};
	struct sheet	*sheet = filled("acts=K7+P2");
	size_t		 i;

	for (i = 0; i < sizeof(actions) / sizeof(*actions); i++)
		is_text(sheet_do(sheet, actions[i]), NULL, actions[i]);
	is_text(sheet_get(sheet, "acts"), "K7 P2", "nothing has happened");
}

static void
test_many(void)
{
	struct sheet	*sheet = empty();
	int		 i;

	for (i = 1; i < SHEET_ROWS; i++)
		if (sheet_do(sheet, "add:acts") == NULL)
			break;
	is_int(sheet->fields[4].row_count, SHEET_ROWS, "a full table");
	is_text(sheet_do(sheet, "add:acts"), NULL, "takes no more");
}

/* --- a group's copy --------------------------------------------------- */

static struct form *
changes(void)
{
	struct form	*copy = form_new(mem);

	form_add(copy, "_label.aim", "Our aim");
	form_add(copy, "_hidden.when", "1");
	form_add(copy, "_hidden.acts-day", "1");
	form_add(copy, "_added.ZZ", "1 longtext");
	form_add(copy, "_label.ZZ", "Money");
	form_add(copy, "_added.AA", "2 nonsense");
	form_add(copy, "_added.bad.id", "3 text");
	form_add(copy, "_label.nobody", "Nothing");
	return copy;
}

static void
test_copy(void)
{
	struct sheet	*sheet = empty(), *shown;
	struct form	*form = form_new(mem);

	sheet_copy(sheet, changes());
	is_int(sheet->field_count, 8, "two fields are added");
	is_text(sheet->fields[6].name, "ZZ", "in the order they came");
	is_text(sheet->fields[6].label.words, "Money", "with their name");
	is_int(sheet->fields[6].type, SHEET_LONGTEXT, "and their length");
	is_int(sheet->fields[7].type, SHEET_TEXT, "a line, if in doubt");
	is_text(sheet->fields[0].label.words, "Our aim", "one is renamed");
	is_text(sheet->fields[0].original.words, "Aim", "it had a name");
	form_add(form, "when", "2026-11-21");
	form_add(form, "ZZ", "None");
	form_add(form, "acts", "K7");
	form_add(form, "acts.K7.acts-day", "2026-11-22");
	sheet_fill(sheet, form);
	is_text(sheet_get(sheet, "when"), "2026-11-21",
	    "a hidden field keeps its words");
	is_text(sheet_get(sheet, "acts.K7.acts-day"), "2026-11-22",
	    "so does a hidden column");
	is_text(sheet_get(sheet, "ZZ"), "None", "an added one has some");
	is_int(sheet_shows(sheet, "when"), 0, "it is not shown");
	is_int(sheet_shows(sheet, "acts.K7.acts-day"), 0, "nor its cells");
	is_int(sheet_shows(sheet, "acts.K7.acts-what"), 1, "others are");
	shown = sheet_shown(sheet);
	is_int(shown->field_count, 7, "what is shown has one field less");
	is_text(shown->fields[3].name, "acts", "the table is there");
	is_int(shown->fields[3].column_count, 1, "with one column less");
	is_int(sheet->field_count, 8, "the sheet is as it was");
	is_int(sheet_next_added(changes()), 4, "the next one comes last");
	is_int(sheet_next_added(form), 1, "or first");
	is_int(sheet_is_copy("_label.aim") + sheet_is_copy("_title") +
	    sheet_is_copy("aim"), 1, "a name says what it is of");
}

static void
test_copy_table(void)
{
	struct sheet	*sheet = empty();
	struct form	*copy = form_new(mem);

	form_add(copy, "_hidden.acts-what", "1");
	form_add(copy, "_hidden.acts-day", "1");
	sheet_copy(sheet, copy);
	is_int(sheet_shown(sheet)->field_count, 5,
	    "a table without columns is not shown");
	is_int(sheet_shows(sheet, "acts"), 0, "really not");
}

int
main(void)
{
	mem = mem_new();
	sample_messages = messages_load(sample_root(mem, "i18n"));
	make_fields();
	test_asked();
	test_answers();
	test_rows();
	test_nothing();
	test_many();
	test_copy();
	test_copy_table();
	PQclear(fields->result);
	mem_free(mem);
	return done();
}
