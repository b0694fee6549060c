/*
 * xml.c - a careful reader of files that strangers may have written.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"

#include "tap.h"

static struct mem	*mem;
static struct xml_error	 error;
static char		 folder[] = "/tmp/profint-xml-XXXXXX";

static const char *
write_file(const char *name, const char *bytes, size_t length)
{
	char	*path;
	FILE	*file;

	path = mem_format(mem, "%s/%s", folder, name);
	file = fopen(path, "w");
	if (file == NULL || fwrite(bytes, 1, length, file) != length) {
		perror(path);
		exit(1);
	}
	fclose(file);
	return path;
}

static struct xml *
read_text(const char *text, struct xml_schema *schema)
{
	struct xml	*root;
	const char	*path;

	path = write_file("sample.xml", text, strlen(text));
	root = xml_read(mem, path, schema, &error);
	unlink(path);
	return root;
}

static void
refused(const char *text, int line, const char *why, const char *sentence)
{
	struct xml	*root;

	root = read_text(text, NULL);
	if (ok(root == NULL && error.line == line && strstr(error.text, why),
	    sentence) == 0)
		printf("# %d: %s\n", error.line, error.text);
}

static void
test_tree(void)
{
	struct xml	*root, *p;

	root = read_text("\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- x -->\n"
	    "<a xmlns:tal='urn:x' tal:b='1' c='&lt;&#233;'>\n"
	    "one<!-- --> <![CDATA[<two>]]>\n<p>t<em>h</em>ree</p>\n<q/></a>",
	    NULL);
	ok(root != NULL, "a plain file is read");
	if (root == NULL)
		return;
	is_text(root->name, "a", "the root is the root");
	is_int(root->line, 3, "lines are counted from the file's first");
	is_text(xml_attr(root, "tal:b"), "1", "attributes keep their prefix");
	is_text(xml_attr(root, "c"), "<\u00e9", "references are resolved");
	ok(xml_attr(root, "xmlns:tal") == NULL,
	    "namespace declarations are no attributes");
	is_text(root->child->text, "\none <two>\n",
	    "comments and CDATA leave no seam in text");
	p = xml_child(root, "p");
	is_int(p->line, 5, "a later line is right");
	is_text(xml_text(p, mem), "three", "text is joined over elements");
	is_text(xml_next(p)->name, "q", "the next element skips text");
	ok(xml_next(p)->child == NULL, "an empty element is empty");
	ok(xml_first(root) == p && p->parent == root, "up and down agree");
}

static void
test_refused(void)
{
	refused("<?xml version='1.0'?>\n<!DOCTYPE a>\n<a/>", 2, "DOCTYPE",
	    "a DOCTYPE is refused");
	refused("<!-- <a> -->\n<!DOCTYPE a [<!ENTITY b 'c'>]>\n<a>&b;</a>", 2,
	    "DOCTYPE", "entities are refused with their DOCTYPE");
	refused("<a>\n&nbsp;</a>", 2, "nbsp", "an unknown entity is refused");
	refused("<?xml-stylesheet href='a'?><a/>", 1, "processing",
	    "a processing instruction before the root is refused");
	refused("<a>\n<?php a ?></a>", 2, "processing",
	    "a processing instruction inside is refused");
	refused("<a/>\n<?b?>", 2, "processing",
	    "a processing instruction after the root is refused");
	refused("<a>\n<b></a>", 2, "mismatch", "unbalanced tags are refused");
	refused("<a/><b/>", 1, "Extra content", "two roots are refused");
	refused("<a><b:c/></a>", 1, "prefix", "an unknown prefix is refused");
	refused("<a>\n\n\xff</a>", 3, "UTF-8", "bad UTF-8 is refused");
	refused("<a>\n\x01</a>", 2, "control", "a control byte is refused");
	refused("<a b='&#133;'/>", 1, "control",
	    "a control character as a reference is refused");
	refused("<a>&#133;</a>", 1, "control",
	    "a control character in text is refused");
	refused("<a b='1' b='2'/>", 1, "redefined",
	    "an attribute given twice is refused");
	refused("", 0, "", "an empty file is refused");
	refused("<!-- ", 1, "", "an open comment is refused");
	ok(xml_read(mem, "/dev/null", NULL, &error) == NULL,
	    "what is no regular file is refused");
	ok(xml_read(mem, "/tmp/profint-no-such-file", NULL, &error) == NULL &&
	    strstr(error.text, "cannot be opened"),
	    "a file that is not there is refused");
}

static const char *
repeated(const char *open, int times, const char *middle, const char *close)
{
	struct buf	*out;
	int		 i;

	out = buf_new(mem, 1024);
	for (i = 0; i < times; i++)
		buf_text(out, open);
	buf_text(out, middle);
	for (i = 0; i < times; i++)
		buf_text(out, close);
	return out->data;
}

static void
test_limits(void)
{
	ok(read_text(repeated("<a>", 64, "x", "</a>"), NULL) != NULL,
	    "64 levels are read");
	refused(repeated("<a>", 65, "x", "</a>"), 1, "levels",
	    "65 levels are refused");
	refused(repeated("<a>", 10000, "x", "</a>"), 1, "",
	    "10,000 levels are refused");
	refused(mem_format(mem, "<a>%s</a>", repeated("<b/>\n", 120000, "",
	    "")), 100000, "elements", "more than 100,000 elements are refused");
	refused(mem_format(mem, "<a>\n<b%s/></a>", repeated(" c='='", 65, "",
	    "")), 2, "attributes", "65 attributes are refused");
	ok(read_text(mem_format(mem, "<a><!-- %s --><b c='%s'/></a>",
	    repeated("=", 65, "", ""), repeated("=", 65, "", "")), NULL) !=
	    NULL, "a sign that makes no attribute is none");
	refused(repeated("          ", 220000, "<a/>", ""), 0, "larger than",
	    "more than 2 MiB are refused");
	ok(read_text(mem_format(mem, "<a>%s</a>", repeated("b<!---->",
	    40000, "", "")), NULL) != NULL,
	    "text cut by many comments stays cheap");
}

static void
test_schema(void)
{
	static const char	 grammar[] =
	    "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>"
	    "<start><element name='a'><oneOrMore><element name='p'><text/>"
	    "</element></oneOrMore></element></start></grammar>";
	struct xml_schema	*schema;
	const char		*path;

	path = write_file("a.rng", grammar, strlen(grammar));
	schema = xml_schema(path, &error);
	ok(schema != NULL, "a schema is read");
	if (schema == NULL)
		return;
	ok(read_text("<a><p>x</p></a>", schema) != NULL,
	    "a file that follows its schema is read");
	ok(read_text("<a>\n<p>x</p>\n<q>x</q></a>", schema) == NULL &&
	    error.line == 3 && error.text[0] != '\0',
	    "an element the schema does not know is refused at its line");
	ok(read_text(mem_format(mem, "<a>%s</a>", repeated("<p>x</p>", 1001,
	    "", "")), schema) == NULL && strstr(error.text, "1000"),
	    "more siblings than the validator can bear are refused");
	ok(read_text("<a/>", schema) == NULL, "a missing element is refused");
	unlink(path);
	path = write_file("b.rng", "<grammar/>", 10);
	ok(xml_schema(path, &error) == NULL && error.text[0] != '\0',
	    "a broken schema is refused with a sentence");
	unlink(path);
}

int
main(void)
{
	mem = mem_new();
	if (mkdtemp(folder) == NULL)
		return 1;
	test_tree();
	test_refused();
	test_limits();
	test_schema();
	rmdir(folder);
	mem_free(mem);
	return done();
}
