/*
 * chart_sheet.c - charts of worksheets.
 */
#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "content/sheet.h"
#include "page/chart.h"
#include "page/chart_sheet.h"
#include "web/req.h"

#define FACTORS	20		/* of a self-assessment, at most */
#define LEVELS	4
#define LINKS	400

/* --- factors ---------------------------------------------------------------- */

/* The number of the option that was chosen, from 1; 0: none. */
static int
level(const struct sheet *sheet, const struct sheet_field *field)
{
	const char	*answer;
	int		 i;

	answer = sheet != NULL ? sheet_get(sheet, field->name) : "";
	for (i = 0; i < field->option_count; i++)
		if (strcmp(field->options[i].name, answer) == 0)
			return i + 1;
	return 0;
}

/* The four groups of the tool are the four areas, in their order. */
static const char *
area(int group)
{
	static const char *const	areas[] = { "comprehensive",
	    "partnerships", "methodology", "teams" };

	return group >= 0 && group < 4 ? areas[group] : NULL;
}

int
chart_sheet_is_assessment(const char *slug)
{
	return strcmp(slug, "factor-self-assessment") == 0;
}

char *
chart_sheet_factors(struct req *req, const struct sheet *before,
    const struct sheet *after)
{
	const struct sheet		*any = after != NULL ? after : before;
	const struct sheet_field	*field;
	struct chart_row		 rows[FACTORS];
	const char			*group = "";
	int				 i, count = 0, groups = -1;

	memset(rows, 0, sizeof(rows));
	for (i = 0; any != NULL && i < any->field_count && count < FACTORS;
	    i++) {
		field = &any->fields[i];
		if (field->type != SHEET_SCALE)
			continue;
		if (field->group.words != NULL &&
		    strcmp(field->group.words, group) != 0) {
			group = rows[count].group = field->group.words;
			groups++;
		}
		rows[count].area = area(groups);
		rows[count].label = field->label.words;
		rows[count].lang = field->label.lang;
		rows[count].first = level(before, field);
		rows[count].second = level(after, field);
		rows[count++].mean = NAN;
	}
	return chart_dots(req->mem, rows, count, LEVELS);
}

int
chart_sheet_lowest(const struct sheet *sheet, const char **names, int count)
{
	int	i, at, found = 0;

	for (at = 1; at <= LEVELS; at++)
		for (i = 0; i < sheet->field_count && found < count; i++)
			if (sheet->fields[i].type == SHEET_SCALE &&
			    level(sheet, &sheet->fields[i]) == at)
				names[found++] = sheet->fields[i].name;
	return found;
}

/* --- partners --------------------------------------------------------------- */

static const struct sheet_field *
find(const struct sheet_field *fields, int count, const char *name)
{
	int	i;

	for (i = 0; i < count; i++)
		if (strcmp(fields[i].name, name) == 0)
			return &fields[i];
	return NULL;
}

/* What stands in a row under the column NAME: as it is kept. */
static const char *
cell(const struct sheet *sheet, const struct sheet_field *table, int row,
    const char *name)
{
	const struct sheet_field	*column;

	column = find(table->columns, table->column_count, name);
	return column == NULL ? "" : sheet_get(sheet, sheet_cell_name(sheet,
	    table, row, (int)(column - table->columns)));
}

/* "partners-link-3": how firm the tie is, as version A asks. */
static enum chart_link_kind
kind(const char *answer)
{
	static const enum chart_link_kind	kinds[] = { CHART_MISSING,
	    CHART_WEAK, CHART_PLAIN, CHART_STRONG };
	const char				*end = strrchr(answer, '-');

	if (end == NULL || end[1] < '1' || end[1] > '4' || end[2] != '\0')
		return CHART_PLAIN;
	return kinds[end[1] - '1'];
}

/* Version A has a row for each partner, B one for each need. */
static int
read_links(const struct sheet *sheet, const struct sheet_field *partners,
    int is_a, struct chart_link *links)
{
	const char	*need;
	int		 row, count = 0;

	for (row = 0; row < partners->row_count && count + 2 <= LINKS;
	    row++) {
		need = cell(sheet, partners, row, "partners-need");
		if (is_a) {
			links[count++] = (struct chart_link){ need,
			    cell(sheet, partners, row,
			    "partners-organisation"), kind(cell(sheet,
			    partners, row, "partners-link")) };
			continue;
		}
		links[count++] = (struct chart_link){ need, cell(sheet,
		    partners, row, "partners-current"), CHART_PLAIN };
		links[count++] = (struct chart_link){ need, cell(sheet,
		    partners, row, "partners-missing"), CHART_MISSING };
	}
	return count;
}

char *
chart_sheet_partners(struct req *req, const char *tool,
    const struct sheet *sheet)
{
	const struct sheet_field *needs, *partners;
	struct chart_link	*links;
	const char		**names;
	int			 row, is_a = strcmp(tool, "partnership-a") == 0;

	needs = find(sheet->fields, sheet->field_count, "needs");
	partners = find(sheet->fields, sheet->field_count, "partners");
	if ((is_a == 0 && strcmp(tool, "partnership-b") != 0) ||
	    needs == NULL || partners == NULL)
		return NULL;
	names = mem_get(req->mem,
	    (size_t)(needs->row_count + 1) * sizeof(*names));
	for (row = 0; row < needs->row_count; row++)
		names[row] = cell(sheet, needs, row, "needs-need");
	links = mem_get(req->mem, LINKS * sizeof(*links));
	return chart_map(req->mem, names, needs->row_count, links,
	    read_links(sheet, partners, is_a, links));
}
