/*
 * segment.c - a translator's question: has the sentence changed?
 */
#include "content/segment.h"

#include "sample.h"
#include "tap.h"

static struct mem	*mem;

/* The hash of a paragraph with this content. */
static const char *
hash_of(const char *content)
{
	struct collection	*all;

	all = sample_read(mem, "factor", "<item lang=\"fr\" order=\"1\"/>",
	    mem_format(mem, "<text xml:lang=\"fr\"><title id=\"title\">T"
	    "</title><summary id=\"summary\">S</summary>"
	    "<section role=\"statement\"><p id=\"p\">%s</p></section>"
	    "<section role=\"meaning\"><p id=\"q\">M</p></section>"
	    "<section role=\"origin\"><p id=\"r\">O</p></section></text>",
	    content), NULL);
	if (all->count == 0) {
		faults_print(all->faults, "");
		return "";
	}
	return text_find(item_source(all->items[0]), "p")->hash;
}

static void
same(const char *one, const char *two, const char *sentence)
{
	is_text(hash_of(two), hash_of(one), sentence);
}

static void
differ(const char *one, const char *two, const char *sentence)
{
	ok(strcmp(hash_of(one), hash_of(two)) != 0, sentence);
}

static void
test_clean(void)
{
	is_text(segment_clean(mem, " \n a\t b  "), "a b",
	    "white space is collapsed, and none stands at the ends");
	is_text(segment_clean(mem, "a\u00a0 b"), "a\u00a0 b",
	    "a no-break space is a character like others");
	is_text(segment_clean(mem, "e\u0301"), "\u00e9",
	    "characters are composed");
}

int
main(void)
{
	mem = mem_new();
	ok(segment_is("li") && segment_is("hint") && !segment_is("ul") &&
	    !segment_is("em"), "segments are known by their element");
	test_clean();
	is_int((long)strlen(hash_of("a")), 8, "a hash has eight digits");
	is_text(hash_of("abc"), "ba7816bf",
	    "it is the beginning of a SHA-256 anybody can compute");
	is_text(hash_of("a &lt; <em>b</em>"),
	    hash_of("a <![CDATA[<]]> <em>b</em>"),
	    "how a character was written does not count");
	same("one two <em>three</em>.", "\n  one\n  two <em> three</em>.\n",
	    "line breaks and blanks do not count");
	same("\u00e9t\u00e9", "e\u0301te\u0301",
	    "decomposed letters do not count");
	same("<a href=\"https://a.example/\">x</a>",
	    "<a  href = 'https://a.example/' >x</a>",
	    "how a tag was written does not count");
	same("a<!-- b --> c", "a c", "comments do not count");
	differ("one two", "one Two", "a letter counts");
	differ("one <em>two</em>", "one <strong>two</strong>",
	    "markup counts");
	differ("<ref to=\"tool/wt1\">x</ref>", "<ref to=\"tool/wt2\">x</ref>",
	    "the target of a link counts");
	differ("one two", "one\u00a0two", "a no-break space counts");
	mem_free(mem);
	return done();
}
