/*
 * warn_same.c - does a translation say the same: length, numbers, links,
 * names?
 */
#include <ctype.h>
#include <string.h>

#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "content/fault.h"
#include "content/item.h"
#include "content/warn_private.h"

enum {
	SHORT = 80,		/* characters; below, lengths may differ */
	DIFFERENCE = 60		/* per cent of the source's length */
};

static void
check_length(const struct warn_pair *pair, int i)
{
	const char	*text;
	long		 source = 0, here = 0;

	for (text = pair->source[i].plain; *text != '\0';
	    text += utf8_step(text))
		source++;
	for (text = pair->here[i].plain; *text != '\0';
	    text += utf8_step(text))
		here++;
	if (source >= SHORT && (here > source ? here - source :
	    source - here) * 100 > source * DIFFERENCE)
		faults_add(pair->faults, pair->text->path,
		    pair->here[i].segment->node->line,
		    "%s has %ld characters, its source %ld",
		    pair->here[i].segment->name, here, source);
}

/* --- numbers ---------------------------------------------------------- */

/* Bytes of what may stand inside a number at TEXT: a point, a comma, or a
 * blank before exactly three digits. */
static size_t
joint(const char *text)
{
	size_t	step = 0, digits;

	if (*text == '.' || *text == ',')
		return isdigit((unsigned char)text[1]) ? 1 : 0;
	if (*text == ' ')
		step = 1;
	else if (strncmp(text, "\u00a0", 2) == 0)
		step = 2;
	else if (strncmp(text, "\u202f", 3) == 0)
		step = 3;
	if (step == 0)
		return 0;
	digits = strspn(text + step, "0123456789");
	return digits == 3 ? step : 0;
}

/* The digits of each number in TEXT, a blank before and after each: 2,500
 * and 2 500 and 2.500 are the same. */
static char *
numbers(struct mem *mem, const char *text)
{
	struct buf	*out = buf_new(mem, 64);
	size_t		 step;

	buf_char(out, ' ');
	while (*text != '\0') {
		if (isdigit((unsigned char)*text) == 0) {
			text++;
			continue;
		}
		do {
			while (isdigit((unsigned char)*text))
				buf_char(out, *text++);
			step = joint(text);
			text += step;
		} while (step > 0);
		buf_char(out, ' ');
	}
	return out->data;
}

/* The first of NUMBERS that OTHERS has not, in MEM, or NULL. */
static const char *
only_in(struct mem *mem, const char *list, const char *others)
{
	const char	*one;
	size_t		 length;

	for (list++; *list != '\0'; list += length + 1) {
		length = strcspn(list, " ");
		one = mem_format(mem, " %.*s ", (int)length, list);
		if (strstr(others, one) == NULL)
			return mem_copy(mem, list, length);
	}
	return NULL;
}

static void
check_numbers(const struct warn_pair *pair, int i)
{
	const char	*source, *here, *one;

	source = numbers(pair->mem, pair->source[i].plain);
	here = numbers(pair->mem, pair->here[i].plain);
	if ((one = only_in(pair->mem, source, here)) != NULL)
		faults_add(pair->faults, pair->text->path,
		    pair->here[i].segment->node->line,
		    "the source’s number %s is not in %s", one,
		    pair->here[i].segment->name);
	else if ((one = only_in(pair->mem, here, source)) != NULL)
		faults_add(pair->faults, pair->text->path,
		    pair->here[i].segment->node->line,
		    "the number %s in %s is not in its source", one,
		    pair->here[i].segment->name);
}

/* --- links and names -------------------------------------------------- */

static int
has_link(const struct xml *node, const char *href)
{
	for (node = xml_first(node); node != NULL; node = xml_next(node))
		if ((strcmp(node->name, "a") == 0 &&
		    strcmp(xml_attr(node, "href"), href) == 0) ||
		    has_link(node, href))
			return 1;
	return 0;
}

/* Each link below NODE, in the source, should be in the translation. */
static void
check_links(const struct warn_pair *pair, const struct segment *here,
    const struct xml *node)
{
	for (node = xml_first(node); node != NULL; node = xml_next(node)) {
		if (strcmp(node->name, "a") == 0 &&
		    has_link(here->node, xml_attr(node, "href")) == 0)
			faults_add(pair->faults, pair->text->path,
			    here->node->line,
			    "the source’s link to %s is not in %s",
			    xml_attr(node, "href"), here->name);
		check_links(pair, here, node);
	}
}

static void
check_names(const struct warn_pair *pair, int i)
{
	const struct xml	*node;
	const char		*name;

	for (node = xml_first(pair->item->root); node != NULL;
	    node = xml_next(node)) {
		if (strcmp(node->name, "organisation") != 0)
			continue;
		name = xml_attr(node, "name");
		if (strstr(pair->source[i].plain, name) != NULL &&
		    strstr(pair->here[i].plain, name) == NULL)
			faults_add(pair->faults, pair->text->path,
			    pair->here[i].segment->node->line,
			    "the source’s name %s is not in %s", name,
			    pair->here[i].segment->name);
	}
}

void
warn_same(const struct warn_pair *pair)
{
	int	i;

	for (i = 0; i < pair->count; i++) {
		check_length(pair, i);
		check_numbers(pair, i);
		check_links(pair, pair->here[i].segment,
		    pair->source[i].segment->node);
		check_names(pair, i);
	}
}
