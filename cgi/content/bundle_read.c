/*
 * bundle_read.c - a file that says it is somebody's work.
 */
#include <stdio.h>
#include <string.h>

#include "adapt/json.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "content/bundle.h"

#define NAME	200	/* bytes of a name; "table.ROW.column" is longest */

struct reading {
	struct mem	*mem;
	enum bundle_fault	 fault;
	int		 count;		/* notes, steps, fields so far */
};

/* Remember the first thing that is wrong. */
static void
wrong(struct reading *reading, enum bundle_fault fault)
{
	if (reading->fault == BUNDLE_FINE)
		reading->fault = fault;
}

static const struct json *
find(const struct json *record, const char *name)
{
	const struct json	*value;

	if (record == NULL || record->kind != JSON_RECORD)
		return NULL;
	for (value = record->child; value != NULL; value = value->next)
		if (strcmp(value->name, name) == 0)
			return value;
	return NULL;
}

/* The first of a list's items; NULL and a fault when it is no list. */
static const struct json *
list(struct reading *reading, const struct json *record, const char *name)
{
	const struct json	*value = find(record, name);

	if (value == NULL)
		return NULL;
	if (value->kind != JSON_LIST)
		wrong(reading, BUNDLE_NOT_OURS);
	return value->child;
}

static void
count(struct reading *reading)
{
	if (++reading->count > BUNDLE_MANY)
		wrong(reading, BUNDLE_MUCH);
}

static int
is_name(const char *name)
{
	size_t	length = strlen(name);

	return length > 0 && length <= NAME && strspn(name, "-._0123456789"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == length;
}

/* A name that must be there. */
static const char *
name(struct reading *reading, const struct json *record, const char *of)
{
	const struct json	*value = find(record, of);

	if (value != NULL && value->kind == JSON_TEXT && is_name(value->text))
		return value->text;
	wrong(reading, BUNDLE_NOT_OURS);
	return "";
}

/* A text, without carriage returns. */
static const char *
text(struct reading *reading, const struct json *value)
{
	char		*clean, *end;
	const char	*p;

	if (value == NULL || value->kind != JSON_TEXT) {
		wrong(reading, BUNDLE_NOT_OURS);
		return "";
	}
	if (strlen(value->text) > BUNDLE_TEXT)
		wrong(reading, BUNDLE_MUCH);
	else if (!utf8_is_text(value->text, strlen(value->text)))
		wrong(reading, BUNDLE_NOT_OURS);
	clean = end = mem_get(reading->mem, strlen(value->text) + 1);
	for (p = value->text; *p != '\0'; p++)
		if (*p != '\r')
			*end++ = *p;
	return clean;
}

/* A day of the calendar, or NULL. */
static const char *
day(const struct json *record, const char *of)
{
	static const int	 days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30,
				    31, 30, 31 };
	const struct json	*value = find(record, of);
	int			 y, m, d, end = 0;

	if (value == NULL || value->kind != JSON_TEXT ||
	    strlen(value->text) != 10 ||
	    strspn(value->text, "-0123456789") != 10 ||
	    sscanf(value->text, "%4d-%2d-%2d%n", &y, &m, &d, &end) != 3 ||
	    end != 10 || y < 2000 || m < 1 || m > 12 || d < 1 ||
	    d > days[m - 1] ||
	    (m == 2 && d == 29 && (y % 4 != 0 || (y % 100 == 0 && y % 400))))
		return NULL;
	return value->text;
}

static struct bundle_note *
read_notes(struct reading *reading, const struct json *from)
{
	struct bundle_note	*first = NULL, **end = &first;

	for (; from != NULL && reading->fault == BUNDLE_FINE;
	    from = from->next) {
		count(reading);
		*end = mem_get(reading->mem, sizeof(**end));
		(*end)->kind = name(reading, from, "kind");
		(*end)->slug = name(reading, from, "slug");
		(*end)->segment = name(reading, from, "segment");
		(*end)->text = text(reading, find(from, "text"));
		(*end)->saved = day(from, "saved");
		end = &(*end)->next;
	}
	return first;
}

static struct bundle_progress *
read_progress(struct reading *reading, const struct json *from)
{
	struct bundle_progress	*first = NULL, **end = &first;

	for (; from != NULL && reading->fault == BUNDLE_FINE;
	    from = from->next) {
		count(reading);
		*end = mem_get(reading->mem, sizeof(**end));
		(*end)->slug = name(reading, from, "slug");
		(*end)->step = name(reading, from, "step");
		(*end)->done = day(from, "done");
		end = &(*end)->next;
	}
	return first;
}

static struct bundle_field *
read_fields(struct reading *reading, const struct json *from)
{
	struct bundle_field	*first = NULL, **end = &first;

	if (from == NULL || from->kind != JSON_RECORD) {
		wrong(reading, BUNDLE_NOT_OURS);
		return NULL;
	}
	for (from = from->child; from != NULL &&
	    reading->fault == BUNDLE_FINE; from = from->next) {
		count(reading);
		if (!is_name(from->name))
			wrong(reading, BUNDLE_NOT_OURS);
		*end = mem_get(reading->mem, sizeof(**end));
		(*end)->name = from->name;
		(*end)->text = text(reading, from);
		end = &(*end)->next;
	}
	return first;
}

static const struct bundle_sheet *
sheet_by_id(const struct bundle_sheet *sheet, const char *id)
{
	for (; sheet != NULL; sheet = sheet->next)
		if (strcmp(sheet->id, id) == 0)
			return sheet;
	return NULL;
}

static struct bundle_sheet *
read_sheets(struct reading *reading, const struct json *from)
{
	struct bundle_sheet	*first = NULL, **end = &first;
	const struct json	*follows;
	const char		*id;
	int			 sheets = 0;

	for (; from != NULL && reading->fault == BUNDLE_FINE;
	    from = from->next) {
		if (++sheets > BUNDLE_SHEETS)
			wrong(reading, BUNDLE_MUCH);
		id = name(reading, from, "id");
		if (sheet_by_id(first, id) != NULL)
			wrong(reading, BUNDLE_NOT_OURS);
		*end = mem_get(reading->mem, sizeof(**end));
		(*end)->id = id;
		(*end)->tool = name(reading, from, "tool");
		follows = find(from, "follows");
		if (follows != NULL && follows->kind != JSON_NOTHING)
			(*end)->follows = name(reading, from, "follows");
		(*end)->created = day(from, "created");
		(*end)->saved = day(from, "saved");
		(*end)->fields = read_fields(reading, find(from, "fields"));
		end = &(*end)->next;
	}
	return first;
}

/* What a worksheet follows is another one, and followed by no circle. */
static void
check_follows(struct reading *reading, const struct bundle_sheet *sheets)
{
	const struct bundle_sheet	*sheet, *before;
	int			 steps;

	for (sheet = sheets; sheet != NULL; sheet = sheet->next) {
		before = sheet;
		for (steps = 0; before != NULL && before->follows != NULL;
		    steps++) {
			before = sheet_by_id(sheets, before->follows);
			if (before == NULL || steps > 4) {
				wrong(reading, BUNDLE_NOT_OURS);
				return;
			}
		}
	}
}

/* BUNDLE_FINE when TREE is ours and of a version we know. */
static enum bundle_fault
check_version(const struct json *tree)
{
	const struct json	*version = find(tree, "profint");
	int			 number, end = 0;

	if (version == NULL || version->kind != JSON_NUMBER ||
	    sscanf(version->text, "%9d%n", &number, &end) != 1 ||
	    version->text[end] != '\0' || number < 1)
		return BUNDLE_NOT_OURS;
	return number > BUNDLE_VERSION ? BUNDLE_NEWER : BUNDLE_FINE;
}

struct bundle *
bundle_read(struct mem *mem, const char *bytes, size_t length,
    enum bundle_fault *fault)
{
	struct reading	 reading = { mem, BUNDLE_FINE, 0 };
	struct bundle	*bundle = mem_get(mem, sizeof(*bundle));
	struct json	*tree = NULL;
	const char	*mark = "\xef\xbb\xbf";

	if (length <= BUNDLE_LIMIT && memchr(bytes, '\0', length) == NULL)
		tree = json_parse(mem, mem_copy(mem, bytes, length) +
		    (length >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0));
	*fault = tree == NULL ? BUNDLE_NOT_JSON : check_version(tree);
	if (*fault != BUNDLE_FINE)
		return NULL;
	bundle->made = day(tree, "made");
	bundle->language = name(&reading, tree, "language");
	bundle->notes = read_notes(&reading, list(&reading, tree, "notes"));
	bundle->progress = read_progress(&reading,
	    list(&reading, tree, "progress"));
	bundle->sheets = read_sheets(&reading,
	    list(&reading, tree, "worksheets"));
	check_follows(&reading, bundle->sheets);
	*fault = reading.fault;
	return reading.fault == BUNDLE_FINE ? bundle : NULL;
}
