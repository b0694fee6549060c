/*
 * kit_plan.c - what is in a kit: which documents, in which languages, under
 * which names.
 */
#include <string.h>

#include "adapt/icu.h"
#include "base/mem.h"
#include "page/item.h"
#include "page/kit.h"
#include "web/app.h"
#include "web/messages.h"
#include "web/req.h"

#define NAME_BYTES	60	/* of a file's name */

/* The kinds of documents, in the kit's order. */
static const struct kit_part	parts[] = {
	{ "run",	"kit.lead",	NULL,		1 },
	{ "screen",	"kit.screen",	NULL,		1 },
	{ "handout",	"kit.handout",	NULL,		0 },
	{ "sheet",	"sheet.title",	NULL,		0 },
	{ "case",	NULL,		"meeting.title", 0 },
	{ "tool",	NULL,		"blank.title",	0 },
	{ NULL,		NULL,		NULL,		0 }
};

static const char *
tag_of(const struct kit *kit, int language)
{
	return messages_language(kit->req->app->messages, language)->tag;
}

static void
ask_module(struct kit *kit)
{
	struct req	*req = kit->req;
	const char	*tag = kit->other < 0 ? NULL : tag_of(kit, kit->other);

	kit->item[0] = req_ask(req, Q_ITEM_PAGE,
	    DB_ARGS("module", kit->slug, req->tag));
	kit->sections[0] = req_ask(req, Q_ITEM_KIT,
	    DB_ARGS(kit->slug, req->tag, tag));
	kit->steps = req_ask(req, Q_ITEM_STEPS,
	    DB_ARGS(kit->slug, req->tag, NULL));
	kit->linked = req_ask(req, Q_KIT_DOCUMENTS, DB_ARGS(kit->slug));
	if (tag == NULL)
		return;
	kit->item[1] = req_ask(req, Q_ITEM_PAGE,
	    DB_ARGS("module", kit->slug, tag));
	kit->sections[1] = req_ask(req, Q_ITEM_KIT,
	    DB_ARGS(kit->slug, tag, NULL));
}

static struct kit_document *
add(struct kit *kit, const struct kit_part *part, int language,
    const char *kind, const char *slug)
{
	struct kit_document	*one = mem_get(kit->req->mem, sizeof(*one));

	one->part = part;
	one->language = language;
	one->kind = kind;
	one->slug = slug;
	*kit->tail = one;
	kit->tail = &one->next;
	return one;
}

/* A document about the module itself. */
static void
add_own(struct kit *kit, const struct kit_part *part, int second)
{
	int		 language = second ? kit->other : kit->req->language;
	struct kit_document	*one = add(kit, part, language, "module", kit->slug);

	one->item = kit->item[second];
	one->sections = kit->sections[second];
	if (strcmp(part->name, "sheet") == 0)
		one->sections = req_ask(kit->req, Q_ITEM_SECTIONS,
		    DB_ARGS("module", kit->slug, tag_of(kit, language),
		    "sheet"));
}

/* The cases, or the tools, that the module hands out. */
static void
add_linked(struct kit *kit, const struct kit_part *part, int second)
{
	int			 language = second ? kit->other :
	    kit->req->language;
	const char		*tag = tag_of(kit, language), *slug;
	struct kit_document	*one;
	int			 i;

	for (i = 0; i < rows_count(kit->linked); i++) {
		if (strcmp(rows_get(kit->linked, i, "kind"), part->name) != 0)
			continue;
		slug = rows_get(kit->linked, i, "slug");
		one = add(kit, part, language, part->name, slug);
		one->item = req_ask(kit->req, Q_ITEM_PAGE,
		    DB_ARGS(part->name, slug, tag));
		one->sections = req_ask(kit->req, Q_ITEM_SECTIONS,
		    DB_ARGS(part->name, slug, tag,
		    strcmp(part->name, "tool") == 0 ? "fields" : "all"));
	}
}

static void
ask_documents(struct kit *kit)
{
	const struct kit_part	*part;
	int			 second;

	kit->tail = &kit->first;
	for (part = parts; part->name != NULL; part++)
		for (second = 0; second <= (kit->other >= 0 && !part->once);
		    second++)
			if (part->word != NULL)
				add_own(kit, part, second);
			else
				add_linked(kit, part, second);
}

/* The titles, and the names of the files; how many. */
static int
name_documents(struct kit *kit)
{
	const struct messages	*messages = kit->req->app->messages;
	struct mem		*mem = kit->req->mem;
	struct kit_document	*one;
	int			 count = 0;

	for (one = kit->first; one != NULL; one = one->next) {
		one->title = one->part->word != NULL ?
		    messages_word(messages, one->language, one->part->word) :
		    rows_get(one->item, 0, "title");
		one->title_lang = tag_of(kit, one->language);
		if (one->part->word == NULL &&
		    rows_get(one->item, 0, "title_lang") != NULL)
			one->title_lang = rows_get(one->item, 0,
			    "title_lang");
		one->file = mem_format(mem, "%02d-%s.html", ++count,
		    icu_slug(mem, one->title, NAME_BYTES));
	}
	return count;
}

/* What links know of COUNT documents: the items, not the module's own. */
static void
place_documents(struct kit *kit, int count)
{
	struct mem		*mem = kit->req->mem;
	struct kit_place	*place;
	struct kit_document	*one;

	place = mem_get(mem, ((size_t)count + 1) * sizeof(*place));
	kit->places = place;
	for (one = kit->first; one != NULL; one = one->next)
		if (one->part->word == NULL)
			*place++ = (struct kit_place){
			    .path = mem_format(mem, "/%s/%s/%s",
				tag_of(kit, one->language), one->kind,
				one->slug),
			    .file = one->file };
}

int
kit_plan(struct kit *kit, struct req *req, const char *slug, int other)
{
	struct kit_document	*one;
	int			 status;

	*kit = (struct kit){ .req = req, .slug = slug, .other = other };
	ask_module(kit);
	if ((status = req_run(req)) != 0 ||
	    (status = item_absent(req, kit->item[0], "module", slug)) != 0)
		return status;
	ask_documents(kit);
	if ((status = req_run(req)) != 0)
		return status;
	/* An import came between the two. */
	for (one = kit->first; one != NULL; one = one->next)
		if (rows_count(one->item) == 0)
			return 503;
	place_documents(kit, name_documents(kit));
	return 0;
}
