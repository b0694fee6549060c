/*
 * worksheet.h - a worksheet as its templates know it.
 */
#ifndef PAGE_WORKSHEET_H
#define PAGE_WORKSHEET_H

struct form;
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
 * THEIRS (by name, or NULL) is what another device saved meanwhile: such a
 * field has it as theirs_say, which is nothing for all others.
 * FOCUS, as sheet_do() returns it or NULL, is where the reader goes on:
 * that cell or table has focus.
 */
void	worksheet_view(struct req *, const struct sheet *,
	    struct form *theirs, const char *focus);

#endif
