/*
 * html.c - a reader opens a page: safe markup, honest about its language.
 */
#include "adapt/xml.h"
#include "content/edition.h"
#include "content/html.h"

#include "sample.h"
#include "tap.h"

static struct mem	*mem;

#define ITEM	"<item lang=\"fr\" order=\"1\"/>"
#define HEAD	"<text xml:lang=\"fr\"><title id=\"title\">T</title>" \
		"<summary id=\"summary\">S</summary>"

static struct html_section *
sections(const char *kind, const char *fr, const char *sv, const char *tag)
{
	struct collection	*all;

	all = sample_read(mem, kind, ITEM, fr, sv);
	faults_print(all->faults, "");
	if (all->count == 0 || all->faults->count > 0) {
		ok(0, "the sample is read");
		exit(done());
	}
	return html_sections(mem, edition_new(mem, sample_messages,
	    all->items[0], messages_tag(sample_messages, tag)), all);
}

/* A word of the interface, once a sample was read. */
static const char *
word(const char *tag, const char *id)
{
	return messages_word(sample_messages,
	    messages_tag(sample_messages, tag), id);
}

/* The body of a page with these blocks, in the source language. */
static const char *
body_of(const char *blocks)
{
	return sections("page", mem_format(mem, HEAD "<section role=\"text\">"
	    "<h2 id=\"h\">H</h2>%s</section></text>", blocks), NULL,
	    "fr")->body;
}

static void
test_blocks(void)
{
	is_text(body_of("<p id=\"a\">x &lt; &amp; <ref to=\"tool/wt1\">y</ref>"
	    " <span xml:lang=\"sv\">z</span></p>"),
	    "<p id=\"a\">x &lt; &amp; <a href=\"/fr/tool/wt1\">y</a> "
	    "<span lang=\"sv\">z</span></p>",
	    "text is escaped, a ref leads to the item in the reader's "
	    "language");
	is_text(body_of("<p id=\"a\"><a href=\"https://a.example/?b&amp;c\">d"
	    "</a></p>"), "<p id=\"a\"><a href=\"https://a.example/?b&amp;c\">"
	    "d</a></p>", "an address is escaped");
	is_text(body_of("<quote id=\"a\">x</quote>"),
	    "<blockquote><p id=\"a\">x</p></blockquote>", "quote");
	is_text(body_of("<note><p id=\"a\">x</p></note>"),
	    "<div class=\"note\"><p id=\"a\">x</p></div>", "note");
	is_text(body_of("<ol><li id=\"a\">x</li></ol><dl><dt id=\"b\">y</dt>"
	    "<dd id=\"c\">z</dd></dl>"), "<ol><li id=\"a\">x</li></ol><dl>"
	    "<dt id=\"b\">y</dt><dd id=\"c\">z</dd></dl>", "lists");
	is_text(body_of("<table><caption id=\"a\">x</caption><tr>"
	    "<th id=\"b\">y</th></tr><tr><td id=\"c\">z</td></tr></table>"),
	    "<div class=\"table\"><table><caption id=\"a\">x</caption><thead>"
	    "<tr><th id=\"b\">y</th></tr></thead><tbody><tr><td id=\"c\">z"
	    "</td></tr></tbody></table></div>",
	    "a row of headings is the table's head");
	ok(strstr(body_of("<table><tr><td id=\"a\">x…</td><td id=\"b\">…</td>"
	    "</tr></table>"), "<tr><td id=\"a\">x…</td><td id=\"b\"></td>"
	    "</tr>") != NULL, "a cell to write in is empty");
	ok(strstr(body_of("<timeline><turn minutes=\"30\"><when id=\"a\">x"
	    "</when><what id=\"b\">y</what></turn><turn minutes=\"60\">"
	    "<when id=\"c\">x</when><what id=\"d\">y</what></turn>"
	    "</timeline>"), "<li><p id=\"a\" class=\"when\">x</p>"
	    "<p class=\"minutes\"><meter class=\"bar\" value=\"30\" min=\"0\" "
	    "max=\"60\" aria-hidden=\"true\"></meter> 30 minutes</p>"
	    "<p id=\"b\" class=\"what\">y</p></li>") != NULL,
	    "a timeline shows how long each turn takes");
}

static void
test_figures(void)
{
	struct html_section	*part;

	part = sections("page", HEAD "<section role=\"text\"><h2 id=\"h\">"
	    "H <em>e</em></h2><p id=\"a\">x</p><figure name=\"wheel\"/>"
	    "<p id=\"b\">y</p></section></text>", NULL, "fr");
	is_text(part->heading, "H e", "a heading is plain text");
	is_text(part->anchor, "h", "and keeps its anchor");
	is_text(part->heading_lang, "fr", "and its language");
	is_text(part->body, "<p id=\"a\">x</p>",
	    "a section ends at a figure");
	is_text(part->figure, "wheel", "which is named");
	part = part->next;
	ok(part != NULL && part->heading == NULL && part->figure == NULL,
	    "what follows has no heading of its own");
	is_text(part->role, "text", "but the same role");
	is_text(part->body, "<p id=\"b\">y</p>", "and the rest of the text");
	ok(part->next == NULL, "there is nothing more");
}

static void
test_questions(void)
{
	const char	*body;

	body = sections("case", HEAD
	    "<section role=\"hook\"><p id=\"a\">x</p></section>"
	    "<section role=\"situation\"><p id=\"b\">x</p></section>"
	    "<section role=\"story\"><p id=\"c\">x</p></section>"
	    "<section role=\"questions\"><question id=\"q1\">one</question>"
	    "<hint id=\"q1-hint\">two</hint></section>"
	    "<section role=\"compare\"><p id=\"d\">x</p></section>"
	    "<section role=\"try\"><p id=\"e\">x</p></section></text>", NULL,
	    "sv")->next->next->next->body;
	is_text(body, mem_format(mem, "<ol class=\"questions\"><li id=\"q1\">"
	    "<p lang=\"fr\" dir=\"ltr\">one</p><details><summary>%s</summary>"
	    "<p id=\"q1-hint\" lang=\"fr\" dir=\"ltr\">two</p></details></li>"
	    "</ol>", word("sv", "content.hint")),
	    "a hint waits until it is asked for");
}

/* A row that only blank sheets show, of a table with one column. */
#define EMPTY	"<tr class=\"empty\"><td></td></tr>"

#define BOX	"<td class=\"box\"></td>"

static void
test_fields(void)
{
	const char	*example = word("fr", "content.example");

	is_text(sections("tool", HEAD
	    "<section role=\"intro\"><p id=\"a\">x</p></section>"
	    "<section role=\"use\"><p id=\"b\">x</p></section>"
	    "<section role=\"fields\"><h2 id=\"g\">G</h2>"
	    "<field name=\"f\" type=\"text\" person=\"yes\">"
	    "<label id=\"f\">L</label><help id=\"f-help\">H</help>"
	    "<example id=\"f-example\">E</example></field>"
	    "<field name=\"t\" type=\"table\"><label id=\"t\">L</label>"
	    "<help id=\"t-help\">H</help><field name=\"c\" type=\"text\">"
	    "<label id=\"c\">CL</label><help id=\"c-help\">CH</help>"
	    "<example id=\"c-example\">CE</example></field></field>"
	    "</section></text>", NULL, "fr")->next->next->body,
	    mem_format(mem, "<div class=\"field text\"><h3 id=\"f\">L "
	    "<span class=\"person\">%s</span></h3>"
	    "<p id=\"f-help\" class=\"help\">H</p>"
	    "<p id=\"f-example\" class=\"example\">"
	    "<span class=\"word\">%s</span> E</p></div>"
	    "<div class=\"field table\"><h3 id=\"t\">L</h3>"
	    "<p id=\"t-help\" class=\"help\">H</p>"
	    "<div class=\"table\"><table><caption>%s</caption><thead><tr>"
	    "<th scope=\"col\"><p id=\"c\">CL</p>"
	    "<p id=\"c-help\" class=\"help\">CH</p></th></tr></thead><tbody>"
	    "<tr class=\"example\"><td id=\"c-example\">CE</td></tr>"
	    EMPTY EMPTY EMPTY EMPTY "</tbody></table></div></div>",
	    word("fr", "content.person"), example, example),
	    "fields show label, help and example");
}

/* One field of a scale with two degrees. */
#define DEGREES(id, type)	"<field name=\"" id "\" type=\"" type "\">" \
		"<label id=\"" id "\">L</label><help id=\"" id "-help\">H" \
		"</help><option id=\"" id "-1\">no</option><option id=\"" id \
		"-2\">yes</option><example id=\"" id "-example\">E</example>" \
		"</field>"
#define TOOL(fields)	HEAD \
		"<section role=\"intro\"><p id=\"i\">x</p></section>" \
		"<section role=\"use\"><p id=\"u\">x</p></section>" \
		"<section role=\"fields\"><h2 id=\"g\">G</h2>" fields \
		"</section></text>"

static void
test_scales(void)
{
	const char	*body;

	body = sections("tool", TOOL(DEGREES("a", "progress")
	    DEGREES("b", "progress")), NULL, "fr")->next->next->body;
	is_text(body, mem_format(mem, "<div class=\"table\">"
	    "<table class=\"scale\"><thead><tr><td></td>"
	    "<th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
	    "<th id=\"a-1\">no</th><th id=\"a-2\">yes</th></tr></thead>"
	    "<tbody><tr><th scope=\"row\"><p id=\"a\">L</p>"
	    "<p id=\"a-help\" class=\"help\">H</p></th>"
	    BOX BOX BOX BOX "</tr><tr><th scope=\"row\"><p id=\"b\">L</p>"
	    "<p id=\"b-help\" class=\"help\">H</p></th>"
	    BOX BOX BOX BOX "</tr></tbody></table></div>",
	    word("fr", "content.progress.yes"),
	    word("fr", "content.progress.no")),
	    "a scale that fields share is said once");
	body = sections("tool", TOOL(DEGREES("a", "scale")
	    DEGREES("b", "scale")), NULL, "fr")->next->next->body;
	ok(strstr(body, "<th id=\"a-1\">no</th>") != NULL &&
	    strstr(body, "<th id=\"b-1\">") == NULL,
	    "without progress too");
	ok(strstr(body, "id=\"b-example\"") != NULL,
	    "and keeps the examples");
	body = sections("tool", TOOL(DEGREES("a", "scale")
	    DEGREES("b", "choice")), NULL, "fr")->next->next->body;
	ok(strstr(body, "class=\"scale\"") == NULL,
	    "one scale alone is a field");
}

static void
test_grid(void)
{
	struct html_section	*part;

	part = sections("grid", HEAD
	    "<section role=\"intro\"><p id=\"a\">x</p></section>"
	    "<section role=\"theme\"><h2 id=\"t1\">T1</h2>"
	    "<question id=\"q1\" factor=\"f01 f02\">one</question>"
	    "<hint id=\"q1-hint\">more</hint></section>"
	    "<section role=\"theme\"><h2 id=\"t2\">T2</h2>"
	    "<question id=\"q2\" factor=\"f01\">two</question></section>"
	    "</text>", NULL, "fr")->next;
	is_text(part->body, mem_format(mem, "<ol class=\"questions\">"
	    "<li id=\"q1\"><p>one</p><p id=\"q1-hint\" class=\"hint\">more"
	    "</p><p class=\"coded\"><span>%s</span> "
	    "<a href=\"/fr/factor/f01\">f01</a> "
	    "<a href=\"/fr/factor/f02\">f02</a></p></li></ol>",
	    word("fr", "content.factors")),
	    "an interview question names its factors and what to ask next");
	ok(strstr(part->next->body, "<ol class=\"questions\" start=\"2\">")
	    != NULL, "questions are counted through");
}

#define STEP(kind)	"<step kind=\"" kind "\" alone=\"5\" group=\"0\">" \
		"<section role=\"alone\"><p id=\"" kind "-1\">x</p></section>" \
		"<section role=\"group\"><p id=\"" kind "-2\">x</p></section>" \
		"<section role=\"aim\"><p id=\"" kind "-3\">x</p></section>" \
		LIST("room", kind "-4", "ul") LIST("run", kind "-5", "ol") \
		LIST("pitfalls", kind "-6", "ul") \
		LIST("variants", kind "-7", "ul") \
		"<section role=\"screen\"><p id=\"" kind "-8\">x</p></section>" \
		"</step>"
#define LIST(role, id, element)	"<section role=\"" role "\"><" element ">" \
		"<li id=\"" id "\">x</li></" element "></section>"

static void
test_module(void)
{
	struct html_section	*part;

	part = sections("module", HEAD LIST("goals", "g", "ul")
	    LIST("skills", "s", "ul") STEP("situate") STEP("case")
	    STEP("discussion") STEP("tool") STEP("project") STEP("evaluation")
	    "<section role=\"check\"><question id=\"c\">Q</question>"
	    "<option id=\"c-a\">A</option>"
	    "<option id=\"c-b\" right=\"yes\">B</option>"
	    "<feedback id=\"c-feedback\">F</feedback></section>"
	    "<section role=\"evaluation\"><field name=\"e\" type=\"longtext\">"
	    "<label id=\"e\">L</label><help id=\"e-help\">H</help></field>"
	    "</section></text>", NULL, "fr");
	ok(part->step == NULL, "goals belong to no step");
	part = part->next->next;
	is_text(part->step, "situate", "a step's sections know it");
	is_text(part->role, "alone", "and their role");
	while (part != NULL && strcmp(part->role, "check") != 0)
		part = part->next;
	ok(part != NULL && part->step == NULL, "the check follows the steps");
	is_text(part->body, mem_format(mem, "<ol class=\"check\">"
	    "<li id=\"c\"><p>Q</p><details class=\"wrong\">"
	    "<summary id=\"c-a\">A</summary><p class=\"verdict\">%s</p>"
	    "</details><details class=\"right\"><summary id=\"c-b\">B"
	    "</summary><p class=\"verdict\">%s</p><p id=\"c-feedback\">F</p>"
	    "</details></li></ol>", word("fr", "content.wrong"),
	    word("fr", "content.right")),
	    "an answer opens to say whether it is right");
}

/* --- languages -------------------------------------------------------- */

#define FIVE	HEAD "<section role=\"text\"><h2 id=\"h\">H</h2>" \
		"<p id=\"a\">one</p><p id=\"b\">two</p><p id=\"c\">three</p>" \
		"<p id=\"d\">four</p></section></text>"

/* A translation of FIVE: a and c as they are, b older, d missing. */
static char *
swedish(void)
{
	struct collection	*all;
	struct text		*fr;

	all = sample_read(mem, "page", ITEM, FIVE, NULL);
	fr = item_source(all->items[0]);
	return mem_format(mem, "<text xml:lang=\"sv\"><title id=\"title\" "
	    "of=\"%s\">T</title><h2 id=\"h\" of=\"%s\">R</h2>"
	    "<p id=\"a\" of=\"%s\">ett</p><p id=\"b\" of=\"00000000\">"
	    "tv\u00e5</p><p id=\"c\" of=\"%s\" state=\"reviewed\" by=\"A\" "
	    "on=\"2026-01-02\">tre</p></text>", fr->segments[0].hash,
	    text_find(fr, "h")->hash, text_find(fr, "a")->hash,
	    text_find(fr, "c")->hash);
}

static void
test_marks(void)
{
	struct html_section	*part;

	part = sections("page", FIVE, swedish(), "sv");
	is_text(part->heading, "R", "a heading is translated");
	is_text(part->body, mem_format(mem, "<p id=\"a\">ett</p>"
	    "<p id=\"b\" class=\"stale\"><small class=\"mark\">%s</small> "
	    "tv\u00e5</p><p id=\"c\" class=\"reviewed\">"
	    "<small class=\"mark\">%s</small> tre</p>"
	    "<p id=\"d\" class=\"missing\" lang=\"fr\" dir=\"ltr\">"
	    "<small class=\"mark\" lang=\"sv\" dir=\"ltr\">%s</small> four"
	    "</p>", word("sv", "content.mark.stale"),
	    word("sv", "content.mark.reviewed"),
	    word("sv", "content.mark.missing")),
	    "only what differs from the usual state is marked");
	is_text(sections("page", FIVE, swedish(), "it")->body,
	    "<p id=\"a\" lang=\"fr\" dir=\"ltr\">one</p>"
	    "<p id=\"b\" lang=\"fr\" dir=\"ltr\">two</p>"
	    "<p id=\"c\" lang=\"fr\" dir=\"ltr\">three</p>"
	    "<p id=\"d\" lang=\"fr\" dir=\"ltr\">four</p>",
	    "an item without translation is shown in its own language");
	is_text(sections("page", FIVE, swedish(), "fr")->body,
	    "<p id=\"a\">one</p><p id=\"b\">two</p><p id=\"c\">three</p>"
	    "<p id=\"d\">four</p>", "the source bears no marks");
}

static void
test_edition(void)
{
	struct collection	*all;
	struct edition		*edition;

	all = sample_read(mem, "page", ITEM, FIVE, swedish());
	edition = edition_new(mem, sample_messages, all->items[0],
	    messages_tag(sample_messages, "sv"));
	is_text(edition_state(edition), "partial",
	    "an item is as good as its worst segment");
	is_int(edition->states[STATE_MISSING], 2, "missing ones are counted");
	is_int(edition->states[STATE_STALE], 1, "stale ones are counted");
	is_text(edition_plain(edition, mem), "R\nett\ntv\u00e5\ntre",
	    "search gets the words of one language");
	is_int(edition_words(edition, mem), 7, "words shown are counted");
	ok(edition->by == NULL, "nobody has reviewed all of it");
	edition = edition_new(mem, sample_messages, all->items[0],
	    messages_tag(sample_messages, "it"));
	is_text(edition_state(edition), "missing",
	    "without a translation all is missing");
	is_text(edition_plain(edition, mem), "", "and there is no text");
}

int
main(void)
{
	mem = mem_new();
	test_blocks();
	test_figures();
	test_questions();
	test_fields();
	test_scales();
	test_grid();
	test_module();
	test_marks();
	test_edition();
	mem_free(mem);
	return done();
}
