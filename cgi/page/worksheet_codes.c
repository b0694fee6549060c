/*
 * worksheet_codes.c - what the answers of an interview say of each factor,
 * counted.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "page/worksheet_private.h"
#include "web/req.h"
#include "web/view.h"

#define TABLE	"codes"		/* of grids; no tool has it: see field-list */

enum column {
	QUESTION,
	FACTOR,
	SAYS
};

/* How many rows say VERDICT (NULL: anything) of a factor. */
static int
count(const struct sheet *sheet, const struct sheet_field *table,
    const char *factor, const char *verdict)
{
	const char	*says;
	int		 row, found = 0;

	for (row = 0; row < table->row_count; row++) {
		if (strcmp(sheet_get(sheet, sheet_cell_name(sheet, table, row,
		    FACTOR)), factor) != 0)
			continue;
		says = sheet_get(sheet, sheet_cell_name(sheet, table, row,
		    SAYS));
		found += verdict == NULL || strcmp(says, verdict) == 0;
	}
	return found;
}

static void
add_factor(struct buf *json, const struct sheet *sheet,
    const struct sheet_field *table, const struct sheet_option *factor)
{
	const struct sheet_field	*says = &table->columns[SAYS];
	int				 i;

	buf_text(json, json->length == 1 ? "{\"label\":" : ",{\"label\":");
	json_quote(json, factor->says.words);
	buf_text(json, ",\"lang\":");
	json_quote(json, factor->says.lang);
	for (i = 0; i < says->option_count; i++)
		buf_format(json, ",\"%s\":\"%d\"", says->options[i].name,
		    count(sheet, table, factor->name, says->options[i].name));
	buf_format(json, ",\"all\":\"%d\"}",
	    count(sheet, table, factor->name, NULL));
}

void
codes_view(struct req *req, const struct sheet *sheet)
{
	const struct sheet_field	*table = sheet_find(sheet, TABLE);
	const struct sheet_field	*factor;
	struct buf			*json = buf_new(req->mem, 2000);
	int				 i;

	buf_char(json, '[');
	if (table != NULL && table->type == SHEET_TABLE &&
	    table->column_count > SAYS) {
		factor = &table->columns[FACTOR];
		for (i = 0; i < factor->option_count; i++)
			if (count(sheet, table, factor->options[i].name,
			    NULL) > 0)
				add_factor(json, sheet, table,
				    &factor->options[i]);
	}
	buf_char(json, ']');
	view_json(req->view, "codes", json->data);
}
