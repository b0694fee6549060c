/*
 * kit_zip.c - GET /{lang}/module/{slug}/kit.zip: everything for a session
 * in one archive that opens without a network.
 */
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "adapt/zip.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/item.h"
#include "page/kit.h"
#include "page/page.h"
#include "web/app.h"
#include "web/assets.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/settings.h"
#include "web/view.h"

/* The static files that travel along: where they come from, where they go. */
static const struct pair	files[] = {
	{ "style.css",	"style/style.css" },
	{ "paper.css",	"style/paper.css" },
	{ "kit.css",	"style/kit.css" },
	{ "script.js",	"style/script.js" },
	{ "screens.js",	"style/screens.js" },
	{ "icon.svg",	"style/icon.svg" },
	{ NULL,		NULL }
};

/* What all pages of the kit share while they are written. */
struct writing {
	const struct kit	*kit;
	struct archive		*archive;
	const char		*base;
	const char		*online;
	const char		*other;
	const char		*icons;
};

/* What kit/index lists. */
static const char *
contents(const struct kit *kit)
{
	const struct messages		*messages = kit->req->app->messages;
	const struct kit_document	*one;
	struct buf			*json = buf_new(kit->req->mem, 2000);

	for (one = kit->first; one != NULL; one = one->next) {
		buf_text(json, one == kit->first ? "[{" : ",{");
		buf_text(json, "\"file\":");
		json_quote(json, one->file);
		buf_text(json, ",\"title\":");
		json_quote(json, one->title);
		buf_text(json, ",\"title_lang\":");
		json_quote(json, strcmp(one->title_lang, kit->req->tag) == 0 ?
		    NULL : one->title_lang);
		buf_text(json, ",\"tag\":");
		json_quote(json, one->part->once || kit->other < 0 ? NULL :
		    messages_language(messages, one->language)->tag);
		buf_text(json, ",\"part\":");
		json_quote(json, one->part->name);
		buf_char(json, '}');
	}
	buf_char(json, ']');
	return json->data;
}

/* A page of its own: the request as if it had asked for it. */
static struct req
leaf(const struct writing *to, int language, const char *part, int both)
{
	struct req	page = *to->kit->req;

	page.view = view_new(page.mem);
	page.body = buf_new(page.mem, 32768);
	page.language = language;
	page.tag = messages_language(page.app->messages, language)->tag;
	both = both && to->kit->other >= 0;
	view_true(page.view, "boxed", 1);
	view_text(page.view, "part", part);
	view_true(page.view, "screens", strcmp(part, "screen") == 0);
	view_text(page.view, "online", to->online);
	view_text(page.view, "pairing", both ? "pairs" : "");
	view_json(page.view, "other", both ? to->other : "null");
	item_steps(&page, to->kit->steps);
	return page;
}

/* Render TEMPLATE and put it into the archive as FILE. */
static int
put_page(const struct writing *to, struct req *page, const char *file,
    const struct rows *item, const char *template, const char *word)
{
	struct buf	*packed;

	if (item_page(page, item, template,
	    word != NULL ? req_word(page, word) : NULL) != 200)
		return 500;
	packed = kit_pack(page->mem, page->body, to->kit->places, to->base,
	    to->icons);
	zip_put(to->archive, file, packed->data, packed->length, ZIP_PACKED);
	return 200;
}

static int
put_pages(const struct writing *to)
{
	const struct kit	*kit = to->kit;
	struct kit_document	*one;
	struct req		 page;
	int			 status;

	page = leaf(to, kit->req->language, "index", 1);
	view_json(page.view, "files", contents(kit));
	status = put_page(to, &page, "index.html", kit->item[0], "kit/index",
	    "kit.title");
	for (one = kit->first; one != NULL && status == 200;
	    one = one->next) {
		page = leaf(to, one->language, one->part->name,
		    one->part->once);
		view_list(page.view, "sections", one->sections);
		status = put_page(to, &page, one->file, one->item,
		    mem_format(page.mem, "kit/%s", one->part->name),
		    one->part->before);
	}
	return status;
}

static int
put_files(const struct writing *to)
{
	const struct req	*req = to->kit->req;
	const struct pair	*file;
	char			*bytes;
	size_t			 length;

	for (file = files; file->name != NULL; file++) {
		bytes = assets_read(req->app->assets, req->mem, file->name,
		    &length);
		if (bytes == NULL)
			return 500;
		zip_put(to->archive, file->value, bytes, length, ZIP_PACKED);
	}
	return 200;
}

/* "profint-reseaux-fr.zip" */
static const char *
file_name(const struct kit *kit)
{
	const struct req	*req = kit->req;
	const char		*title, *second = "";

	title = icu_slug(req->mem, rows_get(kit->item[0], 0, "title"), 48);
	if (kit->other >= 0)
		second = mem_format(req->mem, "-%s", messages_language(
		    req->app->messages, kit->other)->tag);
	return mem_format(req->mem, "profint-%s-%s%s.zip",
	    *title != '\0' ? title : kit->slug, req->tag, second);
}

static int
send_kit(struct req *req, struct kit *kit)
{
	struct writing	 to = { .kit = kit };
	size_t		 length;
	char		*bytes;

	to.base = settings_get(req->app->settings, "base", NULL);
	to.online = mem_format(req->mem, "%s/%s/module/%s/kit", to.base,
	    req->tag, kit->slug);
	to.other = kit_other(kit);
	to.archive = zip_new(req->mem);
	to.icons = assets_read(req->app->assets, req->mem, "icons.svg",
	    &length);
	if (to.icons == NULL || put_pages(&to) != 200 ||
	    put_files(&to) != 200 ||
	    (bytes = zip_bytes(to.archive, &length)) == NULL)
		return 500;
	req->type = "application/zip";
	req->file = file_name(kit);
	buf_clear(req->body);
	buf_add(req->body, bytes, length);
	return req->status;
}

int
page_kit_zip(struct req *req)
{
	const struct messages	*messages = req->app->messages;
	const char		*with = req_query(req, "with");
	struct kit		 kit;
	int			 other = -1, status;

	if (with != NULL) {
		other = messages_tag(messages, with);
		if (other < 0 || other == req->language)
			return req_redirect(req, 302, req->path);
	}
	status = kit_plan(&kit, req, req->arguments[0], other);
	return status != 0 ? status : send_kit(req, &kit);
}
