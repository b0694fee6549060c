/*
 * value.c - the values behind a view: what a path in a template reaches.
 */
#include <stddef.h>
#include <string.h>

#include "adapt/db.h"
#include "adapt/json.h"
#include "base/mem.h"
#include "web/value.h"

struct value
value_text(const char *text)
{
	return (struct value){
		.type = text != NULL ? VALUE_TEXT : VALUE_NOTHING,
		.text = text
	};
}

struct value
value_truth(int truth)
{
	return (struct value){ .type = VALUE_TRUTH, .number = truth != 0 };
}

struct value
value_number(struct mem *mem, long number)
{
	return (struct value){
		.type = VALUE_NUMBER,
		.text = mem_format(mem, "%ld", number)
	};
}

struct value
value_record(const struct rows *rows, int row)
{
	return (struct value){
		.type = VALUE_RECORD, .rows = rows, .number = row
	};
}

struct value
value_cell(const struct rows *rows, int row, int column)
{
	static const enum value_type	types[] = {
		[ROWS_TEXT] = VALUE_TEXT,
		[ROWS_NUMBER] = VALUE_NUMBER,
		[ROWS_BOOL] = VALUE_TRUTH,
		[ROWS_JSON] = VALUE_JSON,
		[ROWS_XML] = VALUE_XML
	};
	const char	*text = rows_value(rows, row, column);

	if (text == NULL)
		return (struct value){ .type = VALUE_NOTHING };
	return (struct value){
		.type = types[rows_type(rows, column)],
		.number = text[0] == 't',
		.text = text
	};
}

struct value
value_json(const struct json *json)
{
	static const enum value_type	types[] = {
		[JSON_NOTHING] = VALUE_NOTHING,
		[JSON_TEXT] = VALUE_TEXT,
		[JSON_NUMBER] = VALUE_NUMBER,
		[JSON_TRUTH] = VALUE_TRUTH,
		[JSON_LIST] = VALUE_LIST,
		[JSON_RECORD] = VALUE_RECORD
	};

	return (struct value){
		.type = types[json->kind],
		.number = json->truth,
		.text = json->text,
		.json = json
	};
}

/* "0", "-0" and "0.0" are zero. */
static int
is_zero(const char *digits)
{
	return digits[strspn(digits, "-0.")] == '\0';
}

int
value_true(const struct value *value)
{
	switch (value->type) {
	case VALUE_NOTHING:
		return 0;
	case VALUE_TRUTH:
		return value->number;
	case VALUE_NUMBER:
		return is_zero(value->text) == 0;
	case VALUE_TEXT:
	case VALUE_XML:
		return value->text[0] != '\0';
	case VALUE_LIST:
		return value_length(value) > 0;
	default:
		return 1;
	}
}

int
value_length(const struct value *value)
{
	return value->rows != NULL ? rows_count(value->rows) :
	    value->json->count;
}

const char *
value_type(const struct value *value)
{
	static const char *const	words[] = {
		[VALUE_NOTHING] = "nothing",
		[VALUE_TEXT] = "text",
		[VALUE_NUMBER] = "a number",
		[VALUE_TRUTH] = "a truth",
		[VALUE_XML] = "markup",
		[VALUE_JSON] = "json",
		[VALUE_LIST] = "a list",
		[VALUE_RECORD] = "a record",
		[VALUE_DEFAULT] = "default"
	};

	return words[value->type];
}
