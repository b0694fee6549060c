/*
 * sheet_file.c - a team takes its map of partners and its levels along.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "content/bundle.h"
#include "content/sheet.h"
#include "content/sheet_file.h"
#include "page/chart_sheet.h"
#include "web/form.h"
#include "web/messages.h"
#include "web/req.h"

#include "sample.h"
#include "tap.h"

static struct mem	*mem;
static struct messages	*messages;

static struct sheet_option	cover[] = {
	{ "needs-cover-1", { "Oui", NULL } }, { "needs-cover-3", { "Non",
	    NULL } } };
static struct sheet_option	ties[] = {
	{ "partners-link-1", { "À créer", NULL } },
	{ "partners-link-2", { "Informel", NULL } },
	{ "partners-link-3", { "Régulier", NULL } },
	{ "partners-link-4", { "Formalisé", NULL } } };
static struct sheet_option	levels[] = {
	{ "f-1", { "Pas encore", NULL } }, { "f-2", { "Parfois", NULL } },
	{ "f-3", { "Ofta", "sv" } }, { "f-4", { "Installé", NULL } } };

static struct sheet_field	need_columns[] = {
	{ .name = "needs-need", .label = { "Besoin", NULL } },
	{ .name = "needs-cover", .type = SHEET_CHOICE,
	    .label = { "Couvert ?", NULL }, .options = cover,
	    .option_count = 2 } };
static struct sheet_field	partner_columns[] = {
	{ .name = "partners-organisation", .label = { "Organisation",
	    NULL } },
	{ .name = "partners-need", .label = { "Besoin concerné", NULL } },
	{ .name = "partners-link", .type = SHEET_CHOICE,
	    .label = { "Lien", NULL }, .options = ties, .option_count = 4 } };

static const char	*need_rows[] = { "A1", "B2", "C3" };
static const char	*partner_rows[] = { "K7", "P2" };

/* The partnership tool, as its form begins. */
static struct sheet *
partnership(void)
{
	static struct sheet_field	fields[] = {
		{ .name = "situation", .type = SHEET_LONGTEXT,
		    .group = { "Étape 1", NULL },
		    .label = { "La situation", NULL } },
		{ .name = "needs", .type = SHEET_TABLE,
		    .group = { "Étape 1", NULL },
		    .label = { "Besoins", NULL }, .columns = need_columns,
		    .column_count = 2, .rows = need_rows, .row_count = 3 },
		{ .name = "partners", .type = SHEET_TABLE,
		    .group = { "Étape 2", NULL },
		    .label = { "Partenaires", NULL },
		    .columns = partner_columns, .column_count = 3,
		    .rows = partner_rows, .row_count = 2 },
		{ .name = "pace", .type = SHEET_CHOICE,
		    .group = { "Étape 2", NULL },
		    .label = { "Rythme", NULL },
		    .help = { "Une seule réponse.", NULL },
		    .options = levels, .option_count = 4 } };
	static struct sheet		sheet;

	sheet = (struct sheet){ mem, messages, messages_tag(messages, "fr"),
	    "Quartier Est", fields, 4, form_new(mem), 0 };
	return &sheet;
}

static struct sheet *
filled(void)
{
	struct sheet	*sheet = partnership();
	struct form	*form = sheet->answers;

	form_add(form, "situation", "=1+1 ; départs\navant six heures");
	form_add(form, "needs.A1.needs-need", "Transport");
	form_add(form, "needs.A1.needs-cover", "needs-cover-3");
	form_add(form, "needs.B2.needs-need", "Logement");
	form_add(form, "partners.K7.partners-organisation", "Bailleur");
	form_add(form, "partners.K7.partners-need", "logements");
	form_add(form, "partners.K7.partners-link", "partners-link-4");
	form_add(form, "partners.P2.partners-organisation", "Autocar");
	form_add(form, "partners.P2.partners-need", "transport");
	form_add(form, "partners.P2.partners-link", "partners-link-1");
	return sheet;
}

static const struct sheet_about	about = { .tool = "Partenariats – A",
	.footer = "Profint · CC BY 4.0" };

/* content.xml of a document. */
static char *
content(const char *bytes, size_t length)
{
	char		 folder[] = "/tmp/profint-sheet-XXXXXX";
	const char	*why;
	char		*xml = NULL;

	if (mkdtemp(folder) != NULL && file_write(mem, mem_format(mem,
	    "%s/a.odt", folder), bytes, length, &why) == 0 &&
	    system(mem_format(mem, "cd %s && unzip -q a.odt", folder)) == 0)
		xml = file_read(mem, mem_format(mem, "%s/content.xml",
		    folder), 1 << 20, &length, &why);
	if (system(mem_format(mem, "rm -rf %s", folder)) != 0)
		return NULL;
	return xml;
}

static void
has(const char *text, const char *part, const char *sentence)
{
	if (ok(text != NULL && strstr(text, part) != NULL, sentence) == 0)
		printf("# got: %s\n", text != NULL ? text : "nothing");
}

static void
test_document(void)
{
	size_t	 length = 0;
	char	*bytes = sheet_odt(filled(), &about, &length);
	char	*xml = content(bytes, length);

	has(xml, ">Quartier Est</text:h>", "called as its owner calls it");
	has(xml, ">Partenariats – A</text:p>", "and which tool it is");
	has(xml, ">=1+1 ; départs<text:line-break/>avant six heures</text:p>",
	    "an answer");
	has(xml, ">Non</text:p>", "an option in words");
	has(xml, ">☐ Parfois</text:p>", "what is left open can be ticked");
	has(xml, "\"L0\">☐ Ofta</text:span>", "in its own language");
	ok(strstr(xml, "Étape 1") != NULL && strstr(strstr(xml, "Étape 1") +
	    7, "Étape 1") == NULL, "a heading stands once");
	bytes = sheet_odt(partnership(), &about, &length);
	xml = content(bytes, length);
	has(xml, "\"Line\"", "an empty one has lines to write on");
}

static void
test_table(void)
{
	size_t	length = 0;

	is_text(sheet_csv(filled(), &about, &length), "\xef\xbb\xbf"
	    "Partenariats – A;Quartier Est\r\n"
	    "Étape 1;La situation;\"'=1+1 ; départs\navant six heures\"\r\n"
	    ";Besoins\r\n;Besoin;Couvert ?\r\n;Transport;Non\r\n"
	    ";Logement;\r\n;;\r\n"
	    "Étape 2;Partenaires\r\n;Organisation;Besoin concerné;Lien\r\n"
	    ";Bailleur;logements;Formalisé\r\n;Autocar;transport;À créer\r\n"
	    ";Rythme;\r\nProfint · CC BY 4.0\r\n", "all of it, in French");
}

static void
test_bundle(void)
{
	struct bundle		 bundle = { .made = "2026-11-21",
				    .language = "fr" };
	enum bundle_fault	 fault;
	size_t			 length;
	char			*bytes;
	struct bundle		*back;

	bundle.sheets = sheet_bundle(filled(), "partnership-a", "a1");
	bytes = bundle_write(mem, &bundle, &length);
	back = bundle_read(mem, bytes, length, &fault);
	is_int(fault, BUNDLE_FINE, "in a file that can be loaded");
	has(bytes, "\"partners.K7.partners-link\": \"partners-link-4\"",
	    "as it is kept, whatever the language");
	is_text(back != NULL ? bundle_write(mem, back, &length) : NULL,
	    bytes, "and it is the same");
}

static void
test_map(struct req *req)
{
	char	*map;

	map = chart_sheet_partners(req, "partnership-a", filled());
	has(map, "\"count\":2,\"unmet\":1,", "two needs, one unmet");
	has(map, "\"text\":\"Bailleur\",\"kind\":\"strong\"",
	    "a written agreement is a strong line");
	has(map, "\"text\":\"Autocar\",\"kind\":\"missing\"",
	    "who is to be found is missing");
	ok(chart_sheet_partners(req, "partnership-a", partnership()) == NULL,
	    "an empty tool has no map");
	ok(chart_sheet_partners(req, "wt1", filled()) == NULL,
	    "nor has another tool");
}

static struct sheet *
assessment(const char *first, const char *second)
{
	static struct sheet_field	fields[] = {
		{ .name = "f01", .type = SHEET_SCALE,
		    .group = { "Global", NULL }, .label = { "Un", NULL },
		    .options = levels, .option_count = 4 },
		{ .name = "f02", .type = SHEET_SCALE,
		    .group = { "Partenariats", NULL },
		    .label = { "Deux", NULL }, .options = levels,
		    .option_count = 4 },
		{ .name = "next", .type = SHEET_TEXT,
		    .label = { "Suite", NULL } } };
	struct sheet			*sheet = mem_get(mem, sizeof(*sheet));

	*sheet = (struct sheet){ mem, messages, 0, "", fields, 3,
	    form_new(mem), 0 };
	form_add(sheet->answers, "f01", first);
	form_add(sheet->answers, "f02", second);
	return sheet;
}

static void
test_factors(struct req *req)
{
	const char	*names[3];
	char		*chart;

	chart = chart_sheet_factors(req, assessment("f-1", "f-2"),
	    assessment("f-3", ""));
	has(chart, "\"label\":\"Un\",\"group\":\"Global\",\"area\":"
	    "\"comprehensive\"", "a factor of the first area");
	has(chart, "\"first\":\"1\",\"second\":\"3\"", "from 1 to 3");
	has(chart, "\"area\":\"partnerships\"", "the second area");
	has(chart, "\"first\":\"2\",\"second\":null", "not answered again");
	has(chart_sheet_factors(req, NULL, NULL), "\"rows\":[]", "nothing");
	is_int(chart_sheet_lowest(assessment("f-3", "f-2"), names, 3), 2,
	    "two were answered");
	is_text(names[0], "f02", "the lowest first");
	is_int(chart_sheet_lowest(assessment("f-2", "f-2"), names, 1), 1,
	    "only as many as were asked for");
	is_text(names[0], "f01", "of equals the first");
}

int
main(void)
{
	struct req	req;

	mem = mem_new();
	messages = messages_load(sample_root(mem, "i18n"));
	memset(&req, 0, sizeof(req));
	req.mem = mem;
	test_document();
	test_table();
	test_bundle();
	test_map(&req);
	test_factors(&req);
	mem_free(mem);
	return done();
}
