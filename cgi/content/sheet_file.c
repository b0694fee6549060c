/*
 * sheet_file.c - a worksheet as a file that people take away.
 */
#include <string.h>

#include "base/mem.h"
#include "content/bundle.h"
#include "content/csv.h"
#include "content/odt.h"
#include "content/sheet.h"
#include "content/sheet_file.h"
#include "web/form.h"
#include "web/messages.h"

#define BLANK	3		/* rows of a table that has none */
#define WIDE	5		/* columns that need the paper's long side */

/* What the file is called: its owner's name for it, or the tool's. */
static const char *
title_of(const struct sheet *sheet, const struct sheet_about *about)
{
	return *sheet->title != '\0' ? sheet->title : about->tool;
}

/* 1 when FIELD begins another group than the one before it. */
static int
begins_group(const struct sheet *sheet, int field)
{
	const char	*before, *now = sheet->fields[field].group.words;

	before = field > 0 ? sheet->fields[field - 1].group.words : NULL;
	return now != NULL && (before == NULL || strcmp(before, now) != 0);
}

/* --- a document ------------------------------------------------------------- */

static int
is_wide(const struct sheet *sheet)
{
	int	i;

	for (i = 0; i < sheet->field_count; i++)
		if (sheet->fields[i].column_count > WIDE)
			return 1;
	return 0;
}

static void
add_table(struct odt *odt, const struct sheet *sheet,
    const struct sheet_field *table)
{
	struct odt_cell	*cells;
	int		 row, column, is_empty = 1;

	odt_heading(odt, 3, table->label.words, table->label.lang);
	cells = mem_get(sheet->mem,
	    (size_t)table->column_count * sizeof(*cells));
	for (column = 0; column < table->column_count; column++)
		cells[column] = (struct odt_cell){
		    table->columns[column].label.words,
		    table->columns[column].label.lang };
	odt_table(odt, table->column_count, cells);
	for (row = 0; row < table->row_count; row++) {
		for (column = 0; column < table->column_count; column++) {
			cells[column] = (struct odt_cell){
			    sheet_cell(sheet, table, row, column), NULL };
			is_empty &= *cells[column].text == '\0';
		}
		odt_row(odt, cells);
	}
	memset(cells, 0, (size_t)table->column_count * sizeof(*cells));
	for (; is_empty && row < BLANK; row++)
		odt_row(odt, cells);
	odt_table_end(odt);
}

/* What nobody has chosen is offered to the pen. */
static void
add_options(struct odt *odt, const struct sheet *sheet,
    const struct sheet_field *field)
{
	int	i;

	for (i = 0; i < field->option_count; i++)
		odt_paragraph(odt, mem_format(sheet->mem, "☐ %s",
		    field->options[i].says.words),
		    field->options[i].says.lang);
}

static void
add_field(struct odt *odt, const struct sheet *sheet,
    const struct sheet_field *field)
{
	const char	*answer = sheet_answer(sheet, field);

	if (*answer != '\0' || field->option_count == 0) {
		odt_pair(odt, field->label.words, field->label.lang, answer,
		    NULL);
		return;
	}
	odt_heading(odt, 4, field->label.words, field->label.lang);
	if (field->help.words != NULL)
		odt_note(odt, field->help.words, field->help.lang);
	add_options(odt, sheet, field);
}

char *
sheet_odt(const struct sheet *sheet, const struct sheet_about *about,
    size_t *length)
{
	const struct language	*reader;
	const struct sheet_field *field;
	struct odt		*odt;
	int			 i;

	reader = messages_language(sheet->messages, sheet->language);
	odt = odt_new(sheet->mem, &(struct odt_about){
	    .title = title_of(sheet, about), .lang = reader->tag,
	    .rtl = strcmp(reader->dir, "rtl") == 0,
	    .footer = about->footer, .licence = about->licence,
	    .landscape = is_wide(sheet) });
	if (*sheet->title != '\0')
		odt_paragraph(odt, about->tool, about->tool_lang);
	for (i = 0; i < sheet->field_count; i++) {
		field = &sheet->fields[i];
		if (begins_group(sheet, i))
			odt_heading(odt, 2, field->group.words,
			    field->group.lang);
		if (field->type == SHEET_TABLE)
			add_table(odt, sheet, field);
		else
			add_field(odt, sheet, field);
	}
	return odt_bytes(odt, length);
}

/* --- a table ---------------------------------------------------------------- */

static void
write_table(struct csv *csv, const struct sheet *sheet,
    const struct sheet_field *table)
{
	int	row, column;

	for (row = -1; row < table->row_count; row++) {
		csv_text(csv, NULL);
		for (column = 0; column < table->column_count; column++)
			csv_text(csv, row < 0 ?
			    table->columns[column].label.words :
			    sheet_cell(sheet, table, row, column));
		csv_end(csv);
	}
}

char *
sheet_csv(const struct sheet *sheet, const struct sheet_about *about,
    size_t *length)
{
	const struct sheet_field *field;
	struct csv		*csv;
	int			 i;

	csv = csv_new(sheet->mem, messages_language(sheet->messages,
	    sheet->language)->tag);
	csv_text(csv, about->tool);
	csv_text(csv, sheet->title);
	csv_end(csv);
	for (i = 0; i < sheet->field_count; i++) {
		field = &sheet->fields[i];
		csv_text(csv, begins_group(sheet, i) ? field->group.words :
		    NULL);
		csv_text(csv, field->label.words);
		if (field->type != SHEET_TABLE)
			csv_text(csv, sheet_answer(sheet, field));
		csv_end(csv);
		if (field->type == SHEET_TABLE)
			write_table(csv, sheet, field);
	}
	csv_text(csv, about->footer);
	csv_end(csv);
	return csv_bytes(csv, length);
}

/* --- in a bundle ------------------------------------------------------------ */

struct bundle_sheet *
sheet_bundle(const struct sheet *sheet, const char *tool, const char *id)
{
	struct bundle_sheet	*made = mem_get(sheet->mem, sizeof(*made));
	struct bundle_field	**end = &made->fields;
	struct form		*all = sheet_form(sheet);
	const char		*name, *text;
	int			 at = 0;

	made->id = id;
	made->tool = tool;
	while ((name = form_next(all, "", &at, &text)) != NULL) {
		if (*text == '\0')
			continue;
		*end = mem_get(sheet->mem, sizeof(**end));
		(*end)->name = name;
		(*end)->text = text;
		end = &(*end)->next;
	}
	return made;
}
