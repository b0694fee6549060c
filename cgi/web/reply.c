/*
 * reply.c - the finished answer, on its way to nginx.
 */
#include <inttypes.h>
#include <stdint.h>
#include <string.h>

#include "adapt/gate.h"
#include "adapt/gzip.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/reply.h"
#include "web/req.h"

#define BROWSER_SECONDS	60	/* a reader's own cache */
#define RETRY_SECONDS	"5"

/* With these, a page can reach nothing but its own site, and be framed or
 * read by nobody else. */
static const char	security[] =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; "
    "style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Embedder-Policy: require-corp\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n";

struct status {
	int		 number;
	const char	*reason;
};

static const struct status	statuses[] = {
	{ 200, "OK" }, { 301, "Moved Permanently" }, { 302, "Found" },
	{ 303, "See Other" }, { 304, "Not Modified" },
	{ 400, "Bad Request" }, { 403, "Forbidden" }, { 404, "Not Found" },
	{ 405, "Method Not Allowed" }, { 409, "Conflict" }, { 410, "Gone" },
	{ 413, "Content Too Large" }, { 429, "Too Many Requests" },
	{ 500, "Internal Server Error" }, { 503, "Service Unavailable" },
	{ 0, "Other" }
};

static const char *
reason(int number)
{
	const struct status	*one = statuses;

	while (one->number != 0 && one->number != number)
		one++;
	return one->reason;
}

/* Add a header, unless VALUE is NULL.  0, or -1 when VALUE is refused. */
static int
add(struct buf *head, const char *name, const char *value)
{
	const unsigned char	*p = (const unsigned char *)value;

	if (value == NULL)
		return 0;
	for (; *p != '\0'; p++)
		if (*p < 0x20 || *p == 0x7f) {
			log_warn("refused a value of header %s", name);
			return -1;
		}
	buf_format(head, "%s: %s\r\n", name, value);
	return 0;
}

/* FNV-1a: two bodies that differ differ here too, almost surely. */
static uint64_t
fingerprint(const struct buf *body)
{
	uint64_t	hash = UINT64_C(0xcbf29ce484222325);
	size_t		i;

	for (i = 0; i < body->length; i++)
		hash = (hash ^ (unsigned char)body->data[i]) *
		    UINT64_C(0x100000001b3);
	return hash;
}

static int
may_cache(const struct req *req)
{
	return req->cache > 0 && req->status == 200 && req->method == GET;
}

static void
add_caching(struct buf *head, const struct req *req)
{
	if (may_cache(req))
		buf_format(head, "X-Accel-Expires: %ld\r\n"
		    "Cache-Control: public, max-age=%d\r\n"
		    "ETag: W/\"%016" PRIx64 "\"\r\n",
		    req->cache, BROWSER_SECONDS, fingerprint(req->body));
	else
		buf_text(head, "Cache-Control: no-store\r\n");
}

/* A name that browsers save a file by.  0, or -1 when it is refused. */
static int
add_file(struct buf *head, const struct req *req)
{
	if (req->file == NULL || req->status != 200)
		return 0;
	if (strpbrk(req->file, "\"\\/") != NULL) {
		log_warn("refused the name of a file");
		return -1;
	}
	return add(head, "Content-Disposition", mem_format(req->mem,
	    "attachment; filename=\"%s\"", req->file));
}

struct buf *
reply_head(const struct req *req, size_t length, int packed)
{
	struct buf	*head = buf_new(req->mem, 2000);
	int		 bad = 0;

	buf_format(head, "Status: %d %s\r\n", req->status,
	    reason(req->status));
	if (req->body->length > 0) {
		bad |= add(head, "Content-Type", req->type != NULL ?
		    req->type : "text/html; charset=utf-8");
		if (req->type == NULL)
			bad |= add(head, "Content-Language", req->tag);
	}
	buf_format(head, "Content-Length: %zu\r\n", length);
	if (packed)
		buf_text(head, "Content-Encoding: gzip\r\n");
	add_caching(head, req);
	bad |= add_file(head, req);
	bad |= add(head, "Location", req->location);
	bad |= add(head, "ETag", req->etag);
	bad |= add(head, "Vary", req->vary);
	bad |= add(head, "Allow", req->allow);
	bad |= add(head, "Set-Cookie", req->set_cookie);
	if (req->forget)
		buf_text(head, "Clear-Site-Data: \"cache\"\r\n");
	if (req->status == 503)
		bad |= add(head, "Retry-After", RETRY_SECONDS);
	buf_text(head, security);
	bad |= add(head, "X-Request-Id", req->id);
	buf_text(head, "\r\n");
	return bad ? NULL : head;
}

static void
become_bare_500(struct req *req)
{
	req->status = 500;
	req->cache = 0;
	req->type = "text/plain; charset=utf-8";
	req->location = req->vary = req->allow = req->file = NULL;
	req->etag = NULL;
	req->set_cookie = NULL;
	req->forget = 0;
	req->id = "-";
	buf_clear(req->body);
	buf_text(req->body, "500\n");
}

size_t
reply_send(struct req *req, struct gate *gate)
{
	const char	*body = req->body->data;
	size_t		 length = req->body->length;
	struct buf	*head;
	int		 packed;

	packed = may_cache(req) && length > 0 && req->file == NULL;
	if (packed)
		body = gzip_pack(req->mem, body, length, &length);
	head = reply_head(req, length, packed);
	if (head == NULL) {
		become_bare_500(req);
		body = req->body->data;
		length = req->body->length;
		if ((head = reply_head(req, length, 0)) == NULL)
			log_die("could not write a plain header");
	}
	/* When nginx has gone away there is nobody left to tell. */
	gate_send(gate, head->data, head->length, body,
	    req->head ? 0 : length);
	return length;
}
