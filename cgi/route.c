/*
 * route.c - patterns, compiled to segments, and the search through them.
 */
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"
#include "content/kind.h"
#include "page/page.h"
#include "route.h"

#define SEGMENTS	6	/* of a path that any route may have */

enum segment_type {
	SEGMENT_LITERAL,
	SEGMENT_LANG,
	SEGMENT_KIND,
	SEGMENT_SLUG
};

struct segment {
	enum segment_type	 type;
	const char		*text;
};

struct compiled {
	const struct route	*route;
	struct segment		 segment[SEGMENTS];
	int			 count;
};

struct router {
	struct mem	*mem;
	struct compiled	*compiled;
	int		 count;
	const struct router *typed;	/* whose addresses people type: LEARN's */
};

#define ROUTE(realm, method, pattern, name, cache, keys) \
	{ realm, method, pattern, page_##name, cache, keys },

const struct route	route_list[] = {
#include "routes.def"
	{ 0, 0, NULL, NULL, 0, NULL }
};

#undef ROUTE

/* Cut "/a/b/" into "a", "b", "", in MEM.  How many; -1: too many. */
static int
cut(struct mem *mem, const char *path, const char *segment[SEGMENTS])
{
	char	*rest, *one;
	int	 count = 0;

	rest = mem_dup(mem, path + 1);
	while ((one = strsep(&rest, "/")) != NULL) {
		if (count == SEGMENTS)
			return -1;
		segment[count++] = one;
	}
	return count;
}

static struct segment
compile_segment(const struct route *route, int number, const char *text)
{
	struct segment	segment = { SEGMENT_LITERAL, text };

	if (strcmp(text, "{lang}") == 0)
		segment.type = SEGMENT_LANG;
	else if (strcmp(text, "{kind}") == 0)
		segment.type = SEGMENT_KIND;
	else if (strcmp(text, "{slug}") == 0)
		segment.type = SEGMENT_SLUG;
	else if (strpbrk(text, "{}") != NULL)
		log_die("routes.def: %s: no pattern has %s", route->pattern,
		    text);
	if (segment.type == SEGMENT_LANG && number != 0)
		log_die("routes.def: %s: {lang} comes first", route->pattern);
	return segment;
}

static void
compile(struct router *router, const struct route *route,
    struct compiled *compiled)
{
	const char	*text[SEGMENTS];
	int		 i, arguments = 0;

	compiled->route = route;
	compiled->count = *route->pattern == '/' ?
	    cut(router->mem, route->pattern, text) : -1;
	if (compiled->count < 0)
		log_die("routes.def: %s: not a path of at most %d parts",
		    route->pattern, SEGMENTS);
	for (i = 0; i < compiled->count; i++) {
		compiled->segment[i] = compile_segment(route, i, text[i]);
		arguments += compiled->segment[i].type >= SEGMENT_KIND;
	}
	if (arguments > REQ_ARGUMENTS)
		log_die("routes.def: %s: more than %d arguments",
		    route->pattern, REQ_ARGUMENTS);
}

enum realm
route_realm(const char *name)
{
	if (strcmp(name, "site") == 0)
		return SITE;
	return strcmp(name, "learn") == 0 ? LEARN : 0;
}

static struct router *
compile_realm(const struct route *routes, enum realm realm)
{
	struct mem		*mem = mem_new();
	struct router		*router;
	const struct route	*route;
	size_t			 count = 0;

	for (route = routes; route->pattern != NULL; route++)
		count++;
	router = mem_get(mem, sizeof(*router));
	router->mem = mem;
	router->compiled = mem_get(mem, count * sizeof(*router->compiled));
	for (route = routes; route->pattern != NULL; route++)
		if (route->realm == realm)
			compile(router, route,
			    &router->compiled[router->count++]);
	return router;
}

struct router *
route_compile(const struct route *routes, enum realm realm)
{
	struct router	*router = compile_realm(routes, realm);

	router->typed = realm == LEARN ? router :
	    compile_realm(routes, LEARN);
	return router;
}

static int
is_slug(const char *text)
{
	return *text != '\0' && text[strspn(text,
	    "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* req->tag is the first segment if, and only if, that is a language. */
static int
fits(const struct segment *segment, const struct req *req, const char *text)
{
	switch (segment->type) {
	case SEGMENT_LANG:
		return strcmp(text, req->tag) == 0;
	case SEGMENT_KIND:
		return kind_find(text) != -1;
	case SEGMENT_SLUG:
		return is_slug(text);
	default:
		return strcmp(text, segment->text) == 0;
	}
}

static int
matches(const struct compiled *compiled, const struct req *req,
    const char *const *text, int count)
{
	int	i;

	if (compiled->count != count)
		return 0;
	for (i = 0; i < count; i++)
		if (fits(&compiled->segment[i], req, text[i]) == 0)
			return 0;
	return 1;
}

static void
take(const struct compiled *compiled, struct req *req,
    const char *const *text)
{
	int	i, argument = 0;

	req->route = compiled->route;
	for (i = 0; i < compiled->count; i++)
		if (compiled->segment[i].type >= SEGMENT_KIND)
			req->arguments[argument++] = text[i];
}

/* Methods a path takes: a bit for each. */
static unsigned
methods(const struct router *router, const struct req *req,
    const char *const *text, int count)
{
	unsigned	found = 0;
	int		i;

	for (i = 0; i < router->count; i++)
		if (matches(&router->compiled[i], req, text, count))
			found |= 1u << router->compiled[i].route->method;
	return found;
}

/* The path in small letters, if realm learn has such a page: a link that
 * somebody typed from a projector or from paper, in capitals. */
static int
find_small(const struct router *router, struct req *req)
{
	const char	*text[SEGMENTS];
	char		*small = mem_dup(req->mem, req->path), *c;
	int		 count;

	for (c = small; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c += 'a' - 'A';
	if (req->method != GET || strcmp(small, req->path) == 0)
		return 404;
	count = cut(req->mem, small, text);
	if (count < 0 || (methods(router->typed, req, text, count) &
	    1u << GET) == 0)
		return 404;
	return req_redirect(req, 302, mem_format(req->mem, "%s%s", small,
	    req_query_text(req)));
}

/* The path with a slash more or less at its end, if there is a route. */
static int
find_slash(const struct router *router, struct req *req)
{
	const char	*text[SEGMENTS];
	size_t		 length = strlen(req->path);
	char		*other;
	int		 count;

	other = mem_format(req->mem, "%s/", req->path);
	if (length > 1 && req->path[length - 1] == '/')
		other[length - 1] = '\0';
	count = cut(req->mem, other, text);
	if (count < 0 || methods(router, req, text, count) == 0)
		return find_small(router, req);
	return req_redirect(req, 301, mem_format(req->mem, "%s%s", other,
	    req_query_text(req)));
}

int
route_find(const struct router *router, struct req *req)
{
	const char	*text[SEGMENTS];
	unsigned	 found;
	int		 count, i;

	count = cut(req->mem, req->path, text);
	if (count < 0)
		return find_slash(router, req);
	for (i = 0; i < router->count; i++)
		if (router->compiled[i].route->method == req->method &&
		    matches(&router->compiled[i], req, text, count)) {
			take(&router->compiled[i], req, text);
			return 0;
		}
	found = methods(router, req, text, count);
	if (found == 0)
		return find_slash(router, req);
	req->allow = found == 1u << GET ? "GET, HEAD" :
	    found == 1u << POST ? "POST" : "GET, HEAD, POST";
	return 405;
}
