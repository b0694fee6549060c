/*
 * segment.c - the smallest thing that is translated.
 */
#include <string.h>

#include "adapt/hash.h"
#include "adapt/icu.h"
#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/canon.h"
#include "content/segment.h"

enum {
	HASH_DIGITS = 8
};

static const char *const elements[] = {
	"title", "summary", "h2", "h3", "p", "li", "dt", "dd", "th", "td",
	"caption", "quote", "label", "help", "example", "question", "hint",
	"option", "feedback", "when", "what"
};

int
segment_is(const char *element)
{
	size_t	i;

	for (i = 0; i < sizeof(elements) / sizeof(*elements); i++)
		if (strcmp(elements[i], element) == 0)
			return 1;
	return 0;
}

static int
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* TEXT with every run of white space as one blank; none at the start when
 * a blank (or the segment's start) came before. */
static char *
collapse(struct mem *mem, const char *text, int after_blank)
{
	char	*out, *at;

	out = at = mem_get(mem, strlen(text) + 1);
	for (; *text != '\0'; text++) {
		if (is_space(*text) == 0)
			*at++ = *text;
		else if (after_blank == 0)
			*at++ = ' ';
		after_blank = is_space(*text);
	}
	*at = '\0';
	return icu_nfc(mem, out);
}

static void
cut_end(char *text)
{
	size_t	length;

	length = strlen(text);
	if (length > 0 && text[length - 1] == ' ')
		text[length - 1] = '\0';
}

char *
segment_clean(struct mem *mem, const char *text)
{
	char	*clean;

	clean = collapse(mem, text, 1);
	cut_end(clean);
	return clean;
}

struct cleaner {
	struct mem	*mem;
	char		*last;		/* newest text that is not empty */
	int		 blank;		/* it ends in one, or is not there */
};

static void
clean(struct cleaner *cleaner, struct xml *node)
{
	struct xml_attr	*attr;
	char		*text;

	for (; node != NULL; node = node->next) {
		if (node->name != NULL) {
			for (attr = node->attr; attr != NULL; attr = attr->next)
				attr->value = segment_clean(cleaner->mem,
				    attr->value);
			clean(cleaner, node->child);
			continue;
		}
		text = collapse(cleaner->mem, node->text, cleaner->blank);
		node->text = text;
		if (*text == '\0')
			continue;
		cleaner->last = text;
		cleaner->blank = text[strlen(text) - 1] == ' ';
	}
}

void
segment_read(struct mem *mem, struct segment *segment, struct xml *element)
{
	struct cleaner	 cleaner = { .mem = mem, .blank = 1 };
	struct buf	*canon;
	const char	*state;

	clean(&cleaner, element->child);
	if (cleaner.last != NULL)
		cut_end(cleaner.last);
	canon = buf_new(mem, 256);
	canon_inline(canon, element);

	segment->node = element;
	segment->name = xml_attr(element, "id");
	if (segment->name == NULL)
		segment->name = "";
	segment->hash = hash_hex(mem, canon->data, canon->length,
	    HASH_DIGITS);
	segment->of = xml_attr(element, "of");
	segment->by = xml_attr(element, "by");
	segment->on = xml_attr(element, "on");
	state = xml_attr(element, "state");
	segment->reviewed = state != NULL && strcmp(state, "reviewed") == 0;
}

static int
has_words(const struct xml *node)
{
	for (; node != NULL; node = node->next)
		if (node->name == NULL ? *node->text != '\0' :
		    has_words(node->child))
			return 1;
	return 0;
}

int
segment_is_empty(const struct segment *segment)
{
	return has_words(segment->node->child) == 0;
}
