/*
 * feed.c - GET /{lang}/feed.atom: what is new, for feed readers.
 *
 * Ids are tag: URIs (RFC 4151) of the host's name and the page's path; they
 * do not change when a site moves from http to https or to another port.
 */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "content/canon.h"
#include "page/page.h"
#include "web/app.h"
#include "web/req.h"
#include "web/settings.h"

#define ENTRIES	"50"
#define OWNED	"2026"	/* a year in which hosts had their names */

static const char *
base(struct req *req)
{
	return settings_get(req->app->settings, "base", NULL);
}

/* "tag:profint.example,2026:/fr/new" */
static const char *
tag(struct req *req, const char *path)
{
	const char	*host = strstr(base(req), "://");

	host = host != NULL ? host + strlen("://") : base(req);
	return mem_format(req->mem, "tag:%.*s,%s:%s",
	    (int)strcspn(host, ":/"), host, OWNED, path);
}

static void
add(struct buf *out, const char *element, const char *text)
{
	buf_format(out, "<%s>", element);
	canon_escape(out, text);
	buf_format(out, "</%s>\n", element);
}

/* An element whose text may be of another language. */
static void
add_words(struct buf *out, const char *element, const char *lang,
    const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	buf_format(out, "<%s", element);
	if (lang != NULL)
		canon_attribute(out, "xml:lang", lang);
	buf_char(out, '>');
	canon_escape(out, text);
	buf_format(out, "</%s>\n", element);
}

static void
add_link(struct req *req, const char *rel, const char *type,
    const char *path)
{
	buf_text(req->body, "<link");
	canon_attribute(req->body, "rel", rel);
	canon_attribute(req->body, "type", type);
	canon_attribute(req->body, "hreflang", req->tag);
	canon_attribute(req->body, "href",
	    mem_format(req->mem, "%s%s", base(req), path));
	buf_text(req->body, "/>\n");
}

static void
add_category(struct req *req, const char *term, const char *label)
{
	buf_text(req->body, "<category");
	canon_attribute(req->body, "term", term);
	canon_attribute(req->body, "label", label);
	buf_text(req->body, "/>\n");
}

/* Many texts on one day. */
static void
add_many(struct req *req, const struct rows *news, int i)
{
	const char	*what = rows_get(news, i, "what");

	add(req->body, "id", tag(req, mem_format(req->mem, "/%s/new/%s/%s",
	    req->tag, rows_get(news, i, "day"), what)));
	add(req->body, "title", req_count(req, mem_format(req->mem,
	    "new.many.%s", what), atol(rows_get(news, i, "texts"))));
	add_link(req, "alternate", "text/html", mem_format(req->mem, "/%s/new",
	    req->tag));
}

static void
add_item(struct req *req, const struct rows *news, int i)
{
	const char	*kind = rows_get(news, i, "kind"), *path;

	path = mem_format(req->mem, "/%s/%s/%s", req->tag, kind,
	    rows_get(news, i, "slug"));
	add(req->body, "id", tag(req, path));
	add_words(req->body, "title", rows_get(news, i, "title_lang"),
	    rows_get(news, i, "title"));
	add_link(req, "alternate", "text/html", path);
	add_words(req->body, "summary", rows_get(news, i, "summary_lang"),
	    rows_get(news, i, "summary"));
	add_category(req, kind, req_word_or(req,
	    mem_format(req->mem, "kind.%s", kind), kind));
}

static void
add_entry(struct req *req, const struct rows *news, int i)
{
	const char	*what = rows_get(news, i, "what");

	buf_text(req->body, "<entry>\n");
	if (rows_get(news, i, "slug") == NULL)
		add_many(req, news, i);
	else
		add_item(req, news, i);
	add(req->body, "updated", mem_format(req->mem, "%sT00:00:00Z",
	    rows_get(news, i, "day")));
	add_category(req, what, req_word_or(req,
	    mem_format(req->mem, "new.what.%s", what), what));
	buf_text(req->body, "</entry>\n");
}

static void
add_head(struct req *req, const char *day)
{
	const char	*here = mem_format(req->mem, "/%s/new", req->tag);

	buf_text(req->body, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\"");
	canon_attribute(req->body, "xml:lang", req->tag);
	buf_text(req->body, ">\n");
	add(req->body, "id", tag(req, here));
	add(req->body, "title", mem_format(req->mem, "Profint – %s",
	    req_word(req, "new.title")));
	add(req->body, "subtitle", req_word(req, "new.summary"));
	add(req->body, "updated", mem_format(req->mem, "%sT00:00:00Z", day));
	add_link(req, "self", "application/atom+xml",
	    mem_format(req->mem, "/%s/feed.atom", req->tag));
	add_link(req, "alternate", "text/html", here);
	buf_text(req->body, "<author><name>Profint</name></author>\n"
	    "<rights>CC BY 4.0</rights>\n");
}

int
page_feed(struct req *req)
{
	struct rows	*news, *updated;
	int		 status, i;

	news = req_ask(req, Q_FEED_LIST, DB_ARGS(req->tag, ENTRIES));
	updated = req_ask(req, Q_FEED_UPDATED, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	req->type = "application/atom+xml; charset=utf-8";
	add_head(req, rows_get(updated, 0, "day"));
	for (i = 0; i < rows_count(news); i++)
		add_entry(req, news, i);
	buf_text(req->body, "</feed>\n");
	return req->status;
}
