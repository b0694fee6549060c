/*
 * worksheet.h - a worksheet as its templates know it.
 */
#ifndef PAGE_WORKSHEET_H
#define PAGE_WORKSHEET_H

struct req;
struct sheet;

/*
 * Give the template `title_given` and `groups`: heading, lang, fields.  A
 * field has name, person, label, help, example (each with …_lang), `is`
 * (text, longtext, date, choice, progress, table: one of them true),
 * answer, options (name, words, lang, chosen), and of a progress yes, no.
 * A table has ids, columns (fields), rows (id, number, first, last, cells)
 * and blank, a row called row; a cell is a field with the cell's name.
 *
 * FOCUS, as sheet_do() returns it or NULL, is where the reader goes on:
 * that cell or table has focus.
 */
void	worksheet_view(struct req *, const struct sheet *,
	    const char *focus);

#endif
