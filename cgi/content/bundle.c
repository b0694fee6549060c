/*
 * bundle.c - what somebody wrote, as JSON.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/bundle.h"

/* Begin one more of a list: a comma but before the first, a new line. */
static void
begin(struct buf *out, const char *indent, int *count)
{
	buf_text(out, (*count)++ > 0 ? ",\n" : "\n");
	buf_text(out, indent);
}

static void
pair(struct buf *out, const char *name, const char *text, const char *after)
{
	json_quote(out, name);
	buf_text(out, ": ");
	json_quote(out, text);
	buf_text(out, after);
}

static void
write_notes(struct buf *out, const struct bundle_note *note)
{
	int	count = 0;

	for (; note != NULL; note = note->next) {
		begin(out, "    { ", &count);
		pair(out, "kind", note->kind, ", ");
		pair(out, "slug", note->slug, ", ");
		pair(out, "segment", note->segment, ",\n      ");
		pair(out, "text", note->text, ",\n      ");
		pair(out, "saved", note->saved, " }");
	}
}

static void
write_progress(struct buf *out, const struct bundle_progress *step)
{
	int	count = 0;

	for (; step != NULL; step = step->next) {
		begin(out, "    { ", &count);
		pair(out, "slug", step->slug, ", ");
		pair(out, "step", step->step, ", ");
		pair(out, "done", step->done, " }");
	}
}

static void
write_sheets(struct buf *out, const struct bundle_sheet *sheet)
{
	const struct bundle_field	*field;
	int			 count = 0, fields;

	for (; sheet != NULL; sheet = sheet->next) {
		begin(out, "    { ", &count);
		pair(out, "id", sheet->id, ", ");
		pair(out, "tool", sheet->tool, ", ");
		pair(out, "follows", sheet->follows, ",\n      ");
		pair(out, "created", sheet->created, ", ");
		pair(out, "saved", sheet->saved, ",\n      \"fields\": {");
		fields = 0;
		for (field = sheet->fields; field != NULL;
		    field = field->next) {
			begin(out, "        ", &fields);
			pair(out, field->name, field->text, "");
		}
		buf_text(out, " } }");
	}
}

char *
bundle_write(struct mem *mem, const struct bundle *bundle, size_t *length)
{
	struct buf	*out = buf_new(mem, 16384);

	buf_format(out, "{\n  \"profint\": %d,\n  ", BUNDLE_VERSION);
	pair(out, "made", bundle->made, ",\n  ");
	pair(out, "language", bundle->language, ",\n  \"notes\": [");
	write_notes(out, bundle->notes);
	buf_text(out, " ],\n  \"progress\": [");
	write_progress(out, bundle->progress);
	buf_text(out, " ],\n  \"worksheets\": [");
	write_sheets(out, bundle->sheets);
	buf_text(out, " ]\n}\n");
	*length = out->length;
	return out->data;
}
