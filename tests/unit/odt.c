/*
 * odt.c - somebody opens what they took away in LibreOffice.
 */
#include <stdlib.h>
#include <unistd.h>

#include "adapt/icu.h"
#include "base/file.h"
#include "base/mem.h"
#include "content/odt.h"

#include "tap.h"

#define LICENCE	"https://creativecommons.org/licenses/by/4.0/"

static struct mem	*mem;
static char		 folder[] = "/tmp/profint-odt-XXXXXX";

static char *
sample(size_t *length)
{
	static const struct odt_cell	heads[] = { { "Action", NULL },
	    { "Acteurs", NULL }, { "Tidpunkt", "sv" } };
	static const struct odt_cell	row[] = { { "Visiter <le poste> & "
	    "relever\nles mots", NULL }, { "=1+1", NULL }, { NULL, NULL } };
	struct odt	*odt;
	int		 i;

	odt = odt_new(mem, &(struct odt_about){ .title = "Planifier l’essai "
	    "« A & B »", .lang = "fr", .footer = "Profint · CC BY 4.0",
	    .licence = LICENCE });
	odt_paragraph(odt, "Deux  blancs,\tune tabulation\net une ligne.",
	    NULL);
	odt_note(odt, "Skriv inga namn.", "sv");
	odt_heading(odt, 2, "Étapes", NULL);
	odt_item(odt, "premier", NULL);
	odt_item(odt, "second", NULL);
	odt_pair(odt, "Objectif", NULL, "Réponse \001de \xef\xbf\xbf"
	    "quelqu’un 👩‍🏫", NULL);
	odt_pair(odt, "Sans réponse", NULL, "", NULL);
	odt_table(odt, 3, heads);
	for (i = 0; i < 80; i++)
		odt_row(odt, row);
	odt_table_end(odt);
	odt_page(odt);
	odt_heading(odt, 3, "Nouvelle page", NULL);
	return odt_bytes(odt, length);
}

/* 1 when COMMAND, in our folder, ends well. */
static int
does(const char *command)
{
	return system(mem_format(mem, "cd %s && { %s; } >said 2>&1", folder,
	    command)) == 0;
}

static const char *
made(const char *name)
{
	const char	*why;
	size_t		 length;
	char		*text;

	text = file_read(mem, mem_format(mem, "%s/%s", folder, name), 1 << 20,
	    &length, &why);
	return text != NULL ? text : "";
}

static void
has(const char *name, const char *text, const char *sentence)
{
	if (ok(strstr(made(name), text) != NULL, sentence) == 0)
		printf("# not in %s: %s\n", name, text);
}

static void
test_parts(const char *bytes)
{
	ok(memcmp(bytes + 30, "mimetype" ODT_TYPE, 8 + strlen(ODT_TYPE)) == 0,
	    "says what it is where every program looks");
	ok(does("unzip -q a.odt -d parts && xmllint --noout parts/*.xml "
	    "parts/META-INF/*.xml"), "every part is well-formed");
	has("parts/content.xml", "<text:s text:c=\"1\"/>blancs,<text:tab/>une "
	    "tabulation<text:line-break/>", "blanks and breaks are kept");
	has("parts/content.xml", "fo:language=\"sv\" fo:country=\"SE\"",
	    "Swedish words are Swedish");
	has("parts/styles.xml", "fo:language=\"fr\" fo:country=\"FR\"",
	    "the document is French");
	has("parts/meta.xml", LICENCE, "the licence is a property");
	has("parts/content.xml", "Réponse de quelqu’un 👩‍🏫",
	    "what XML cannot hold is left out");
}

static void
test_office(void)
{
	ok(does("soffice -env:UserInstallation=file://$PWD/home --headless "
	    "--convert-to pdf a.odt && head -c 5 a.pdf | grep -q %PDF-"),
	    "LibreOffice opens it and prints it");
	ok(does("soffice -env:UserInstallation=file://$PWD/home --headless "
	    "--convert-to 'txt:Text (encoded):UTF8' a.odt"), "and reads");
	has("a.txt", "Planifier l’essai « A & B »\n", "  the title");
	has("a.txt", "Deux  blancs,\tune tabulation\net une ligne.\n",
	    "  a paragraph");
	has("a.txt", "• premier\n", "  a list");
	has("a.txt", "Objectif\nRéponse de quelqu’un 👩‍🏫\n", "  an answer");
	has("a.txt", "Visiter <le poste> & relever\nles mots\n", "  a cell");
	ok(does("soffice -env:UserInstallation=file://$PWD/home --headless "
	    "--convert-to docx a.odt && unzip -p a.docx word/document.xml | "
	    "grep -q 'w:tblHeader'"), "and hands it on to Word, table heads "
	    "and all");
}

int
main(void)
{
	const char	*why;
	char		*bytes;
	size_t		 length = 0;

	mem = mem_new();
	if (mkdtemp(folder) == NULL)
		return 1;
	bytes = sample(&length);
	ok(bytes != NULL && file_write(mem, mem_format(mem, "%s/a.odt",
	    folder), bytes, length, &why) == 0, "a document");
	test_parts(bytes);
	test_office();
	if (tap_failed > 0)
		printf("# %s\n", made("said"));
	ok(system(mem_format(mem, "rm -rf %s", folder)) == 0, "all gone");
	mem_free(mem);
	return done();
}
