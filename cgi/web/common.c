/*
 * common.c - the names every template knows.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/app.h"
#include "web/assets.h"
#include "web/common.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/settings.h"
#include "web/view.h"

/* Names in templates, and the static files whose path they are. */
static const struct pair	files[] = {
	{ "style", "style.css" },
	{ "paper_style", "paper.css" },
	{ "learn_style", "learn.css" },
	{ "worksheet_style", "worksheet.css" },
	{ "answer_style", "answer.css" },
	{ "group_style", "group.css" },
	{ "screen_style", "screen.css" },
	{ "script", "script.js" },
	{ "suggest_script", "suggest.js" },
	{ "merge_script", "merge.js" },
	{ "learn_script", "learn.js" },
	{ "worksheet_script", "worksheet.js" },
	{ "group_script", "group.js" },
	{ "icon", "icon.svg" },
	{ "icons", "icons.svg" },
	{ NULL, NULL }
};

void
common_check(const struct app *app)
{
	const struct pair	*file;

	for (file = files; file->name != NULL; file++)
		if (*assets_path(app->assets, file->value) == '\0')
			log_die("there is no static file %s", file->value);
}

const char *
common_path(const struct req *req)
{
	size_t	length = strlen(req->tag);

	/* What no route knows is not repeated: it may be anything. */
	if (req->route == NULL || strncmp(req->path + 1, req->tag, length) != 0
	    || req->path[1 + length] != '/')
		return "";
	return req->path + 1 + length + 1;
}

static const char *
base(const struct req *req)
{
	return settings_get(req->app->settings, "base", NULL);
}

static void
set_languages(struct req *req)
{
	const struct messages	*messages = req->app->messages;
	const struct language	*language;
	struct buf		*json = buf_new(req->mem, 1000);
	int			 i;

	for (i = 0; i < messages_languages(messages); i++) {
		language = messages_language(messages, i);
		json_member(json, i == 0 ? "[{" : ",{", "tag", language->tag);
		json_member(json, ",", "name", req->app->names[i]);
		json_member(json, ",", "dir", language->dir);
		json_member(json, ",", "href", mem_format(req->mem, "%s%s",
		    req_path_in(req, i), req->query_text));
		json_member(json, ",", "current", i == req->language ? "true" :
		    NULL);
		buf_char(json, '}');
	}
	buf_char(json, ']');
	view_json(req->view, "languages", json->data);
}

/* The home page's own negotiation is its x-default; other pages have the
 * first language's. */
static void
set_alternates(struct req *req)
{
	const struct messages	*messages = req->app->messages;
	struct buf		*json = buf_new(req->mem, 1000);
	int			 i;

	for (i = 0; i < messages_languages(messages); i++) {
		json_member(json, i == 0 ? "[{" : ",{", "hreflang",
		    messages_language(messages, i)->tag);
		json_member(json, ",", "href", mem_format(req->mem, "%s%s",
		    base(req), req_path_in(req, i)));
		buf_char(json, '}');
	}
	json_member(json, ",{", "hreflang", "x-default");
	json_member(json, ",", "href", mem_format(req->mem, "%s%s", base(req),
	    *common_path(req) == '\0' ? "/" : req_path_in(req, 0)));
	buf_text(json, "}]");
	view_json(req->view, "alternates", json->data);
}

/* An error has no address; a page with a query stands for the one without.
 */
static void
set_addresses(struct req *req)
{
	int	hidden;

	hidden = req->hidden || req->route == NULL || req->status != 200 ||
	    *req->query_text != '\0';
	view_true(req->view, "hidden", hidden);
	view_text(req->view, "canonical", NULL);
	view_text(req->view, "alternates", NULL);
	if (hidden)
		return;
	view_text(req->view, "canonical", mem_format(req->mem, "%s%s",
	    base(req), req_path_in(req, req->language)));
	set_alternates(req);
}

static void
set_host(struct req *req)
{
	const char *const	*keys = settings_keys();
	struct buf		*json = buf_new(req->mem, 1000);
	int			 i;

	for (i = 0; keys[i] != NULL; i++)
		json_member(json, i == 0 ? "{" : ",", keys[i], settings_get(
		    req->app->settings, keys[i], req->tag));
	buf_char(json, '}');
	view_json(req->view, "host", json->data);
}

void
common_names(struct req *req)
{
	const struct pair	*file;
	struct view		*view = req->view;

	view_text(view, "lang", req->tag);
	view_text(view, "dir", messages_language(req->app->messages,
	    req->language)->dir);
	view_text(view, "path", common_path(req));
	view_text(view, "query_string", req->query_text);
	view_text(view, "request_id", req->id);
	view_true(view, "learn", strcmp(req->app->realm, "learn") == 0);
	view_tree(view, "tongue", req->app->tongues[req->language]);
	for (file = files; file->name != NULL; file++)
		view_text(view, file->name, assets_path(req->app->assets,
		    file->value));
	view_tree(view, "drawn", assets_drawings(req->app->assets));
	set_languages(req);
	set_addresses(req);
	set_host(req);
}
