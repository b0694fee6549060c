/*
 * csv.h - a table for Excel and LibreOffice, made in memory.
 *
 * UTF-8 with a byte order mark, lines end with CR LF, quoted as RFC 4180
 * has it.  Where people write 1,5 cells are separated by semicolons, where
 * they write 1.5 by commas: a double click opens it in columns.
 *
 * No cell is a formula: text that would begin one (= + - @, also behind
 * blanks, and as full-width signs; a tab or carriage return) gets an
 * apostrophe in front.  "-5" and "-0,5" alone are numbers and stay.
 */
#ifndef CONTENT_CSV_H
#define CONTENT_CSV_H

#include <stddef.h>

struct csv;
struct mem;

#define CSV_TYPE	"text/csv; charset=utf-8; header=present"

/* A new table for readers of LANG (a language tag), in MEM. */
struct csv	*csv_new(struct mem *, const char *lang);

/* The next cell: text (NULL is empty); a number with so many DECIMALS,
 * empty when it is none (NaN). */
void		 csv_text(struct csv *, const char *);
void		 csv_number(struct csv *, double, int decimals);

/* The row ends. */
void		 csv_end(struct csv *);

/* All of it in MEM, its length in *LENGTH. */
char		*csv_bytes(struct csv *, size_t *length);

#endif
