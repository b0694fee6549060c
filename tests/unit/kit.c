/*
 * kit.c - a page leaves the site: its links, drawings and anchors.
 */
#include "base/buf.h"
#include "base/mem.h"
#include "page/kit.h"

#include "tap.h"

#define ICONS	"<svg><symbol id=\"all\" viewBox=\"0 0 1 1\"><path d=\"M0\"/>" \
    "</symbol>\n<symbol id=\"allies\"><g/></symbol></svg>"

static struct mem	*mem;

static const char *
packed(const char *page)
{
	static const struct kit_place	places[] = {
		{ "/fr/tool/wt1", "06-wt1.html" }, { NULL, NULL }
	};
	struct buf			*in = buf_new(mem, 100);

	buf_text(in, page);
	return kit_pack(mem, in, places, "https://a.example", ICONS)->data;
}

static void
test_links(void)
{
	is_text(packed("<a href=\"/fr/tool/wt1\">x</a>"),
	    "<a href=\"06-wt1.html\">x</a>", "a page that travels along");
	is_text(packed("<a class=\"b\" href=\"/fr/tool/wt10\">x</a>"),
	    "<a class=\"b\" href=\"https://a.example/fr/tool/wt10\">x</a>",
	    "one that does not, however alike");
	is_text(packed("<a href=\"/fr/tool/wt1?with=sv\">x</a>"),
	    "<a href=\"https://a.example/fr/tool/wt1?with=sv\">x</a>",
	    "one with a query");
	is_text(packed("<a href=\"style/a.css\"><a href=\"#kit-1\"><a "
	    "href=\"https://b.example/\">"), "<a href=\"style/a.css\"><a "
	    "href=\"#kit-1\"><a href=\"https://b.example/\">",
	    "others stay as they are");
	is_text(packed("<p>a href=\"/fr/\" &lt;b id=\"c\"</p>"),
	    "<p>a href=\"/fr/\" &lt;b id=\"c\"</p>", "and so do words");
	is_text(packed("<p title=\"1 > 0\" href=\"/x\">y</p>"),
	    "<p title=\"1 > 0\" href=\"https://a.example/x\">y</p>",
	    "a sign in an attribute ends no tag");
	is_text(packed("<button hidden data-a=\"\" href=\"/x\">"),
	    "<button hidden data-a=\"\" href=\"https://a.example/x\">",
	    "an attribute without a value hides no other");
}

static void
test_ids(void)
{
	is_text(packed("<p id=\"run-1\" class=\"a\">x</p>"),
	    "<p class=\"a\">x</p>", "no anchors of paragraphs");
	is_text(packed("<p id=\"kit-1\">x</p>"), "<p id=\"kit-1\">x</p>",
	    "but the kit's own");
	is_text(packed("<details open id=\"a\"><summary id=\"b\">"),
	    "<details open><summary>", "wherever they stand");
}

static void
test_drawings(void)
{
	is_text(packed("<svg class=\"icon\"><use "
	    "href=\"/static/icons.1.svg#all\"/></svg>"),
	    "<svg class=\"icon\"><path d=\"M0\"/></svg>", "a drawing");
	is_text(packed("<svg><use href=\"/static/icons.1.svg#no\"/></svg>"),
	    "<svg></svg>", "or none");
}

/* Nothing that our renderer writes, but nothing to fall over either. */
static void
test_broken(void)
{
	static const char *const	pages[] = {
		"", "<", "<a", "<a ", "<a href", "<a href=", "<a href=\"",
		"<a href=\"/", "<use ", "<use href=\"#", "<use href=\"#all",
		"<a href='/x'>", "< <", "<a \"", "<a =\"\">", NULL
	};
	int				 i;

	for (i = 0; pages[i] != NULL; i++)
		ok(packed(pages[i]) != NULL, mem_format(mem, "%s", pages[i]));
}

int
main(void)
{
	mem = mem_new();
	test_links();
	test_ids();
	test_drawings();
	test_broken();
	mem_free(mem);
	return done();
}
