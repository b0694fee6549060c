/*
 * filter_view.c - facets, chosen values and orders, for the template.
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

/* What a reader calls the value. */
static const char *
label_of(struct req *req, const char *facet, const char *value,
    const char *label)
{
	if (label != NULL)
		return label;
	if (strcmp(facet, "country") == 0)
		return icu_country(req->tag, req->mem, value);
	if (strcmp(facet, "language") == 0)
		return icu_language_first(req->tag, req->mem, value);
	if (strcmp(facet, "kind") == 0)
		return req_word_or(req,
		    mem_format(req->mem, "kinds.%s", value), value);
	if (strcmp(facet, "process") == 0)
		return req_word_or(req,
		    mem_format(req->mem, "process.%s", value), value);
	if (strcmp(facet, "state") == 0)
		return req_word_or(req,
		    mem_format(req->mem, "states.%s", value), value);
	return value;
}

/* One value of a facet, as a link that chooses it or, chosen, lets go. */
static void
add_value(struct req *req, struct buf *json, const char *path,
    const struct rows *facets, int row)
{
	const char	*facet = rows_get(facets, row, "facet");
	const char	*value = rows_get(facets, row, "value");
	const char	*chosen = req_query(req, facet);
	int		 current;

	current = chosen != NULL && strcmp(chosen, value) == 0;
	json_member(json, "{", "href", filter_address(req, path, facet, current
	    ? NULL : value));
	json_member(json, ",", "label", label_of(req, facet, value,
	    rows_get(facets, row, "label")));
	json_member(json, ",", "lang", rows_get(facets, row, "label_lang"));
	json_member(json, ",", "current", current ? "true" : NULL);
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

/* A facet with one value, or one of which every value leaves all there
 * is, is no choice. */
static int
is_choice(struct req *req, const struct rows *facets, int first, int end)
{
	int	i;

	if (req_query(req, rows_get(facets, first, "facet")) != NULL)
		return 1;
	for (i = first; i < end; i++)
		if (strcmp(rows_get(facets, i, "total"),
		    rows_get(facets, i, "free")) != 0)
			return end - first > 1;
	return 0;
}

/* A long list is folded until one of its values is chosen. */
static int
stands_open(struct req *req, const char *facet, int values)
{
	return values <= OPEN || req_query(req, facet) != NULL;
}

static void
add_groups(struct req *req, struct buf *json, const char *path,
    const struct rows *facets)
{
	const char	*facet, *between = "";
	int		 first, end, i;

	for (first = 0; first < rows_count(facets); first = end) {
		end = end_of_facet(facets, first);
		facet = rows_get(facets, first, "facet");
		if (is_choice(req, facets, first, end) == 0)
			continue;
		buf_format(json, "%s{\"facet\":\"%s\",\"open\":%s,"
		    "\"values\":[", between, facet,
		    stands_open(req, facet, end - first) ? "true" : "false");
		for (i = first; i < end; i++) {
			if (i > first)
				buf_char(json, ',');
			add_value(req, json, path, facets, i);
		}
		buf_text(json, "]}");
		between = ",";
	}
}

/* One chosen value, as a link that lets go of it; `free` is what that
 * would leave. */
static void
add_chip(struct req *req, struct buf *json, const char *path,
    const struct rows *facets, int row)
{
	const char	*facet = rows_get(facets, row, "facet");
	const char	*value = rows_get(facets, row, "value");

	json_member(json, "{", "href", filter_address(req, path, facet, NULL));
	json_member(json, ",", "facet", facet);
	json_member(json, ",", "value", value);
	json_member(json, ",", "label", label_of(req, facet, value,
	    rows_get(facets, row, "label")));
	buf_format(json, ",\"free\":%s}", rows_get(facets, row, "free"));
}

/* How many are chosen. */
static int
add_chosen(struct req *req, struct buf *json, const char *path,
    const struct rows *facets)
{
	const char	*chosen;
	int		 count = 0, i;

	for (i = 0; i < rows_count(facets); i++) {
		chosen = req_query(req, rows_get(facets, i, "facet"));
		if (chosen == NULL ||
		    strcmp(chosen, rows_get(facets, i, "value")) != 0)
			continue;
		if (count++ > 0)
			buf_char(json, ',');
		add_chip(req, json, path, facets, i);
	}
	return count;
}

/* The orders of the list as links; what is no order is the usual one. */
static void
add_sorts(struct req *req, struct buf *json, const struct filter *filter)
{
	const char	*names[] = { filter->usual, "title", "new" };
	const char	*sort = req_query(req, "sort");
	int		 i, current = 0;

	for (i = 1; i < 3; i++)
		if (sort != NULL && strcmp(sort, names[i]) == 0)
			current = i;
	for (i = 0; i < 3; i++) {
		json_member(json, i == 0 ? "{" : ",{", "sort", names[i]);
		json_member(json, ",", "href", filter_address(req, filter->path,
		    "sort", i == 0 ? NULL : names[i]));
		json_member(json, ",", "current", i == current ? "true" : NULL);
		buf_char(json, '}');
	}
}

void
filter_view(struct req *req, const struct filter *filter,
    const struct rows *facets)
{
	struct buf	*json = buf_new(req->mem, 8192);
	int		 count;

	buf_text(json, "{\"groups\":[");
	add_groups(req, json, filter->path, facets);
	buf_text(json, "],\"chosen\":[");
	count = add_chosen(req, json, filter->path, facets);
	buf_format(json, "],\"count\":%d,\"sorts\":[", count);
	add_sorts(req, json, filter);
	buf_text(json, "]}");
	view_json(req->view, "filter", json->data);
}
