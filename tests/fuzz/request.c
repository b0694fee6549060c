/*
 * request.c - any bytes as address, method, language and cookie.
 *
 * Plays nginx: this gate is not libfcgi's.  The input's lines are the
 * address, the method, Accept-Language and the cookie.  From there to the
 * head of the answer it is the worker's own way, without its pages.
 */
#include <string.h>

#include "adapt/gate.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "route.h"
#include "web/app.h"
#include "web/decode.h"
#include "web/messages.h"
#include "web/reply.h"
#include "web/req.h"

#include "fuzz.h"

#define LINES	4

static const char *const	names[LINES] = {
	"REQUEST_URI", "REQUEST_METHOD", "HTTP_ACCEPT_LANGUAGE",
	"PROFINT_LANG_COOKIE"
};
static const char	*lines[LINES];

const char *
gate_param(const struct gate *gate, const char *name)
{
	int	i;

	(void)gate;
	for (i = 0; i < LINES; i++)
		if (strcmp(names[i], name) == 0)
			return lines[i];
	return NULL;
}

char *
gate_body(struct gate *gate, struct mem *mem, size_t limit, size_t *length)
{
	(void)gate;
	(void)limit;
	*length = 0;
	return mem_dup(mem, "");
}

int
gate_send(struct gate *gate, const char *head, size_t head_length,
    const char *body, size_t body_length)
{
	(void)gate;
	(void)head;
	(void)head_length;
	(void)body;
	(void)body_length;
	return 0;
}

static void
cut(struct mem *mem, const uint8_t *data, size_t size)
{
	char	*rest = mem_copy(mem, data, size);
	int	 i;

	for (i = 0; i < LINES; i++)
		lines[i] = strsep(&rest, "\n");
}

/* What was decoded is text, and the way back leads to it again. */
static void
check_decoded(struct mem *mem, const char *text)
{
	char	*there = decode_reverse(mem, text), *back;

	HOLDS(utf8_is_text(text, strlen(text)), "only text comes in");
	HOLDS(strpbrk(text, "\t\r\n") == NULL, "without line breaks");
	back = decode_url(mem, there, strlen(there), 1);
	HOLDS(back != NULL && strcmp(back, text) == 0, "there and back");
}

/* A header ends where we end it. */
static void
check_head(const struct req *req)
{
	struct buf	*head = reply_head(req, 0, 0);
	const char	*line, *end;

	HOLDS(head != NULL, "every answer has a head");
	HOLDS(strlen(head->data) == head->length, "without NUL");
	for (line = head->data; strcmp(line, "\r\n") != 0; line = end + 2) {
		end = strpbrk(line, "\r\n");
		HOLDS(end != NULL && end[0] == '\r' && end[1] == '\n',
		    "lines end with CRLF");
		HOLDS(memchr(line, ':', (size_t)(end - line)) != NULL,
		    "each line is a header");
	}
}

static int
work(struct req *req, const struct router *router)
{
	int	status;

	if ((status = req_read(req, NULL)) != 0 ||
	    (status = route_find(router, req)) != 0)
		return status;
	return req_clean(req, req->route->keys);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct app	 app;
	static struct router	*router;
	static struct mem	*mem;
	struct req		*req;
	int			 i;

	if (mem == NULL) {
		mem = mem_new();
		app.messages = messages_load("i18n");
		router = route_compile(route_list, SITE);
	}
	cut(mem, data, size);
	req = req_new(&app, mem);
	req->status = work(req, router);
	check_decoded(mem, req->path);
	for (i = 0; i < req->query_count; i++) {
		check_decoded(mem, req->query[i].name);
		check_decoded(mem, req->query[i].value);
	}
	HOLDS(req->language >= 0 && req->language <
	    messages_languages(app.messages), "there is a language");
	HOLDS(req->status != 500, "nothing is our fault");
	HOLDS(req->status < 300 || req->status > 399 ||
	    (req->location[0] == '/' && req->location[1] != '/' &&
	    req->location[1] != '\\'), "nobody is sent elsewhere");
	check_head(req);
	mem_reset(mem);
	return 0;
}
