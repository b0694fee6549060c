/*
 * odt.c - a document for Word and LibreOffice: its paragraphs and tables.
 */
#include <string.h>

#include "adapt/zip.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/odt_private.h"

struct odt *
odt_new(struct mem *mem, const struct odt_about *about)
{
	struct odt	*odt = mem_get(mem, sizeof(*odt));

	odt->mem = mem;
	odt->about = *about;
	odt->body = buf_new(mem, 16384);
	buf_text(odt->body, "<text:h text:style-name=\"Title\" "
	    "text:outline-level=\"1\">");
	odt_escape(odt->body, about->title);
	buf_text(odt->body, "</text:h>");
	return odt;
}

/* The number of LANG's style, or -1 when none is needed. */
static int
language(struct odt *odt, const char *lang)
{
	int	i;

	if (lang == NULL || strcmp(lang, odt->about.lang) == 0)
		return -1;
	for (i = 0; i < odt->lang_count; i++)
		if (strcmp(odt->langs[i], lang) == 0)
			return i;
	if (i == ODT_LANGUAGES)
		return -1;
	odt->langs[odt->lang_count++] = mem_dup(odt->mem, lang);
	return i;
}

static void
text(struct odt *odt, const char *words, const char *lang)
{
	int	style = language(odt, lang);

	if (style >= 0)
		buf_format(odt->body, "<text:span text:style-name=\"L%d\">",
		    style);
	odt_escape(odt->body, words);
	if (style >= 0)
		buf_text(odt->body, "</text:span>");
}

/* A paragraph of style NAME, or of the one that begins a page with it. */
static void
paragraph(struct odt *odt, const char *name, const char *words,
    const char *lang)
{
	buf_format(odt->body, "<text:p text:style-name=\"%s%s\">", name,
	    odt->page ? "_New" : "");
	odt->page = 0;
	text(odt, words, lang);
	buf_text(odt->body, "</text:p>");
}

void
odt_heading(struct odt *odt, int level, const char *words, const char *lang)
{
	level = level < 2 ? 2 : level > 4 ? 4 : level;
	buf_format(odt->body, "<text:h text:style-name=\"Heading_%d%s\" "
	    "text:outline-level=\"%d\">", level, odt->page ? "_New" : "",
	    level);
	odt->page = 0;
	text(odt, words, lang);
	buf_text(odt->body, "</text:h>");
}

void
odt_paragraph(struct odt *odt, const char *words, const char *lang)
{
	paragraph(odt, "Text", words, lang);
}

void
odt_note(struct odt *odt, const char *words, const char *lang)
{
	paragraph(odt, "Note", words, lang);
}

void
odt_item(struct odt *odt, const char *words, const char *lang)
{
	/* Lists of one: neighbours look and are read as one list. */
	buf_text(odt->body, "<text:list text:style-name=\"Points\" "
	    "text:continue-numbering=\"true\"><text:list-item>");
	paragraph(odt, "Item", words, lang);
	buf_text(odt->body, "</text:list-item></text:list>");
}

void
odt_pair(struct odt *odt, const char *label, const char *label_lang,
    const char *value, const char *value_lang)
{
	paragraph(odt, "Label", label, label_lang);
	if (value == NULL || value[0] == '\0')
		paragraph(odt, "Line", "", NULL);
	else
		paragraph(odt, "Value", value, value_lang);
}

static void
row(struct odt *odt, const char *style, const char *paragraphs,
    const struct odt_cell *cells)
{
	int	i;

	buf_text(odt->body, "<table:table-row table:style-name=\"Row\">");
	for (i = 0; i < odt->columns; i++) {
		buf_format(odt->body, "<table:table-cell table:style-name="
		    "\"%s\" office:value-type=\"string\">", style);
		paragraph(odt, paragraphs,
		    cells[i].text != NULL ? cells[i].text : "",
		    cells[i].lang);
		buf_text(odt->body, "</table:table-cell>");
	}
	buf_text(odt->body, "</table:table-row>");
}

void
odt_table(struct odt *odt, int count, const struct odt_cell *heads)
{
	odt->columns = count;
	odt->page = 0;
	buf_format(odt->body, "<table:table table:name=\"T%d\" "
	    "table:style-name=\"Table\"><table:table-column "
	    "table:style-name=\"Column\" table:number-columns-repeated="
	    "\"%d\"/><table:table-header-rows>", ++odt->tables, count);
	row(odt, "Head", "Head", heads);
	buf_text(odt->body, "</table:table-header-rows>");
}

void
odt_row(struct odt *odt, const struct odt_cell *cells)
{
	row(odt, "Cell", "Cell", cells);
}

void
odt_table_end(struct odt *odt)
{
	buf_text(odt->body, "</table:table>");
	paragraph(odt, "Gap", "", NULL);
}

void
odt_page(struct odt *odt)
{
	odt->page = 1;
}

static void
put(struct archive *archive, const char *name, const char *xml)
{
	zip_put(archive, name, xml, strlen(xml), ZIP_PACKED);
}

char *
odt_bytes(struct odt *odt, size_t *length)
{
	struct archive	*archive = zip_new(odt->mem);
	struct buf	*content = buf_new(odt->mem, odt->body->length + 8192);

	odt_content_head(odt, content);
	buf_add(content, odt->body->data, odt->body->length);
	odt_content_foot(content);
	zip_put(archive, "mimetype", ODT_TYPE, strlen(ODT_TYPE), ZIP_STORED);
	put(archive, "content.xml", content->data);
	put(archive, "styles.xml", odt_styles(odt));
	put(archive, "meta.xml", odt_meta(odt));
	put(archive, "META-INF/manifest.xml", odt_manifest(odt));
	return zip_bytes(archive, length);
}
