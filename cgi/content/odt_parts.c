/*
 * odt_parts.c - the parts of a document that are the same in each: styles,
 * page, properties, manifest.
 *
 * Everything is said in points and centimetres: it is for paper, A4.
 */
#include "base/buf.h"
#include "base/mem.h"
#include "content/odt_private.h"

#define HEAD	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OASIS	"urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES \
	" xmlns:office=\"" OASIS "office:1.0\"" \
	" xmlns:style=\"" OASIS "style:1.0\"" \
	" xmlns:text=\"" OASIS "text:1.0\"" \
	" xmlns:table=\"" OASIS "table:1.0\"" \
	" xmlns:meta=\"" OASIS "meta:1.0\"" \
	" xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\"" \
	" xmlns:svg=\"" OASIS "svg-compatible:1.0\"" \
	" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
	" office:version=\"1.2\""
#define FACES \
	"<office:font-face-decls>" \
	"<style:font-face style:name=\"Sans\" svg:font-family=\"Arial\" " \
	"style:font-family-generic=\"swiss\"/>" \
	"<style:font-face style:name=\"Serif\" svg:font-family=\"Georgia\" " \
	"style:font-family-generic=\"roman\"/>" \
	"</office:font-face-decls>"

/* A style of paragraphs: its name in the list of styles, what it looks like
 * as a paragraph and as text. */
struct look {
	const char	*name;
	const char	*shown;
	const char	*paragraph;
	const char	*text;
	int		 level;		/* of a heading, or 0 */
	int		 starts;	/* may begin a page */
};

#define TIGHT	"fo:margin-top=\"0cm\" fo:margin-bottom=\"0cm\""

static const struct look	looks[] = {
	{ "Title", "Title", "fo:margin-bottom=\"0.4cm\" "
	    "fo:keep-with-next=\"always\"",
	    "style:font-name=\"Serif\" fo:font-size=\"20pt\" "
	    "fo:font-weight=\"bold\"", 1, 0 },
	{ "Heading_2", "Heading 2", "fo:margin-top=\"0.6cm\" "
	    "fo:margin-bottom=\"0.2cm\" fo:keep-with-next=\"always\"",
	    "style:font-name=\"Serif\" fo:font-size=\"14pt\" "
	    "fo:font-weight=\"bold\"", 2, 1 },
	{ "Heading_3", "Heading 3", "fo:margin-top=\"0.4cm\" "
	    "fo:margin-bottom=\"0.15cm\" fo:keep-with-next=\"always\"",
	    "style:font-name=\"Serif\" fo:font-size=\"12pt\" "
	    "fo:font-weight=\"bold\"", 3, 1 },
	{ "Heading_4", "Heading 4", "fo:margin-top=\"0.3cm\" "
	    "fo:margin-bottom=\"0.1cm\" fo:keep-with-next=\"always\"",
	    "fo:font-weight=\"bold\"", 4, 1 },
	{ "Text", "Text body", "fo:margin-bottom=\"0.25cm\" "
	    "fo:orphans=\"2\" fo:widows=\"2\"", "", 0, 1 },
	{ "Note", "Note", "fo:margin-bottom=\"0.25cm\"",
	    "fo:font-size=\"9.5pt\" fo:color=\"#444444\"", 0, 1 },
	{ "Item", "List item", "fo:margin-bottom=\"0.1cm\"", "", 0, 1 },
	{ "Label", "Question", "fo:margin-top=\"0.35cm\" "
	    "fo:margin-bottom=\"0.1cm\" fo:keep-with-next=\"always\"",
	    "fo:font-weight=\"bold\"", 0, 1 },
	{ "Value", "Answer", "fo:margin-bottom=\"0.25cm\" "
	    "fo:orphans=\"2\" fo:widows=\"2\"", "", 0, 0 },
	{ "Line", "Line to write on", "fo:margin-bottom=\"0.35cm\" "
	    "fo:padding-bottom=\"0.5cm\" "
	    "fo:border-bottom=\"0.5pt solid #666666\"", "", 0, 0 },
	{ "Head", "Table heading", TIGHT,
	    "fo:font-size=\"9.5pt\" fo:font-weight=\"bold\"", 0, 0 },
	{ "Cell", "Table contents", TIGHT, "fo:font-size=\"10pt\"", 0, 0 },
	{ "Gap", "After a table", TIGHT, "fo:font-size=\"6pt\"", 0, 0 },
	{ "Footer", "Footer", TIGHT,
	    "fo:font-size=\"8.5pt\" fo:color=\"#444444\"", 0, 0 },
};

static void
style(struct buf *out, const struct look *look)
{
	buf_format(out, "<style:style style:name=\"%s\" style:display-name="
	    "\"%s\" style:family=\"paragraph\" style:parent-style-name="
	    "\"Standard\"", look->name, look->shown);
	if (look->level > 0)
		buf_format(out, " style:default-outline-level=\"%d\"",
		    look->level);
	buf_format(out, "><style:paragraph-properties %s/>"
	    "<style:text-properties %s/></style:style>", look->paragraph,
	    look->text);
}

/* The styles of one document alone: a new page before; languages. */
static void
automatic(struct odt *odt, struct buf *out)
{
	size_t	i;
	int	number;

	for (i = 0; i < sizeof(looks) / sizeof(looks[0]); i++)
		if (looks[i].starts)
			buf_format(out, "<style:style style:name=\"%s_New\" "
			    "style:family=\"paragraph\" "
			    "style:parent-style-name=\"%s\">"
			    "<style:paragraph-properties "
			    "fo:break-before=\"page\"/></style:style>",
			    looks[i].name, looks[i].name);
	for (number = 0; number < odt->lang_count; number++) {
		buf_format(out, "<style:style style:name=\"L%d\" "
		    "style:family=\"text\"><style:text-properties", number);
		odt_locale(odt, out, odt->langs[number]);
		buf_text(out, "/></style:style>");
	}
	buf_text(out, "<style:style style:name=\"Table\" style:family="
	    "\"table\"><style:table-properties table:align=\"margins\" "
	    "table:border-model=\"collapsing\"/></style:style>"
	    "<style:style style:name=\"Column\" style:family=\"table-column\">"
	    "<style:table-column-properties style:rel-column-width=\"1*\"/>"
	    "</style:style><style:style style:name=\"Row\" style:family="
	    "\"table-row\"><style:table-row-properties "
	    "style:min-row-height=\"0.8cm\" fo:keep-together=\"always\"/>"
	    "</style:style><style:style style:name=\"Cell\" style:family="
	    "\"table-cell\"><style:table-cell-properties "
	    "fo:padding=\"0.12cm\" fo:border=\"0.5pt solid #666666\"/>"
	    "</style:style><style:style style:name=\"Head\" style:family="
	    "\"table-cell\"><style:table-cell-properties "
	    "fo:padding=\"0.12cm\" fo:border=\"0.5pt solid #666666\" "
	    "fo:background-color=\"#eeeeee\"/></style:style>");
}

void
odt_content_head(struct odt *odt, struct buf *out)
{
	buf_text(out, HEAD "<office:document-content" SPACES ">" FACES
	    "<office:automatic-styles>");
	automatic(odt, out);
	buf_text(out, "</office:automatic-styles><office:body><office:text>");
}

void
odt_content_foot(struct buf *out)
{
	buf_text(out, "</office:text></office:body>"
	    "</office:document-content>\n");
}

static void
page(struct odt *odt, struct buf *out)
{
	int	wide = odt->about.landscape;

	buf_format(out, "<office:automatic-styles>"
	    "<style:page-layout style:name=\"A4\">"
	    "<style:page-layout-properties fo:page-width=\"%s\" "
	    "fo:page-height=\"%s\" style:print-orientation=\"%s\" "
	    "fo:margin=\"1.8cm\" style:writing-mode=\"%s\"/>"
	    "<style:footer-style><style:header-footer-properties "
	    "fo:min-height=\"0.8cm\" fo:margin-top=\"0.4cm\"/>"
	    "</style:footer-style></style:page-layout>"
	    "<style:style style:name=\"Foot\" style:family=\"paragraph\" "
	    "style:parent-style-name=\"Footer\">"
	    "<style:paragraph-properties><style:tab-stops>"
	    "<style:tab-stop style:position=\"%s\" style:type=\"right\"/>"
	    "</style:tab-stops></style:paragraph-properties></style:style>"
	    "</office:automatic-styles>", wide ? "29.7cm" : "21cm",
	    wide ? "21cm" : "29.7cm", wide ? "landscape" : "portrait",
	    odt->about.rtl ? "rl-tb" : "lr-tb", wide ? "26.1cm" : "17.4cm");
	buf_text(out, "<office:master-styles><style:master-page "
	    "style:name=\"Standard\" style:page-layout-name=\"A4\">"
	    "<style:footer><text:p text:style-name=\"Foot\">");
	odt_escape(out, odt->about.footer);
	buf_text(out, "<text:tab/><text:page-number "
	    "text:select-page=\"current\">1</text:page-number> / "
	    "<text:page-count>1</text:page-count></text:p></style:footer>"
	    "</style:master-page></office:master-styles>");
}

char *
odt_styles(struct odt *odt)
{
	struct buf	*out = buf_new(odt->mem, 8192);
	size_t		 i;

	buf_text(out, HEAD "<office:document-styles" SPACES ">" FACES
	    "<office:styles><style:default-style style:family=\"paragraph\">"
	    "<style:paragraph-properties style:writing-mode=\"page\" "
	    "fo:hyphenation-ladder-count=\"no-limit\"/>"
	    "<style:text-properties style:font-name=\"Sans\" "
	    "fo:font-size=\"11pt\"");
	odt_locale(odt, out, odt->about.lang);
	buf_text(out, "/></style:default-style><style:style "
	    "style:name=\"Standard\" style:family=\"paragraph\"/>");
	for (i = 0; i < sizeof(looks) / sizeof(looks[0]); i++)
		style(out, &looks[i]);
	buf_text(out, "<text:list-style style:name=\"Points\">"
	    "<text:list-level-style-bullet text:level=\"1\" "
	    "text:bullet-char=\"\xe2\x80\xa2\"><style:list-level-properties "
	    "text:space-before=\"0.2cm\" text:min-label-width=\"0.5cm\"/>"
	    "</text:list-level-style-bullet></text:list-style>"
	    "</office:styles>");
	page(odt, out);
	buf_text(out, "</office:document-styles>\n");
	return out->data;
}

char *
odt_meta(struct odt *odt)
{
	struct buf	*out = buf_new(odt->mem, 1024);

	buf_text(out, HEAD "<office:document-meta" SPACES "><office:meta>"
	    "<meta:generator>Profint</meta:generator><dc:title>");
	odt_attribute(out, odt->about.title);
	buf_text(out, "</dc:title><dc:language>");
	odt_attribute(out, odt->about.lang);
	buf_text(out, "</dc:language>");
	if (odt->about.licence != NULL) {
		buf_text(out, "<meta:user-defined meta:name=\"Licence\">");
		odt_attribute(out, odt->about.licence);
		buf_text(out, "</meta:user-defined>");
	}
	buf_text(out, "</office:meta></office:document-meta>\n");
	return out->data;
}

char *
odt_manifest(struct odt *odt)
{
	static const char *const	names[] = { "content.xml",
	    "styles.xml", "meta.xml" };
	struct buf			*out = buf_new(odt->mem, 1024);
	size_t				 i;

	buf_text(out, HEAD "<manifest:manifest xmlns:manifest=\"" OASIS
	    "manifest:1.0\" manifest:version=\"1.2\"><manifest:file-entry "
	    "manifest:full-path=\"/\" manifest:version=\"1.2\" "
	    "manifest:media-type=\"" ODT_TYPE "\"/>");
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		buf_format(out, "<manifest:file-entry manifest:full-path="
		    "\"%s\" manifest:media-type=\"text/xml\"/>", names[i]);
	buf_text(out, "</manifest:manifest>\n");
	return out->data;
}
