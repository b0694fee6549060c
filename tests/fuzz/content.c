/*
 * content.c - any bytes as the French text of an item.
 *
 * The input's first line is the item's kind, the rest its file.
 * What passes the checks must make well-formed, harmless HTML and come out
 * of its canonical form unchanged; what does not must be refused with a
 * sentence.
 */
#include <sys/stat.h>

#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "content/canon.h"
#include "content/check.h"
#include "content/collection.h"
#include "content/edition.h"
#include "content/fault.h"
#include "content/html.h"
#include "content/item.h"
#include "content/kind.h"
#include "web/messages.h"

#include "fuzz.h"

static const char		 item[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<item lang=\"fr\" order=\"1\"/>\n";

static struct mem		*forever;
static struct messages		*messages;
static struct schemas		*schemas;	/* reading them takes longest */
static const char		*folder;

static void
start(void)
{
	const char	*tmp = getenv("TMPDIR");
	char		*made;

	forever = mem_new();
	messages = messages_load("i18n");
	schemas = collection_new(forever, messages, "cgi/content",
	    NULL)->schemas;
	made = mem_format(forever, "%s/fuzz-XXXXXX",
	    tmp != NULL ? tmp : "/tmp");
	folder = mkdtemp(made);
	if (folder == NULL)
		abort();
}

static void
put(struct mem *mem, const char *path, const char *text, size_t length)
{
	const char	*why;

	if (file_write(mem, path, text, length, &why) == -1) {
		fprintf(stderr, "%s: %s\n", path, why);
		abort();
	}
}

/* The collection of one item, checked.  A folder for each kind: a
 * collection is read whole. */
static struct collection *
read_item(struct mem *mem, const char *kind, const char *text, size_t length)
{
	const char		*own = mem_format(mem, "%s/%s", folder, kind);
	const char		*kinds = mem_format(mem, "%s/%s", own, kind);
	const char		*path = mem_format(mem, "%s/sample", kinds);
	struct collection	*all;

	mkdir(own, 0700);
	mkdir(kinds, 0700);
	mkdir(path, 0700);
	put(mem, mem_format(mem, "%s/item.xml", path), item,
	    sizeof(item) - 1);
	put(mem, mem_format(mem, "%s/fr.xml", path), text, length);
	all = collection_new(mem, messages, "cgi/content", faults_new(mem));
	all->schemas = schemas;
	all->alone = all->unstamped = 1;
	collection_read(all, own, "sample", 1);
	check_all(all);
	return all;
}

/* HTML as it stands inside an element, read by libxml2; NULL: it is none. */
static struct xml *
read_back(struct mem *mem, const char *html)
{
	const char		*path = mem_format(mem, "%s/back.xml", folder);
	const char		*text;
	struct xml_error	 error;

	text = mem_format(mem, "<body>%s</body>", html);
	put(mem, path, text, strlen(text));
	return xml_read(mem, path, NULL, &error);
}

static void
check_tree(const struct xml *node)
{
	const struct xml_attr	*attr;

	for (; node != NULL; node = node->next) {
		if (node->name == NULL)
			continue;
		HOLDS(strcmp(node->name, "script") != 0 &&
		    strcmp(node->name, "style") != 0, "no script");
		for (attr = node->attr; attr != NULL; attr = attr->next) {
			HOLDS(strncmp(attr->name, "on", 2) != 0,
			    "no handler");
			HOLDS(strcmp(attr->name, "href") != 0 ||
			    strncmp(attr->value, "https://", 8) == 0 ||
			    strncmp(attr->value, "http://", 7) == 0 ||
			    strncmp(attr->value, "mailto:", 7) == 0 ||
			    (attr->value[0] == '/' && attr->value[1] != '/'),
			    "links lead where they may");
		}
		check_tree(node->child);
	}
}

static void
check_html(struct mem *mem, const struct item *sample)
{
	struct html_section	*section;
	struct xml		*body;

	section = html_sections(mem, edition_new(mem, messages, sample,
	    sample->language), NULL);
	for (; section != NULL; section = section->next) {
		body = read_back(mem, section->body);
		HOLDS(body != NULL, "HTML is well-formed");
		check_tree(body);
	}
}

static void
check_canonical(struct mem *mem, const char *kind, const struct item *sample)
{
	struct buf		*once = buf_new(mem, 4096);
	struct buf		*again = buf_new(mem, 4096);
	struct collection	*all;

	canon_text(once, sample, sample->language);
	all = read_item(mem, kind, once->data, once->length);
	HOLDS(all->count == 1 && all->faults->count == 0,
	    "the canonical form is accepted");
	canon_text(again, all->items[0], sample->language);
	HOLDS(strcmp(once->data, again->data) == 0, "and is its own");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem		*mem = mem_new();
	struct collection	*all;
	const uint8_t		*end = memchr(data, '\n', size);
	size_t			 length = end != NULL ?
				    (size_t)(end - data) : 0;
	const char		*kind = mem_copy(mem, data, length);

	if (forever == NULL)
		start();
	if (end == NULL || kind_find(kind) == -1) {
		mem_free(mem);
		return -1;
	}
	all = read_item(mem, kind, (const char *)end + 1, size - length - 1);
	if (all->count == 1 && all->faults->count == 0) {
		check_html(mem, all->items[0]);
		check_canonical(mem, kind, all->items[0]);
	} else
		HOLDS(all->faults->count > 0, "what is refused is told why");
	mem_free(mem);
	return 0;
}
