/*
 * json.h - the one door to jansson: JSON text in, a plain tree out.
 */
#ifndef ADAPT_JSON_H
#define ADAPT_JSON_H

struct buf;
struct mem;

enum json_kind {
	JSON_NOTHING,		/* null */
	JSON_TEXT,
	JSON_NUMBER,		/* its digits are in text */
	JSON_TRUTH,
	JSON_LIST,
	JSON_RECORD
};

/* A value.  Everything lives in the MEM given at parsing. */
struct json {
	enum json_kind	 kind;
	const char	*name;		/* in a record, else NULL */
	const char	*text;		/* of JSON_TEXT and JSON_NUMBER */
	int		 truth;		/* of JSON_TRUTH */
	int		 count;		/* children of a list or a record */
	struct json	*child;		/* the first, in the order written */
	struct json	*next;		/* sibling */
};

/* Read JSON text; NULL when it is not JSON. */
struct json	*json_parse(struct mem *, const char *text);

/* Add TEXT as a JSON string, quotes included; NULL is null. */
void		 json_quote(struct buf *, const char *text);

/* The same as a record's member, "NAME":"TEXT", behind BEFORE ("{", ","). */
void		 json_member(struct buf *, const char *before,
		    const char *name, const char *text);

#endif
