/*
 * filter.c - facets as links: every state of a list is a URL.
 */
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/filter.h"
#include "web/req.h"
#include "web/view.h"

#define OPEN	6	/* values of a facet that need no folding */

const char *
filter_address(struct req *req, const char *path, const char *const *keys,
    const char *key, const char *value)
{
	struct buf	*address = buf_new(req->mem, 128);
	const char	*kept;
	char		 mark = '?';

	buf_text(address, path);
	for (; *keys != NULL; keys++) {
		kept = strcmp(*keys, key) == 0 ? value :
		    req_query(req, *keys);
		if (kept == NULL)
			continue;
		buf_format(address, "%c%s=%s", mark, *keys,
		    req_url(req, kept));
		mark = '&';
	}
	return address->data;
}

/* What a reader calls the value. */
static const char *
label_of(struct req *req, const char *facet, const char *value,
    const char *label)
{
	if (label != NULL)
		return label;
	if (strcmp(facet, "kind") == 0)
		return req_word_or(req,
		    mem_format(req->mem, "kinds.%s", value), value);
	if (strcmp(facet, "country") == 0)
		return icu_country(req->tag, req->mem, value);
	return value;
}

static void
add(struct buf *json, const char *name, const char *text)
{
	json_quote(json, name);
	buf_char(json, ':');
	json_quote(json, text);
}

/* One value of a facet, as a link that chooses it or, chosen, lets go. */
static void
add_value(struct req *req, struct buf *json, const char *path,
    const char *const *keys, const struct rows *facets, int row)
{
	const char	*facet = rows_get(facets, row, "facet");
	const char	*value = rows_get(facets, row, "value");
	const char	*chosen = req_query(req, facet);
	int		 current;

	current = chosen != NULL && strcmp(chosen, value) == 0;
	buf_char(json, '{');
	add(json, "href", filter_address(req, path, keys, facet,
	    current ? NULL : value));
	buf_char(json, ',');
	add(json, "label", label_of(req, facet, value,
	    rows_get(facets, row, "label")));
	buf_char(json, ',');
	add(json, "lang", rows_get(facets, row, "label_lang"));
	buf_char(json, ',');
	add(json, "current", current ? "true" : NULL);
	buf_format(json, ",\"total\":%s}", rows_get(facets, row, "total"));
}

/* The row after the last one of the facet that begins at FIRST. */
static int
end_of_facet(const struct rows *facets, int first)
{
	const char	*facet = rows_get(facets, first, "facet");
	int		 i;

	for (i = first; i < rows_count(facets); i++)
		if (strcmp(rows_get(facets, i, "facet"), facet) != 0)
			break;
	return i;
}

/* A long list is folded until one of its values is chosen. */
static int
stands_open(struct req *req, const char *facet, int values)
{
	return values <= OPEN || req_query(req, facet) != NULL;
}

/* All facets that leave a choice. */
static void
add_groups(struct req *req, struct buf *json, const char *path,
    const char *const *keys, const struct rows *facets)
{
	const char	*facet, *between = "";
	int		 first, end, i;

	for (first = 0; first < rows_count(facets); first = end) {
		end = end_of_facet(facets, first);
		facet = rows_get(facets, first, "facet");
		if (end - first == 1 && req_query(req, facet) == NULL)
			continue;
		buf_format(json, "%s{\"facet\":\"%s\",\"open\":%s,"
		    "\"values\":[", between, facet,
		    stands_open(req, facet, end - first) ? "true" : "false");
		for (i = first; i < end; i++) {
			if (i > first)
				buf_char(json, ',');
			add_value(req, json, path, keys, facets, i);
		}
		buf_text(json, "]}");
		between = ",";
	}
}

/* The label of the chosen value of a facet; the value itself when no
 * resource has it. */
static const char *
chosen_label(struct req *req, const struct rows *facets, const char *facet,
    const char *value)
{
	int	i;

	for (i = 0; i < rows_count(facets); i++)
		if (strcmp(rows_get(facets, i, "facet"), facet) == 0 &&
		    strcmp(rows_get(facets, i, "value"), value) == 0)
			return label_of(req, facet, value,
			    rows_get(facets, i, "label"));
	return value;
}

static int
is_facet(const char *key)
{
	return strcmp(key, "q") != 0 && strcmp(key, "sort") != 0;
}

/* The chosen values, each a link that lets go of it.  How many. */
static int
add_chosen(struct req *req, struct buf *json, const char *path,
    const char *const *keys, const struct rows *facets)
{
	const char *const	*key;
	const char		*value;
	int			 count = 0;

	for (key = keys; *key != NULL; key++) {
		value = req_query(req, *key);
		if (value == NULL || is_facet(*key) == 0)
			continue;
		buf_text(json, count++ > 0 ? ",{" : "{");
		add(json, "href", filter_address(req, path, keys, *key, NULL));
		buf_char(json, ',');
		add(json, "label", chosen_label(req, facets, *key, value));
		buf_char(json, '}');
	}
	return count;
}

void
filter_view(struct req *req, const char *path, const char *const *keys,
    const struct rows *facets)
{
	struct buf	*json = buf_new(req->mem, 4096);
	int		 count;

	buf_text(json, "{\"groups\":[");
	add_groups(req, json, path, keys, facets);
	buf_text(json, "],\"chosen\":[");
	count = add_chosen(req, json, path, keys, facets);
	buf_format(json, "],\"count\":%d}", count);
	view_json(req->view, "filter", json->data);
}
