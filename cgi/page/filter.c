/*
 * filter.c - the state of a list, read from an address and written to one.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/filter.h"
#include "web/req.h"
#include "web/view.h"

#define LAST_PAGE	1000

const char *const	filter_facets[] = {
	"area", "also", "kind", "factor", "recommendation", "process",
	"country", "language", "state", NULL
};

/* One key of an address, unless it has no value. */
static void
add_key(struct req *req, struct buf *address, const char *key,
    const char *value)
{
	if (value != NULL)
		buf_format(address, "%c%s=%s",
		    strchr(address->data, '?') == NULL ? '?' : '&', key,
		    req_url(req, value));
}

static const char *
value_of(struct req *req, const char *name, const char *key,
    const char *value)
{
	return key != NULL && strcmp(name, key) == 0 ? value :
	    req_query(req, name);
}

const char *
filter_address(struct req *req, const char *path, const char *key,
    const char *value)
{
	struct buf		*address = buf_new(req->mem, 128);
	const char *const	*facet;

	buf_text(address, path);
	add_key(req, address, "q", value_of(req, "q", key, value));
	for (facet = filter_facets; *facet != NULL; facet++)
		add_key(req, address, *facet,
		    value_of(req, *facet, key, value));
	add_key(req, address, "sort", value_of(req, "sort", key, value));
	if (key != NULL && strcmp(key, "page") == 0)
		add_key(req, address, key, value);
	return address->data;
}

const char *
filter_chosen(struct req *req)
{
	struct buf		*json = buf_new(req->mem, 128);
	const char *const	*facet;
	const char		*value;

	buf_char(json, '{');
	for (facet = filter_facets; *facet != NULL; facet++) {
		if ((value = req_query(req, *facet)) == NULL)
			continue;
		if (json->length > 1)
			buf_char(json, ',');
		json_quote(json, *facet);
		buf_char(json, ':');
		json_quote(json, value);
	}
	buf_char(json, '}');
	return json->data;
}

const char *
filter_moved(struct req *req, const char *path)
{
	const char	*address;

	address = filter_address(req, path, "page", req_query(req, "page"));
	return strcmp(address + strlen(path), req->query_text) == 0 ? NULL :
	    address;
}

const char *
filter_offset(struct req *req, int size, int *page)
{
	const char	*text = req_query(req, "page");
	long		 number = text != NULL ? strtol(text, NULL, 10) : 1;

	*page = number < 1 || number > LAST_PAGE ? 1 : (int)number;
	return mem_format(req->mem, "%d", (*page - 1) * size);
}

/* The same list, another page. */
static const char *
page_address(struct req *req, const char *path, int page)
{
	return filter_address(req, path, "page", page == 1 ? NULL :
	    mem_format(req->mem, "%d", page));
}

void
filter_pager(struct req *req, const char *path, int page, int size,
    long total)
{
	int	more = (long)page * size < total;

	view_text(req->view, "previous", page == 1 ? NULL :
	    page_address(req, path, page - 1));
	view_text(req->view, "next", more == 0 ? NULL :
	    page_address(req, path, page + 1));
	view_true(req->view, "paged", more || page > 1);
}
