/*
 * take.c - any text in the files that people take away.
 *
 * In a document it must be well-formed and say the same; in a table it must
 * be one cell and no formula.
 */
#include <string.h>
#include <unistd.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "content/csv.h"
#include "content/odt_private.h"

#include "fuzz.h"

static void
try_document(struct mem *mem, const char *text)
{
	const char	*tmp = getenv("TMPDIR");
	struct xml_error error;
	struct buf	*out = buf_new(mem, 4096);
	const char	*path, *why;

	buf_text(out, "<p xmlns:text=\"urn:t\" a=\"");
	odt_attribute(out, text);
	buf_text(out, "\">");
	odt_escape(out, text);
	buf_text(out, "</p>");
	path = mem_format(mem, "%s/fuzz-take.%d", tmp != NULL ? tmp : "/tmp",
	    (int)getpid());
	HOLDS(file_write(mem, path, out->data, out->length, &why) == 0,
	    "there is room");
	HOLDS(xml_read(mem, path, NULL, &error) != NULL, error.text);
	unlink(path);
}

/* What a reader of RFC 4180 gets of the one cell of BYTES, or NULL. */
static char *
first_cell(struct mem *mem, const char *bytes)
{
	struct buf	*cell = buf_new(mem, 256);
	int		 quoted;

	quoted = *bytes == '"';
	bytes += quoted;
	for (; *bytes != '\0'; bytes++) {
		if (quoted && *bytes == '"' && *++bytes != '"') {
			quoted = 0;
			break;
		}
		if (!quoted && strchr("\";,\r\n\t", *bytes) != NULL)
			break;
		buf_char(cell, *bytes);
	}
	return !quoted && strcmp(bytes, "\r\n") == 0 ? cell->data : NULL;
}

static void
try_table(struct mem *mem, const char *text)
{
	struct csv	*csv = csv_new(mem, "fr");
	size_t		 length;
	char		*cell;

	csv_text(csv, text);
	csv_end(csv);
	cell = first_cell(mem, csv_bytes(csv, &length) + 3);
	HOLDS(cell != NULL, "one cell");
	HOLDS(strcmp(cell + (*cell == '\'' && *text != '\''), text) == 0,
	    "says the same");
	HOLDS(strchr("=+@\t\r\n", *cell) == NULL || *cell == '\0',
	    "is no formula");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem	*mem = mem_new();
	char		*text = mem_copy(mem, data, size);

	if (utf8_is_text(text, strlen(text))) {
		try_document(mem, text);
		try_table(mem, text);
	}
	mem_free(mem);
	return 0;
}
