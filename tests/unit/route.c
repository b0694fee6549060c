/*
 * route.c - a path finds its page, and nothing else does.
 */
#include "base/buf.h"
#include "base/mem.h"
#include "route.h"

#include "tap.h"

static int
nothing(struct req *req)
{
	return req->status;
}

static const struct route	routes[] = {
	{ SITE, GET, "/", nothing, 0, "" },
	{ SITE, GET, "/livez", nothing, 0, "" },
	{ SITE, GET, "/{lang}/", nothing, 60, "" },
	{ SITE, GET, "/{lang}/model", nothing, 60, "" },
	{ SITE, GET, "/{lang}/my/{slug}", nothing, 0, "" },
	{ SITE, POST, "/{lang}/my/{slug}", nothing, 0, "" },
	{ SITE, POST, "/{lang}/join", nothing, 0, "" },
	{ SITE, GET, "/{lang}/{kind}/{slug}", nothing, 60, "with" },
	{ LEARN, GET, "/{lang}/step/{slug}", nothing, 0, "" },
	{ LEARN, POST, "/{lang}/step/{slug}", nothing, 0, "" },
	{ 0, 0, NULL, NULL, 0, NULL }
};

static struct router	*volatile router, *volatile learn;
static struct router	*volatile real, *volatile work;
static struct mem	*mem;
static struct req	 req;

/* The status of METHOD PATH for a reader of French, by ROUTER. */
static int
find_in(struct router *of, enum method method, const char *path)
{
	mem_reset(mem);
	req = (struct req){ .mem = mem, .method = method, .path = path,
	    .tag = "fr", .body = buf_new(mem, 1) };
	return route_find(of, &req);
}

static int
find(enum method method, const char *path)
{
	return find_in(router, method, path);
}

/* The pattern that answers GET PATH, or NULL. */
static const char *
pattern(const char *path)
{
	find(GET, path);
	return req.route != NULL ? req.route->pattern : NULL;
}

static void
test_found(void)
{
	is_text(pattern("/"), "/", "the start");
	is_text(pattern("/livez"), "/livez", "a literal");
	is_text(pattern("/fr/"), "/{lang}/", "home");
	is_text(pattern("/fr/model"), "/{lang}/model", "a page");
	is_text(pattern("/fr/case/madame-s"), "/{lang}/{kind}/{slug}",
	    "an item");
	is_text(req.arguments[0], "case", "its kind");
	is_text(req.arguments[1], "madame-s", "its slug");
	is_text(pattern("/fr/my/2"), "/{lang}/my/{slug}", "first match wins");
	is_text(req.arguments[0], "2", "and has its own arguments");
}

static void
test_missing(void)
{
	is_int(find(GET, "/nope"), 404, "no such page");
	is_int(find(GET, "/de/model"), 404, "no such language");
	is_int(find(GET, "/fr/nope/x"), 404, "no such kind");
	is_int(find(GET, "/fr/case/X"), 404, "no slug: capital");
	is_int(find(GET, "/FR/STEP/ABC"), 302, "capitals, for who types");
	is_text(req.location, "/fr/step/abc", "are made small");
	is_int(find_in(learn, GET, "/fr/step/ABC"), 302, "in either realm");
	is_int(find(POST, "/fr/STEP/abc"), 404, "but no form");
	is_int(find(GET, "/DE/STEP/ABC"), 404, "nor another language");
	is_int(find(GET, "/FR/MODEL"), 404, "nor a public page");
	is_int(find(GET, "/fr/case/é"), 404, "no slug: accent");
	is_int(find(GET, "/fr/case/.."), 404, "no slug: dots");
	is_int(find(GET, "/fr/case/x/y"), 404, "too long");
	is_int(find(GET, "/a/b/c/d/e/f/g/h"), 404, "much too long");
	is_int(find(GET, "/fr//model"), 404, "two slashes");
	is_int(find(GET, "//evil.example/"), 404, "another host");
	ok(req.route == NULL, "then there is no route");
}

static void
test_slash(void)
{
	is_int(find(GET, "/fr"), 301, "home wants its slash");
	is_text(req.location, "/fr/", "and gets it");
	is_int(find(GET, "/fr/model/"), 301, "no other page does");
	is_text(req.location, "/fr/model", "it loses it");
	is_int(find(GET, "/fr/model//"), 404, "but only one");
	is_int(find(GET, "/nope/"), 404, "no page, no slash");
	mem_reset(mem);
	req = (struct req){ .mem = mem, .method = GET, .path = "/fr/model/",
	    .tag = "fr", .body = buf_new(mem, 1),
	    .query = &(struct pair){ "q", "a b" }, .query_count = 1 };
	route_find(router, &req);
	is_text(req.location, "/fr/model?q=a%20b", "the query comes along");
	is_int(find(GET, "//"), 301, "the start has one slash");
	is_text(req.location, "/", "not two");
}

static void
test_method(void)
{
	is_int(find(POST, "/fr/model"), 405, "a page takes no POST");
	is_text(req.allow, "GET, HEAD", "but GET and HEAD");
	is_int(find(0, "/fr/my/2"), 405, "nor is DELETE taken");
	is_text(req.allow, "GET, HEAD, POST", "where three methods are");
	is_int(find(GET, "/fr/join"), 405, "POST alone");
	is_text(req.allow, "POST", "is said");
	is_int(find(POST, "/fr/my/2"), 0, "POST finds its route");
	is_int(req.route->method, POST, "not GET's");
	is_int(find(0, "/nope"), 404, "no page, no method");
}

static void
test_realm(void)
{
	is_int((int)route_realm("site"), SITE, "site is a realm");
	is_int((int)route_realm("learn"), LEARN, "learn is another");
	is_int((int)route_realm("desk"), 0, "there is no third");
	is_int((int)route_realm(""), 0, "nor one without a name");
	is_int(find(GET, "/fr/step/x"), 404, "another realm's page is unknown");
	is_int(find(POST, "/fr/step/x"), 404, "by any method");
	is_int(find_in(learn, GET, "/fr/step/x"), 0, "its own realm knows it");
	is_int(find_in(learn, GET, "/fr/step/x/"), 301, "and its slash");
	is_int(find_in(learn, GET, "/fr/model"), 404, "and nothing else");
	is_int(find_in(learn, GET, "/"), 404, "not even the start");
}

int
main(void)
{
	mem = mem_new();
	router = route_compile(routes, SITE);
	learn = route_compile(routes, LEARN);
	test_found();
	test_missing();
	test_slash();
	test_method();
	test_realm();
	real = route_compile(route_list, SITE);
	ok(real != NULL, "routes.def compiles");
	work = route_compile(route_list, LEARN);
	ok(work != NULL, "and for the other realm");
	mem_free(mem);
	return done();
}
