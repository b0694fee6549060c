/*
 * reply.c - what leaves: headers for readers, nginx and browsers.
 */
#include "base/buf.h"
#include "base/mem.h"
#include "web/reply.h"
#include "web/req.h"

#include "tap.h"

static struct mem	*mem;

/* A request that was answered with BODY. */
static struct req
answered(int status, const char *body)
{
	struct req	req = { .mem = mem, .status = status, .tag = "fr",
	    .id = "-", .method = GET, .body = buf_new(mem, 10) };

	buf_text(req.body, body);
	return req;
}

/* 1 when the head has exactly this line. */
static int
has(const struct req *req, int packed, const char *line)
{
	struct buf	*head = reply_head(req, req->body->length, packed);

	return head != NULL && strstr(mem_format(mem, "\r\n%s", head->data),
	    mem_format(mem, "\r\n%s\r\n", line)) != NULL;
}

static void
test_page(void)
{
	struct req	req = answered(200, "<p>é</p>");

	ok(has(&req, 0, "Status: 200 OK"), "a status");
	ok(has(&req, 0, "Content-Type: text/html; charset=utf-8"), "HTML");
	ok(has(&req, 0, "Content-Language: fr"), "in French");
	ok(has(&req, 0, "Content-Length: 9"), "length in bytes");
	ok(has(&req, 0, "Cache-Control: no-store"), "not kept");
	ok(has(&req, 0, "X-Content-Type-Options: nosniff"), "not guessed at");
	ok(has(&req, 0, "Cross-Origin-Opener-Policy: same-origin"), "alone");
	ok(strstr(reply_head(&req, 9, 0)->data, "default-src 'none'") != NULL,
	    "reaching nothing else");
	ok(strstr(reply_head(&req, 9, 0)->data, "X-Accel") == NULL,
	    "nor kept by nginx");
	ok(strstr(reply_head(&req, 9, 0)->data, "\r\n\r\n") != NULL, "closed");
}

static void
test_cached(void)
{
	struct req	 req = answered(200, "one"), other;
	const char	*first;

	req.cache = 300;
	ok(has(&req, 1, "X-Accel-Expires: 300"), "nginx may keep it");
	ok(has(&req, 1, "Cache-Control: public, max-age=60"),
	    "a browser too, for a minute");
	ok(has(&req, 1, "Content-Encoding: gzip"), "gzipped");
	first = strstr(reply_head(&req, 3, 1)->data, "ETag: W/\"");
	ok(first != NULL, "an entity tag");
	other = answered(200, "two");
	other.cache = 300;
	ok(strncmp(first, strstr(reply_head(&other, 3, 1)->data, "ETag: "),
	    20) != 0, "that differs with the body");
	req.status = 404;
	ok(has(&req, 0, "Cache-Control: no-store"), "but no error is kept");
	ok(strstr(reply_head(&req, 3, 0)->data, "X-Accel") == NULL,
	    "nowhere");
}

static void
test_others(void)
{
	struct req	req = answered(302, "");

	req.location = "/fr/";
	req.vary = "Accept-Language, Cookie";
	ok(has(&req, 0, "Location: /fr/"), "a redirect");
	ok(has(&req, 0, "Vary: Accept-Language, Cookie"), "that varies");
	ok(strstr(reply_head(&req, 0, 0)->data, "\nContent-Type") == NULL,
	    "has no type without a body");
	req.location = "/fr/\r\nSet-Cookie: a=b";
	ok(reply_head(&req, 0, 0) == NULL, "no header hides in another");
	req.location = "/\x7f";
	ok(reply_head(&req, 0, 0) == NULL, "nor DEL");

	req = answered(503, "{}");
	req.type = "application/json";
	ok(has(&req, 0, "Retry-After: 5"), "busy: come again");
	ok(has(&req, 0, "Content-Type: application/json"), "another type");
	ok(strstr(reply_head(&req, 2, 0)->data, "Content-Language") == NULL,
	    "has no language");
	req = answered(405, "x");
	req.allow = "GET, HEAD";
	ok(has(&req, 0, "Allow: GET, HEAD"), "what is allowed");
}

static void
test_file(void)
{
	struct req	req = answered(200, "PK");

	req.type = "application/zip";
	req.file = "profint-reseaux-fr.zip";
	ok(has(&req, 0, "Content-Disposition: attachment; "
	    "filename=\"profint-reseaux-fr.zip\""), "a file has a name");
	req.status = 404;
	ok(strstr(reply_head(&req, 2, 0)->data, "Disposition") == NULL,
	    "an error has none");
	req.status = 200;
	req.file = "a\"; filename=\"b";
	ok(reply_head(&req, 2, 0) == NULL, "one name only");
	req.file = "../a";
	ok(reply_head(&req, 2, 0) == NULL, "of no folder");
}

int
main(void)
{
	mem = mem_new();
	test_page();
	test_cached();
	test_others();
	test_file();
	mem_free(mem);
	return done();
}
