/*
 * item.c - GET /{lang}/{kind}/{slug}: one item of any kind.
 *
 * A kind that needs more than templates/item.xml has templates/<kind>.xml.
 */
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/campaign.h"
#include "page/frame.h"
#include "page/item.h"
#include "page/page.h"
#include "web/app.h"
#include "web/req.h"
#include "web/tal.h"
#include "web/view.h"

/* Where a kind stands in the navigation, and the list it belongs to. */
static const struct place {
	const char	*kind;
	const char	*section;
	const char	*word;		/* of the list, NULL: no way up */
} places[] = {
	{ "area",		"model",	"model" },
	{ "factor",		"model",	"model" },
	{ "recommendation",	"model",	"model" },
	{ "module",		"module",	"training" },
	{ "term",		"term",		"glossary" },
	{ "page",		NULL,		NULL },
	{ NULL,			"resource",	"resources" }
};

static const struct place *
find_place(const char *kind)
{
	const struct place	*place;

	for (place = places; place->kind != NULL; place++)
		if (strcmp(place->kind, kind) == 0)
			break;
	return place;
}

void
item_view(struct req *req, const struct rows *item)
{
	const char	*on = rows_get(item, 0, "reviewed_on");

	view_row(req->view, item, 0);
	view_json(req->view, "is", mem_format(req->mem,
	    "{\"source\":false,\"machine\":false,\"reviewed\":false,"
	    "\"stale\":false,\"partial\":false,\"missing\":false,"
	    "\"%s\":true}", rows_get(item, 0, "state")));
	view_text(req->view, "reviewed_date",
	    on == NULL ? NULL : icu_date(req->tag, req->mem, on));
}

void
item_steps(struct req *req, const struct rows *steps)
{
	int	i;

	view_list(req->view, "steps", steps);
	view_record(req->view, "totals", steps, 0);
	for (i = 0; i < rows_count(steps); i++)
		if (strcmp(rows_get(steps, i, "current"), "t") == 0)
			view_record(req->view, "step", steps, i);
}

typedef const char	*translate_fn(struct req *, const char *code);

static const char *
country_name(struct req *req, const char *code)
{
	return icu_country(req->tag, req->mem, code);
}

static const char *
process_name(struct req *req, const char *code)
{
	return req_word_or(req, mem_format(req->mem, "process.%s", code),
	    code);
}

static const char *
same_name(struct req *req, const char *name)
{
	(void)req;
	return name;
}

/* A list of codes as a list of names. */
static void
view_names(struct req *req, const char *name, const char *codes,
    translate_fn *translate)
{
	struct buf	*list = buf_new(req->mem, 128);
	struct json	*json, *code;

	json = json_parse(req->mem, codes);
	buf_char(list, '[');
	for (code = json->child; code != NULL; code = code->next) {
		if (code != json->child)
			buf_char(list, ',');
		json_quote(list, translate(req, code->text));
	}
	buf_char(list, ']');
	view_json(req->view, name, list->data);
}

/* Sources, with dates as people write them. */
static void
view_sources(struct req *req, const char *sources)
{
	struct buf	*list = buf_new(req->mem, 512);
	struct json	*json, *source, *field;

	json = json_parse(req->mem, sources);
	buf_char(list, '[');
	for (source = json->child; source != NULL; source = source->next) {
		buf_text(list, source == json->child ? "{" : ",{");
		for (field = source->child; field != NULL;
		    field = field->next) {
			if (field != source->child)
				buf_char(list, ',');
			json_quote(list, field->name);
			buf_char(list, ':');
			if (strcmp(field->name, "checked") == 0 &&
			    field->text != NULL)
				json_quote(list, icu_date(req->tag, req->mem,
				    field->text));
			else
				json_quote(list, field->text);
		}
		buf_char(list, '}');
	}
	buf_char(list, ']');
	view_json(req->view, "sources", list->data);
}

static void
view_facts(struct req *req, const struct rows *facts)
{
	view_names(req, "countries", rows_get(facts, 0, "countries"),
	    country_name);
	view_names(req, "processes", rows_get(facts, 0, "processes"),
	    process_name);
	view_names(req, "organisations", rows_get(facts, 0, "organisations"),
	    same_name);
	view_sources(req, rows_get(facts, 0, "sources"));
}

/* What the kind alone decides. */
static void
view_place(struct req *req, const struct place *place, const char *kind,
    const char *slug)
{
	int	charted;

	charted = place->word != NULL && strcmp(kind, "area") != 0 &&
	    strcmp(kind, "term") != 0;
	view_true(req->view, "charted", charted);
	view_true(req->view, "labelled", place->word != NULL);
	view_true(req->view, "hosted", strcmp(kind, "page") == 0 &&
	    (strcmp(slug, "legal") == 0 || strcmp(slug, "privacy") == 0 ||
	    strcmp(slug, "accessibility") == 0));
	view_json(req->view, "crumb", place->word == NULL ? "null" :
	    mem_format(req->mem, "{\"href\":\"/%s/%s\",\"word\":\"%s\"}",
	    req->tag, place->section, place->word));
}

const char *
item_renamed(struct req *req, const char *kind, const char *slug,
    int *status)
{
	struct rows	*alias;

	alias = req_ask(req, Q_ITEM_ALIAS, DB_ARGS(kind, slug));
	if ((*status = req_run(req)) != 0)
		return NULL;
	*status = 404;
	return rows_count(alias) > 0 ? rows_get(alias, 0, "slug") : NULL;
}

/* An old name leads to the new one; anything else is not there. */
static int
moved(struct req *req, const char *kind, const char *slug)
{
	const char	*name;
	int		 status;

	name = item_renamed(req, kind, slug, &status);
	return name == NULL ? status : req_redirect(req, 301,
	    mem_format(req->mem, "/%s/%s/%s", req->tag, kind, name));
}

static int
withdrawn(struct req *req, const struct rows *item)
{
	view_row(req->view, item, 0);
	req->status = 410;
	return frame_page(req, "withdrawn", &(struct frame){
	    .title = rows_get(item, 0, "title") });
}

int
item_absent(struct req *req, const struct rows *item, const char *kind,
    const char *slug)
{
	if (rows_count(item) == 0)
		return moved(req, kind, slug);
	if (rows_get(item, 0, "successor") != NULL)
		return withdrawn(req, item);
	return 0;
}

int
item_page(struct req *req, const struct rows *item, const char *template,
    const char *word)
{
	const char		*kind = rows_get(item, 0, "kind");
	const char		*slug = rows_get(item, 0, "slug");
	const char		*title = rows_get(item, 0, "title");
	const struct place	*place = find_place(kind);

	item_view(req, item);
	view_place(req, place, kind, slug);
	view_true(req->view, "asks_many", strcmp(kind, "tool") == 0 &&
	    campaign_may_ask(slug));
	return frame_page(req, template, &(struct frame){
	    .section = strcmp(slug, "team") == 0 ? "team" : place->section,
	    .title = word == NULL ? title :
		mem_format(req->mem, "%s – %s", word, title),
	    .summary = rows_get(item, 0, "summary"),
	    .area = rows_get(item, 0, "area") });
}

int
page_item(struct req *req)
{
	const char	*kind = req->arguments[0];
	const char	*slug = req->arguments[1];
	struct rows	*item, *sections, *links, *facts;
	struct rows	*steps = NULL, *size = NULL;
	int		 status;

	if (req_query(req, "with") != NULL)
		return item_with(req, kind, slug);
	if (strcmp(kind, "page") == 0 && strcmp(slug, "home") == 0)
		return req_redirect(req, 301,
		    mem_format(req->mem, "/%s/", req->tag));
	item = req_ask(req, Q_ITEM_PAGE, DB_ARGS(kind, slug, req->tag));
	sections = req_ask(req, Q_ITEM_SECTIONS,
	    DB_ARGS(kind, slug, req->tag, "page"));
	links = req_ask(req, Q_ITEM_LINKS, DB_ARGS(kind, slug, req->tag));
	facts = req_ask(req, Q_ITEM_FACTS, DB_ARGS(kind, slug));
	if (strcmp(kind, "module") == 0) {
		steps = req_ask(req, Q_ITEM_STEPS,
		    DB_ARGS(slug, req->tag, NULL));
		size = req_ask(req, Q_KIT_SIZE, DB_ARGS(slug, req->tag));
	}
	if ((status = req_run(req)) != 0 ||
	    (status = item_absent(req, item, kind, slug)) != 0)
		return status;
	if (rows_count(facts) == 0)
		return 404;
	view_list(req->view, "sections", sections);
	view_list(req->view, "links", links);
	view_facts(req, facts);
	if (steps != NULL) {
		item_steps(req, steps);
		view_row(req->view, size, 0);
	}
	return item_page(req, item,
	    tal_has(req->app->tal, kind) ? kind : "item", NULL);
}
