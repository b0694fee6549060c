/*
 * import_rows.c - items as rows of the stage_ tables.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/json.h"
#include "adapt/xml.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/canon.h"
#include "content/collection.h"
#include "content/edition.h"
#include "content/import_private.h"
#include "content/item.h"
#include "content/kind.h"
#include "content/name.h"
#include "web/messages.h"

void
import_number(struct stage *stage, long number)
{
	db_copy_field(stage->db, mem_format(stage->mem, "%ld", number));
}

void
import_field(struct stage *stage, const char *value)
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
		import_field(stage, stage->all->names[i]);
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
		import_field(stage, language->tag);
		import_number(stage, i);
		import_field(stage, language->search);
		import_field(stage, language->dir);
		db_copy_line(stage->db);
	}
}

/* What one item of the kind is called in each language, as JSON. */
static const char *
kind_names(const struct stage *stage, int kind)
{
	const struct messages	*messages = stage->all->messages;
	struct buf		*json = buf_new(stage->mem, 256);
	int			 message, i;

	message = messages_find(messages,
	    mem_format(stage->mem, "kind.%s", kind_name(kind)));
	for (i = 0; message != -1 && i < messages_languages(messages); i++) {
		buf_char(json, i == 0 ? '{' : ',');
		json_quote(json, messages_language(messages, i)->tag);
		buf_char(json, ':');
		json_quote(json, messages_text(messages, stage->mem, i,
		    message, NULL, 0));
	}
	buf_text(json, message == -1 ? "{}" : "}");
	return json->data;
}

static void
put_kinds(struct stage *stage)
{
	int	kind;

	for (kind = 0; kind < KIND__MAX; kind++) {
		import_field(stage, kind_name(kind));
		import_number(stage, kind);
		import_field(stage, kind_group(kind));
		import_field(stage, kind_names(stage, kind));
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
	import_number(stage, stage->number);
	import_field(stage, kind_name(item->kind));
	import_field(stage, item->slug);
	import_field(stage, item->collection);
	import_field(stage, item_source(item)->lang);
	import_field(stage, xml_attr(item->root, "order"));
	import_field(stage, xml_attr(item->root, "area"));
	import_field(stage, xml_attr(item->root, "code"));
	import_field(stage, minutes != NULL ? xml_text(minutes, stage->mem) : NULL);
	import_field(stage, successor);
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
			import_number(stage, stage->number);
			import_field(stage, node->attr->value);
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
		import_number(stage, stage->number);
		import_field(stage, kind);
		import_field(stage, slug);
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
		import_number(stage, stage->number);
		import_number(stage, position++);
		import_field(stage, node->name);
		import_field(stage, strcmp(node->name, "source") == 0 ?
		    xml_text(node, stage->mem) : node->attr->value);
		import_field(stage, xml_attr(node, "href"));
		import_field(stage, xml_attr(node, "year"));
		import_field(stage, xml_attr(node, "checked"));
		db_copy_line(stage->db);
	}
}

static void
put_steps(struct stage *stage)
{
	const struct xml	*node;
	int			 position = 0;

	for (node = xml_first(item_source(stage->item)->root); node != NULL;
	    node = xml_next(node)) {
		if (strcmp(node->name, "step") != 0)
			continue;
		import_number(stage, stage->number);
		import_number(stage, ++position);
		import_field(stage, xml_attr(node, "kind"));
		import_field(stage, xml_attr(node, "alone"));
		import_field(stage, xml_attr(node, "group"));
		db_copy_line(stage->db);
	}
}

/* The right options of self-checks. */
static void
put_rights(struct stage *stage)
{
	const struct xml	*section, *node;

	for (section = xml_first(item_source(stage->item)->root);
	    section != NULL; section = xml_next(section))
		for (node = xml_first(section); node != NULL;
		    node = xml_next(node)) {
			if (strcmp(node->name, "option") != 0 ||
			    xml_attr(node, "right") == NULL)
				continue;
			import_number(stage, stage->number);
			import_field(stage, xml_attr(node, "id"));
			db_copy_line(stage->db);
		}
}

/* --- files ------------------------------------------------------------ */

static void
put_file(struct stage *stage, const char *name, const struct buf *body)
{
	import_number(stage, stage->number);
	import_field(stage, name);
	import_field(stage, body->data);
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
	{ Q_IMPORT_COPY_STEP, NULL, put_steps, NULL },
	{ Q_IMPORT_COPY_RIGHT, NULL, put_rights, NULL },
	{ Q_IMPORT_COPY_FIELD, NULL, import_fields, NULL },
	{ Q_IMPORT_COPY_FILE, NULL, put_files, NULL },
	{ Q_IMPORT_COPY_SEGMENT, NULL, NULL, import_segments },
	{ Q_IMPORT_COPY_TEXT, NULL, NULL, import_text },
	{ Q_IMPORT_COPY_SECTION, NULL, NULL, import_sections }
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
