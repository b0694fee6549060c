/*
 * import_rows.c - items as rows of the stage_ tables.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/icu.h"
#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/canon.h"
#include "content/collection.h"
#include "content/edition.h"
#include "content/html.h"
#include "content/import_private.h"
#include "content/item.h"
#include "content/kind.h"
#include "content/name.h"
#include "web/messages.h"

/* What the rows of one item are made with; freed with the item. */
struct stage {
	struct db		*db;
	struct mem		*mem;
	const struct collection	*all;
	const struct item	*item;
	int			 number;
};

static void
number_field(struct stage *stage, long number)
{
	db_copy_field(stage->db, mem_format(stage->mem, "%ld", number));
}

static void
field(struct stage *stage, const char *value)
{
	db_copy_field(stage->db, value);
}

/* --- lists ------------------------------------------------------------ */

static void
put_collections(struct stage *stage)
{
	int	i, j;

	for (i = 0; i < stage->all->name_count; i++) {
		for (j = 0; j < i; j++)
			if (strcmp(stage->all->names[i],
			    stage->all->names[j]) == 0)
				break;
		if (j < i)
			continue;
		field(stage, stage->all->names[i]);
		db_copy_line(stage->db);
	}
}

static void
put_languages(struct stage *stage)
{
	const struct language	*language;
	int			 i;

	for (i = 0; i < messages_languages(stage->all->messages); i++) {
		language = messages_language(stage->all->messages, i);
		field(stage, language->tag);
		number_field(stage, i);
		field(stage, language->search);
		field(stage, language->dir);
		db_copy_line(stage->db);
	}
}

static void
put_kinds(struct stage *stage)
{
	int	kind;

	for (kind = 0; kind < KIND__MAX; kind++) {
		field(stage, kind_name(kind));
		number_field(stage, kind);
		field(stage, kind_group(kind));
		db_copy_line(stage->db);
	}
}

/* --- item.xml --------------------------------------------------------- */

static void
put_item(struct stage *stage)
{
	const struct item	*item = stage->item;
	struct xml		*minutes, *withdrawn;
	const char		*successor = NULL;

	minutes = xml_child(item->root, "minutes");
	withdrawn = xml_child(item->root, "withdrawn");
	if (withdrawn != NULL) {
		successor = xml_attr(withdrawn, "successor");
		if (successor == NULL)
			successor = "";
	}
	number_field(stage, stage->number);
	field(stage, kind_name(item->kind));
	field(stage, item->slug);
	field(stage, item->collection);
	field(stage, item_source(item)->lang);
	field(stage, xml_attr(item->root, "order"));
	field(stage, xml_attr(item->root, "area"));
	field(stage, minutes != NULL ? xml_text(minutes, stage->mem) : NULL);
	field(stage, successor);
	db_copy_line(stage->db);
}

/* Children of one name: their number and their only attribute. */
static void
put_values(struct stage *stage, const char *element)
{
	struct xml	*node;

	for (node = xml_first(stage->item->root); node != NULL;
	    node = xml_next(node))
		if (strcmp(node->name, element) == 0) {
			number_field(stage, stage->number);
			field(stage, node->attr->value);
			db_copy_line(stage->db);
		}
}

static void
put_aliases(struct stage *stage)
{
	put_values(stage, "was");
}

static void
put_areas(struct stage *stage)
{
	put_values(stage, "also");
}

static void
put_links(struct stage *stage)
{
	const char	*kind, *slug;
	struct xml	*node;

	for (node = xml_first(stage->item->root); node != NULL;
	    node = xml_next(node)) {
		if (strcmp(node->name, "link") != 0 || name_cut(stage->mem,
		    node->attr->value, &kind, &slug) == -1)
			continue;
		number_field(stage, stage->number);
		field(stage, kind);
		field(stage, slug);
		db_copy_line(stage->db);
	}
}

static int
is_fact(const char *name)
{
	return strcmp(name, "process") == 0 || strcmp(name, "country") == 0 ||
	    strcmp(name, "organisation") == 0 || strcmp(name, "source") == 0;
}

static void
put_facts(struct stage *stage)
{
	struct xml	*node;
	int		 position = 0;

	for (node = xml_first(stage->item->root); node != NULL;
	    node = xml_next(node)) {
		if (is_fact(node->name) == 0)
			continue;
		number_field(stage, stage->number);
		number_field(stage, position++);
		field(stage, node->name);
		field(stage, strcmp(node->name, "source") == 0 ?
		    xml_text(node, stage->mem) : node->attr->value);
		field(stage, xml_attr(node, "href"));
		field(stage, xml_attr(node, "year"));
		field(stage, xml_attr(node, "checked"));
		db_copy_line(stage->db);
	}
}

/* --- texts ------------------------------------------------------------ */

static void
put_segment(struct stage *stage, const struct edition *edition, int position)
{
	const struct segment	*segment = edition->segments[position].shown;
	struct buf		*body;

	body = buf_new(stage->mem, 512);
	html_inline(body, segment->node, edition->lang);
	number_field(stage, stage->number);
	field(stage, edition->lang);
	field(stage, segment->name);
	number_field(stage, position);
	field(stage, segment->node->name);
	field(stage, body->data);
	field(stage, segment->hash);
	field(stage, edition->segments[position].state == STATE_SOURCE ?
	    NULL : segment->of);
	field(stage, segment->reviewed ? "t" : "f");
	field(stage, segment->by);
	field(stage, segment->on);
	db_copy_line(stage->db);
}

static void
put_segments(struct stage *stage, const struct edition *edition)
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

static void
put_text(struct stage *stage, const struct edition *edition)
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
	number_field(stage, stage->number);
	field(stage, edition->lang);
	field(stage, name);
	field(stage, lang_of(edition, title));
	field(stage, abstract);
	field(stage, lang_of(edition, summary));
	field(stage, edition_state(edition));
	number_field(stage, edition->states[STATE_STALE]);
	number_field(stage, edition->states[STATE_MISSING]);
	field(stage, edition->by);
	field(stage, edition->on);
	number_field(stage, edition_words(edition, stage->mem));
	field(stage, icu_sort_key(edition->lang, stage->mem, name));
	field(stage, icu_initial(edition->lang, stage->mem, name));
	field(stage, edition_is_own(title) ? name : "");
	field(stage, edition_is_own(summary) ? abstract : "");
	field(stage, edition_plain(edition, stage->mem));
	db_copy_line(stage->db);
}

static void
put_sections(struct stage *stage, const struct edition *edition)
{
	struct html_section	*section;
	int			 position = 0;

	for (section = html_sections(stage->mem, edition); section != NULL;
	    section = section->next) {
		number_field(stage, stage->number);
		field(stage, edition->lang);
		number_field(stage, position++);
		field(stage, section->role);
		field(stage, section->anchor);
		field(stage, section->heading);
		field(stage, section->heading_lang);
		field(stage, section->body);
		field(stage, section->figure);
		db_copy_line(stage->db);
	}
}

static void
put_file(struct stage *stage, const char *name, const struct buf *body)
{
	number_field(stage, stage->number);
	field(stage, name);
	field(stage, body->data);
	db_copy_line(stage->db);
}

static void
put_files(struct stage *stage)
{
	const struct item	*item = stage->item;
	struct buf		*body;
	int			 i;

	body = buf_new(stage->mem, 8192);
	canon_item(body, item);
	put_file(stage, "item", body);
	for (i = 0; i < messages_languages(stage->all->messages); i++) {
		if (item->texts[i] == NULL)
			continue;
		buf_clear(body);
		canon_text(body, item, i);
		put_file(stage, item->texts[i]->lang, body);
	}
}

/* --- all -------------------------------------------------------------- */

/* One table: rows made once, once an item, or once an item and language. */
struct table {
	enum query	 copy;
	void		 (*put_once)(struct stage *);
	void		 (*put_item)(struct stage *);
	void		 (*put_edition)(struct stage *,
			    const struct edition *);
};

static const struct table	tables[] = {
	{ Q_IMPORT_COPY_COLLECTION, put_collections, NULL, NULL },
	{ Q_IMPORT_COPY_LANGUAGE, put_languages, NULL, NULL },
	{ Q_IMPORT_COPY_KIND, put_kinds, NULL, NULL },
	{ Q_IMPORT_COPY_ITEM, NULL, put_item, NULL },
	{ Q_IMPORT_COPY_ALIAS, NULL, put_aliases, NULL },
	{ Q_IMPORT_COPY_AREA, NULL, put_areas, NULL },
	{ Q_IMPORT_COPY_LINK, NULL, put_links, NULL },
	{ Q_IMPORT_COPY_FACT, NULL, put_facts, NULL },
	{ Q_IMPORT_COPY_FILE, NULL, put_files, NULL },
	{ Q_IMPORT_COPY_SEGMENT, NULL, NULL, put_segments },
	{ Q_IMPORT_COPY_TEXT, NULL, NULL, put_text },
	{ Q_IMPORT_COPY_SECTION, NULL, NULL, put_sections }
};

static void
put_rows(struct stage *stage, const struct table *table)
{
	const struct messages	*messages = stage->all->messages;
	int			 i;

	if (table->put_item != NULL)
		table->put_item(stage);
	for (i = 0; i < messages_languages(messages); i++)
		if (table->put_edition != NULL)
			table->put_edition(stage, edition_new(stage->mem,
			    messages, stage->item, i));
	mem_reset(stage->mem);
}

static int
fill(struct stage *stage, const struct table *table)
{
	if (db_copy_start(stage->db, table->copy) != DB_OK)
		return -1;
	if (table->put_once != NULL)
		table->put_once(stage);
	for (stage->number = 0; stage->number < stage->all->count;
	    stage->number++) {
		stage->item = stage->all->items[stage->number];
		put_rows(stage, table);
	}
	return db_copy_end(stage->db) == DB_OK ? 0 : -1;
}

int
import_rows(struct db *db, struct collection *all)
{
	struct stage	stage = { .db = db, .all = all };
	size_t		i;
	int		status = 0;

	stage.mem = mem_new();
	for (i = 0; status == 0 && i < sizeof(tables) / sizeof(*tables); i++)
		status = fill(&stage, &tables[i]);
	mem_free(stage.mem);
	return status;
}
