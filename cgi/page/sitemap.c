/*
 * sitemap.c - GET /sitemap.xml and /robots.txt: for search engines.
 */
#include "base/buf.h"
#include "base/mem.h"
#include "page/page.h"
#include "web/app.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/settings.h"

static const char *
base(struct req *req)
{
	return settings_get(req->app->settings, "base", NULL);
}

/* One page in each language, every entry naming all the others. */
static void
add_page(struct req *req, const char *path, const char *changed)
{
	const struct messages	*messages = req->app->messages;
	int			 count = messages_languages(messages);
	int			 here, there;

	for (here = 0; here < count; here++) {
		buf_format(req->body, "<url><loc>%s/%s/%s</loc>", base(req),
		    messages_language(messages, here)->tag, path);
		for (there = 0; there < count; there++)
			buf_format(req->body, "<xhtml:link rel=\"alternate\""
			    " hreflang=\"%s\" href=\"%s/%s/%s\"/>",
			    messages_language(messages, there)->tag, base(req),
			    messages_language(messages, there)->tag, path);
		if (changed != NULL)
			buf_format(req->body, "<lastmod>%s</lastmod>",
			    changed);
		buf_text(req->body, "</url>\n");
	}
}

int
page_sitemap(struct req *req)
{
	static const char *const	 lists[] = {
		"", "model", "module", "resource", "term", "new",
		NULL
	};
	struct rows	*items;
	int		 status, i;

	items = req_ask(req, Q_SITEMAP_LIST, DB_NO_ARGS);
	if ((status = req_run(req)) != 0)
		return status;
	req->type = "application/xml; charset=utf-8";
	buf_text(req->body, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
	    " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
	for (i = 0; lists[i] != NULL; i++)
		add_page(req, lists[i], NULL);
	for (i = 0; i < rows_count(items); i++)
		add_page(req, rows_get(items, i, "path"),
		    rows_get(items, i, "changed_on"));
	buf_text(req->body, "</urlset>\n");
	return 200;
}

int
page_robots(struct req *req)
{
	const struct messages	*messages = req->app->messages;
	int			 i;

	req->type = "text/plain; charset=utf-8";
	buf_text(req->body, "User-agent: *\n");
	for (i = 0; i < messages_languages(messages); i++)
		buf_format(req->body, "Disallow: /%s/search\n",
		    messages_language(messages, i)->tag);
	buf_format(req->body, "Sitemap: %s/sitemap.xml\n", base(req));
	return 200;
}
