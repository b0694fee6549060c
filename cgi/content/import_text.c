/*
 * import_text.c - texts as rows of the stage_ tables.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/icu.h"
#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/edition.h"
#include "content/html.h"
#include "content/import_private.h"
#include "content/item.h"

static void
put_segment(struct stage *stage, const struct edition *edition, int position)
{
	const struct segment	*segment = edition->segments[position].shown;
	struct buf		*body;

	body = buf_new(stage->mem, 512);
	html_inline(body, segment->node, edition->lang);
	import_number(stage, stage->number);
	import_field(stage, edition->lang);
	import_field(stage, segment->name);
	import_number(stage, position);
	import_field(stage, segment->node->name);
	import_field(stage, body->data);
	import_field(stage, segment->hash);
	import_field(stage, edition->segments[position].state == STATE_SOURCE ?
	    NULL : segment->of);
	import_field(stage, segment->reviewed ? "t" : "f");
	import_field(stage, segment->by);
	import_field(stage, segment->on);
	import_field(stage, xml_text(segment->node, stage->mem));
	db_copy_line(stage->db);
}

void
import_segments(struct stage *stage, const struct edition *edition)
{
	int	i;

	for (i = 0; i < edition->count; i++)
		if (edition_is_own(&edition->segments[i]))
			put_segment(stage, edition, i);
}

static const char *
lang_of(const struct edition *edition, const struct edition_segment *segment)
{
	return edition_is_own(segment) ? edition->lang : edition->source_lang;
}

void
import_text(struct stage *stage, const struct edition *edition)
{
	const struct edition_segment	*title, *summary;
	const char			*name, *abstract = "";

	/* Every text begins with a title and, but terms, a summary. */
	title = summary = &edition->segments[0];
	if (edition->count > 1 && strcmp(
	    edition->segments[1].source->node->name, "summary") == 0) {
		summary = &edition->segments[1];
		abstract = xml_text(summary->shown->node, stage->mem);
	}
	name = xml_text(title->shown->node, stage->mem);
	import_number(stage, stage->number);
	import_field(stage, edition->lang);
	import_field(stage, name);
	import_field(stage, lang_of(edition, title));
	import_field(stage, abstract);
	import_field(stage, lang_of(edition, summary));
	import_field(stage, edition_state(edition));
	import_number(stage, edition->states[STATE_STALE]);
	import_number(stage, edition->states[STATE_MISSING]);
	import_field(stage, edition->by);
	import_field(stage, edition->on);
	import_number(stage, edition_words(edition, stage->mem));
	import_field(stage, icu_sort_key(edition->lang, stage->mem, name));
	import_field(stage, icu_initial(edition->lang, stage->mem, name));
	import_field(stage, edition_is_own(title) ? name : "");
	import_field(stage, edition_is_own(summary) ? abstract : "");
	import_field(stage, edition_plain(edition, stage->mem));
	db_copy_line(stage->db);
}

void
import_sections(struct stage *stage, const struct edition *edition)
{
	struct html_section	*section;
	int			 position = 0;

	for (section = html_sections(stage->mem, edition, stage->all);
	    section != NULL; section = section->next) {
		import_number(stage, stage->number);
		import_field(stage, edition->lang);
		import_number(stage, position++);
		import_field(stage, section->step);
		import_field(stage, section->role);
		import_field(stage, section->anchor);
		import_field(stage, section->heading);
		import_field(stage, section->heading_lang);
		import_field(stage, section->body);
		import_field(stage, section->figure);
		import_field(stage, section->answer);
		db_copy_line(stage->db);
	}
}
