/*
 * lexicon_dictd.c - read a dictionary of FreeDict.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/gzip.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "content/lexicon_dictd.h"

enum {
	FILE_LIMIT = 64 * 1024 * 1024,
	TEXT_LIMIT = 256 * 1024 * 1024,
	ENTRY_LIMIT = 64 * 1024,
	PHRASE_LIMIT = 80		/* bytes; longer is an explanation */
};

struct dictd {
	dictd_put	*put;
	void		*to;
	struct mem	*entry;		/* reset with each */
	const char	*headword;
	int		 rank;
	int		 count;
};

/* --- words ------------------------------------------------------------ */

/* Cuts off " 2.", which belongs to the next line, and what ends a sentence. */
static void
trim(struct buf *out)
{
	size_t	length = out->length;

	while (length > 0 && strchr(" .!?0123456789", out->data[length - 1]))
		length--;
	if (length > 0 && out->data[length] == ' ')
		out->length = length;
	while (out->length > 0 && strchr(" .!?", out->data[out->length - 1]))
		out->length--;
	out->data[out->length] = '\0';
}

/* Leaves out what stands in brackets or between < and >, joins blanks. */
static char *
tidy(struct mem *mem, const char *text, size_t length)
{
	struct buf	*out = buf_new(mem, length + 1);
	int		 depth = 0;

	for (; length > 0; text++, length--) {
		if (strchr("([<{", *text) != NULL && *text != '\0')
			depth++;
		else if (strchr(")]>}", *text) != NULL && *text != '\0')
			depth -= depth > 0;
		else if (depth == 0 && (*text != ' ' || (out->length > 0 &&
		    out->data[out->length - 1] != ' ')))
			buf_char(out, *text);
	}
	trim(out);
	return out->data;
}

static void
put_one(struct dictd *all, const char *text, size_t length)
{
	const char	*phrase = tidy(all->entry, text, length);

	if (*phrase == '\0' || strlen(phrase) > PHRASE_LIMIT)
		return;
	all->put(all->to, all->headword, phrase, ++all->rank);
	all->count++;
}

/* "a, b (c, d); e": three translations. */
static void
put_line(struct dictd *all, const char *line, size_t length)
{
	size_t	i, start = 0;
	int	depth = 0;

	for (i = 0; i < length; i++) {
		if (strchr("([<{", line[i]) != NULL)
			depth++;
		else if (strchr(")]>}", line[i]) != NULL)
			depth -= depth > 0;
		else if (depth == 0 && (line[i] == ',' || line[i] == ';')) {
			put_one(all, line + start, i - start);
			start = i + 1;
		}
	}
	put_one(all, line + start, length - start);
}

/* The bytes of " 12. " at the beginning of LINE, 0 when there is none. */
static size_t
numbered(const char *line)
{
	size_t	blanks = strspn(line, " ");
	size_t	digits = strspn(line + blanks, "0123456789");

	line += blanks + digits;
	return digits > 0 && line[0] == '.' && line[1] == ' ' ?
	    blanks + digits + 2 : 0;
}

/* The first line, up to the pronunciation or the grammar. */
static const char *
headword(struct mem *mem, const char *line, size_t length)
{
	size_t	i;

	for (i = 0; i + 1 < length; i++)
		if (line[i] == ' ' && strchr("/<", line[i + 1]) != NULL)
			break;
	return tidy(mem, line, i + 1 < length ? i : length);
}

static void
put_entry(struct dictd *all, const char *text)
{
	const char	*line = text + strcspn(text, "\n");
	int		 first = 1;
	size_t		 mark;

	all->headword = headword(all->entry, text, (size_t)(line - text));
	all->rank = 0;
	if (*all->headword == '\0' || strlen(all->headword) > PHRASE_LIMIT)
		return;
	/* Only the first line may lack a number; others define. */
	for (; *line == '\n'; first = 0) {
		line++;
		mark = numbered(line);
		if (first || mark > 0)
			put_line(all, line + mark,
			    strcspn(line + mark, "\n"));
		line += strcspn(line, "\n");
	}
}

/* --- files ------------------------------------------------------------ */

/* A number in base 64, most significant digit first; *TEXT moves on. */
static size_t
number_of(const char **text)
{
	static const char	digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const char		*digit;
	size_t			 value = 0;

	for (; **text != '\0' && (digit = strchr(digits, **text)) != NULL;
	    (*text)++)
		value = (value & UINT32_MAX) << 6 | (size_t)(digit - digits);
	return value;
}

static void
read_entry(struct dictd *all, const char *line, const char *text,
    size_t length)
{
	const char	*at = strchr(line, '\t');
	size_t		 start, size;

	/* What the dictionary says about itself. */
	if (at == NULL || strncmp(line, "00database", 10) == 0)
		return;
	at++;
	start = number_of(&at);
	at += *at == '\t';
	size = number_of(&at);
	if (start > length || size > length - start || size > ENTRY_LIMIT ||
	    utf8_valid(text + start, size) == 0)
		return;
	put_entry(all, mem_copy(all->entry, text + start, size));
	mem_reset(all->entry);
}

static void
read_entries(struct dictd *all, char *index, const char *text, size_t length)
{
	char	*line, *rest = index;

	while ((line = strsep(&rest, "\n")) != NULL)
		read_entry(all, line, text, length);
}

int
dictd_read(struct mem *mem, const char *path, dictd_put *put, void *to,
    const char **why)
{
	struct dictd	 all = { .put = put, .to = to };
	char		*index, *packed, *text;
	size_t		 length, size;

	index = file_read(mem, mem_format(mem, "%s.index", path), FILE_LIMIT,
	    &length, why);
	if (index == NULL)
		return -1;
	packed = file_read(mem, mem_format(mem, "%s.dict.dz", path),
	    FILE_LIMIT, &size, why);
	if (packed == NULL)
		return -1;
	text = gzip_unpack(mem, packed, size, TEXT_LIMIT, &length);
	if (text == NULL) {
		*why = mem_format(mem, "%s.dict.dz is no gzip file", path);
		return -1;
	}
	all.entry = mem_new();
	read_entries(&all, index, text, length);
	mem_free(all.entry);
	return all.count;
}
