/*
 * value.h - the values behind a view: what a path in a template reaches.
 *
 * Private to view.c and the files of tal.
 */
#ifndef WEB_VALUE_H
#define WEB_VALUE_H

struct json;
struct mem;
struct rows;
struct view;

enum value_type {
	VALUE_NOTHING,
	VALUE_TEXT,
	VALUE_NUMBER,		/* its digits are in text */
	VALUE_TRUTH,
	VALUE_XML,		/* text that is safe markup */
	VALUE_JSON,		/* text that nobody has read yet */
	VALUE_LIST,		/* of rows, or of json */
	VALUE_RECORD,		/* one of rows, or json */
	VALUE_DEFAULT		/* TALES: what the template wrote */
};

/* Points at what others own; copied freely. */
struct value {
	enum value_type		 type;
	int			 number;	/* of the row; 0 or 1 */
	const char		*text;
	const struct rows	*rows;		/* NULL: json */
	const struct json	*json;
};

struct value	 value_text(const char *);	/* NULL is nothing */
struct value	 value_truth(int);
struct value	 value_number(struct mem *, long);
struct value	 value_record(const struct rows *, int row);
struct value	 value_cell(const struct rows *, int row, int column);
struct value	 value_json(const struct json *);

/* Nothing, false, zero, empty text and an empty list are false. */
int		 value_true(const struct value *);

/* Items of a list. */
int		 value_length(const struct value *);

/* The type in words, for errors: "a list". */
const char	*value_type(const struct value *);

/* A name's number in the table of a view. */
unsigned	 view_hash(const char *name);

/* Find NAME, whose view_hash() is HASH.  1 and *value, or 0. */
int		 view_find(const struct view *, const char *name,
		    unsigned hash, struct value *value);

#endif
