/*
 * tal_metal.c - macros and slots, expanded while compiling.
 *
 * A frame says which file is being compiled and what the page that used
 * the macro put into its slots.  A slot's filling is compiled in the frame
 * it was written in, but sees the names of the place where it ends up.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/mem.h"
#include "web/tal_private.h"

struct tal_filling {
	const char		*slot;
	const struct xml	*xml;
	int			 used;
	struct tal_filling	*next;
};

struct tal_frame {
	const struct tal_file	*file;
	const struct tal_frame	*outer;		/* that used the macro */
	struct tal_filling	*fillings;	/* written in outer's file */
	int			 depth;
};

void
tal_frame_home(struct tal_compile *c, const struct tal_file *file)
{
	struct tal_frame	*frame = mem_get(c->scratch, sizeof(*frame));

	frame->file = file;
	c->frame = frame;
}

const char *
tal_frame_path(const struct tal_compile *c)
{
	return c->frame->file->path;
}

/* --- macros ------------------------------------------------------------ */

static const struct xml *
find_macro(const struct xml *xml, const char *name)
{
	const struct xml	*child, *found;
	const char		*own;

	own = xml_attr(xml, "metal:define-macro");
	if (own != NULL && strcmp(own, name) == 0)
		return xml;
	for (child = xml_first(xml); child != NULL; child = xml_next(child))
		if ((found = find_macro(child, name)) != NULL)
			return found;
	return NULL;
}

/* "part/card/small" is macro small of part/card.xml. */
static const struct xml *
named_macro(struct tal_compile *c, int line, const char *name,
    const struct tal_file **file)
{
	const char		*slash = strrchr(name, '/');
	const struct xml	*macro;

	if (slash == NULL)
		tal_die(c, line, "'%s' should be file/macro", name);
	*file = tal_file(c->tal, mem_copy(c->scratch, name,
	    (size_t)(slash - name)));
	if (*file == NULL)
		tal_die(c, line, "'%s': there is no such template", name);
	macro = find_macro((*file)->root, slash + 1);
	if (macro == NULL)
		tal_die(c, line, "'%s': there is no such macro", name);
	return macro;
}

/*
 * Collect what fills slots below an element.  What lies inside another
 * use of a macro belongs to that one.  What fills nothing would be lost.
 */
static int
collect(struct tal_compile *c, const struct xml *xml,
    struct tal_filling **fillings)
{
	struct tal_filling	*filling;
	const struct xml	*child;
	const char		*slot;
	int			 found = 0;

	slot = xml_attr(xml, "metal:fill-slot");
	if (slot != NULL) {
		filling = mem_get(c->scratch, sizeof(*filling));
		filling->slot = slot;
		filling->xml = xml;
		filling->next = *fillings;
		*fillings = filling;
		return 1;
	}
	if (xml_attr(xml, "metal:use-macro") != NULL)
		return 0;
	for (child = xml_first(xml); child != NULL; child = xml_next(child))
		found += collect(c, child, fillings);
	return found;
}

static struct tal_filling *
collect_all(struct tal_compile *c, const struct xml *xml)
{
	struct tal_filling	*fillings = NULL;
	const struct xml	*child;

	for (child = xml->child; child != NULL; child = child->next) {
		if (child->name == NULL ? tal_has_words(child->text) :
		    collect(c, child, &fillings) == 0)
			tal_die(c, child->line, "this is inside "
			    "metal:use-macro but fills no slot: it would be "
			    "lost");
	}
	return fillings;
}

void
tal_use_macro(struct tal_compile *c, const struct tal_element *el)
{
	const struct xml	*macro;
	struct tal_filling	*filling;
	struct tal_frame	 frame = { .outer = c->frame };
	int			 line = el->xml->line;

	macro = named_macro(c, line, el->use_macro, &frame.file);
	frame.depth = c->frame->depth + 1;
	if (frame.depth > TAL_DEPTH)
		tal_die(c, line, "'%s' uses itself", el->use_macro);
	frame.fillings = collect_all(c, el->xml);
	c->frame = &frame;
	c->placed = macro;
	tal_element(c, macro);
	c->frame = frame.outer;
	for (filling = frame.fillings; filling != NULL;
	    filling = filling->next)
		if (filling->used == 0)
			tal_die(c, filling->xml->line, "macro '%s' has no "
			    "slot '%s'", el->use_macro, filling->slot);
}

/* --- slots ------------------------------------------------------------- */

/* 1 when the element is a slot that was filled; the filling is compiled
 * then. */
int
tal_fill(struct tal_compile *c, const struct tal_element *el)
{
	const struct tal_frame	*frame = c->frame;
	struct tal_filling	*filling;

	if (el->fill_slot != NULL && c->placed != el->xml)
		tal_die(c, el->xml->line, "metal:fill-slot stands inside "
		    "metal:use-macro");
	if (el->define_slot == NULL)
		return 0;
	for (filling = frame->fillings; filling != NULL;
	    filling = filling->next)
		if (strcmp(filling->slot, el->define_slot) == 0)
			break;
	if (filling == NULL)
		return 0;
	filling->used = 1;
	c->frame = frame->outer;
	c->placed = filling->xml;
	tal_element(c, filling->xml);
	c->frame = frame;
	return 1;
}
