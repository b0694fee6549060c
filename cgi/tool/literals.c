/*
 * literals.c - the string literals of a C source.
 */
#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "tool/literals.h"

enum {
	DEPTH = 64		/* brackets; deeper ones have no name */
};

struct scan {
	struct mem	*mem;
	const char	*at;
	int		 line;
	const char	*word;		/* the name just read, or "" */
	const char	*calls[DEPTH];	/* what stands before each bracket */
	int		 depth;
	literal_fn	*fn;
	void		*context;
};

/* Go on to AT, counting lines. */
static void
go(struct scan *scan, const char *at)
{
	for (; scan->at < at; scan->at++)
		scan->line += *scan->at == '\n';
}

/* The end of a comment, or NULL when there is none here. */
static const char *
comment_end(const char *at)
{
	const char	*end;

	if (strncmp(at, "//", 2) == 0)
		return at + strcspn(at, "\n");
	if (strncmp(at, "/*", 2) != 0)
		return NULL;
	end = strstr(at + 2, "*/");
	return end == NULL ? at + strlen(at) : end + 2;
}

/* The end of what is quoted from AT on; its content goes to OUT. */
static const char *
quoted_end(const char *at, struct buf *out)
{
	char	quote = *at++;

	for (; *at != '\0' && *at != quote; at++) {
		if (*at != '\\')
			buf_char(out, *at);
		else if (*++at == '"' || *at == '\\')
			buf_char(out, *at);
		if (*at == '\0')
			break;
	}
	return *at == '\0' ? at : at + 1;
}

static void
quoted(struct scan *scan)
{
	struct literal	 literal = { .line = scan->line, .call = "" };
	struct buf	*out = buf_new(scan->mem, 64);
	const char	*end;

	end = quoted_end(scan->at, out);
	literal.text = out->data;
	if (scan->depth > 0 && scan->depth <= DEPTH)
		literal.call = scan->calls[scan->depth - 1];
	if (*scan->at == '"')
		scan->fn(scan->context, &literal);
	go(scan, end);
}

static void
word(struct scan *scan)
{
	const char	*start = scan->at;

	while (isalnum((unsigned char)*scan->at) || *scan->at == '_')
		scan->at++;
	scan->word = mem_copy(scan->mem, start, (size_t)(scan->at - start));
}

static void
bracket(struct scan *scan)
{
	if (*scan->at == '(') {
		if (scan->depth < DEPTH)
			scan->calls[scan->depth] = scan->word;
		scan->depth++;
	} else if (scan->depth > 0)
		scan->depth--;
	scan->word = "";
	scan->at++;
}

void
literals_each(struct mem *mem, const char *text, literal_fn *fn,
    void *context)
{
	struct scan	 scan = {
		.mem = mem, .at = text, .line = 1, .word = "",
		.fn = fn, .context = context
	};
	const char	*end;

	while (*scan.at != '\0')
		if ((end = comment_end(scan.at)) != NULL)
			go(&scan, end);
		else if (*scan.at == '"' || *scan.at == '\'')
			quoted(&scan);
		else if (isalnum((unsigned char)*scan.at) || *scan.at == '_')
			word(&scan);
		else if (*scan.at == '(' || *scan.at == ')')
			bracket(&scan);
		else
			go(&scan, scan.at + 1);
}
