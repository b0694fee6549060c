/*
 * import_field.c - the fields of a tool as rows of stage_field.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/xml.h"
#include "base/buf.h"
#include "content/import_private.h"
#include "content/item.h"

/* Where a field stands. */
struct field_place {
	int		*position;
	const char	*parent;	/* name of its table, or NULL */
	const char	*heading;	/* segment of its group's name */
};

/* The name of the segment that is FIELD's child, or NULL. */
static const char *
segment_of(const struct xml *field, const char *element)
{
	const struct xml	*child = xml_child(field, element);

	return child != NULL ? xml_attr(child, "id") : NULL;
}

/* Its options as a text[]; names of segments need no quotes. */
static const char *
options_of(struct stage *stage, const struct xml *field)
{
	struct buf		*list = buf_new(stage->mem, 100);
	const struct xml	*option;

	for (option = xml_child(field, "option"); option != NULL &&
	    strcmp(option->name, "option") == 0; option = xml_next(option))
		buf_format(list, "%c%s", list->length == 0 ? '{' : ',',
		    xml_attr(option, "id"));
	buf_text(list, list->length == 0 ? "{}" : "}");
	return list->data;
}

static void
put_field(struct stage *stage, const struct xml *field,
    const struct field_place *place)
{
	import_number(stage, stage->number);
	import_number(stage, (*place->position)++);
	import_field(stage, xml_attr(field, "name"));
	import_field(stage, place->parent);
	import_field(stage, xml_attr(field, "type"));
	import_field(stage, xml_attr(field, "person") != NULL ? "t" : "f");
	import_field(stage, place->heading);
	import_field(stage, segment_of(field, "label"));
	import_field(stage, segment_of(field, "help"));
	import_field(stage, segment_of(field, "example"));
	import_field(stage, options_of(stage, field));
	db_copy_line(stage->db);
}

/* The fields among PARENT's children, each table with its columns. */
static void
put_children(struct stage *stage, const struct xml *parent,
    const struct field_place *place)
{
	const struct xml	*field;
	struct field_place	 inside = *place;

	for (field = xml_first(parent); field != NULL;
	    field = xml_next(field)) {
		if (strcmp(field->name, "field") != 0)
			continue;
		put_field(stage, field, place);
		inside.parent = xml_attr(field, "name");
		put_children(stage, field, &inside);
	}
}

void
import_fields(struct stage *stage)
{
	const struct xml	*section;
	struct field_place	 place = { .parent = NULL };
	int			 position = 0;

	place.position = &position;
	for (section = xml_first(item_source(stage->item)->root);
	    section != NULL; section = xml_next(section)) {
		place.heading = segment_of(section, "h2");
		if (place.heading != NULL)
			put_children(stage, section, &place);
	}
}
