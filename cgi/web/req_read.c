/*
 * req_read.c - from FastCGI parameters to a decoded request.
 */
#include <string.h>

#include "adapt/gate.h"
#include "base/buf.h"
#include "base/mem.h"
#include "web/app.h"
#include "web/decode.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/view.h"

#define PATH_LONGEST	2000	/* bytes, decoded */
#define BODY_USUAL	65536	/* bytes of an answer */

static void
set_language(struct req *req, int language)
{
	req->language = language;
	req->tag = messages_language(req->app->messages, language)->tag;
}

struct req *
req_new(struct app *app, struct mem *mem)
{
	struct req	*req;

	req = mem_get(mem, sizeof(*req));
	req->app = app;
	req->mem = mem;
	req->view = view_new(mem);
	req->body = buf_new(mem, BODY_USUAL);
	req->id = "-";
	req->method = GET;
	req->path = "/";
	req->query_text = "";
	req->status = 200;
	set_language(req, 0);
	return req;
}

/* nginx's $request_id: 32 hex digits, else "-". */
static const char *
read_id(const struct gate *gate)
{
	const char	*id = gate_param(gate, "REQUEST_ID");

	if (id == NULL || strlen(id) != 32 ||
	    strspn(id, "0123456789abcdef") != 32)
		return "-";
	return id;
}

static void
read_method(struct req *req, const char *name)
{
	req->head = name != NULL && strcmp(name, "HEAD") == 0;
	if (req->head || (name != NULL && strcmp(name, "GET") == 0))
		req->method = GET;
	else if (name != NULL && strcmp(name, "POST") == 0)
		req->method = POST;
	else
		req->method = 0;
}

/* Decode "/path?query" once.  0 or -1. */
static int
read_address(struct req *req, const char *raw)
{
	const char	*path, *question;
	size_t		 length;

	if (raw == NULL || *raw != '/')
		return -1;
	question = strchr(raw, '?');
	length = question != NULL ? (size_t)(question - raw) : strlen(raw);
	path = decode_url(req->mem, raw, length, 0);
	if (path == NULL || strlen(path) > PATH_LONGEST)
		return -1;
	req->path = path;
	if (question == NULL)
		return 0;
	req->query_count = decode_query(req->mem, question + 1, &req->query);
	if (req->query_count >= 0)
		return 0;
	req->query_count = 0;
	return -1;
}

/* The language of the path's first segment, in capitals or not, else the
 * reader's. */
static void
read_language(struct req *req, const struct gate *gate)
{
	const struct messages	*messages = req->app->messages;
	char			*first, *c;
	int			 language;

	first = mem_copy(req->mem, req->path + 1,
	    strcspn(req->path + 1, "/"));
	language = messages_tag(messages, first);
	for (c = first; language < 0 && *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c += 'a' - 'A';
	if (language < 0)
		language = messages_tag(messages, first);
	if (language < 0)
		language = messages_negotiate(messages,
		    gate_param(gate, "PROFINT_LANG_COOKIE"),
		    gate_param(gate, "HTTP_ACCEPT_LANGUAGE"));
	set_language(req, language);
}

int
req_read(struct req *req, struct gate *gate)
{
	int	bad;

	req->id = read_id(gate);
	read_method(req, gate_param(gate, "REQUEST_METHOD"));
	bad = read_address(req, gate_param(gate, "REQUEST_URI"));
	read_language(req, gate);
	req->cookie = gate_param(gate, "HTTP_COOKIE");
	req->origin = gate_param(gate, "HTTP_ORIGIN");
	req->fetch_site = gate_param(gate, "HTTP_SEC_FETCH_SITE");
	req->has_etag = gate_param(gate, "HTTP_IF_NONE_MATCH");
	return bad ? 400 : 0;
}

/* How often may KEY stand in a query of KEYS?  0, 1, or 2 for any number. */
static int
times_allowed(const char *keys, const char *key)
{
	size_t	length = strlen(key), step;

	for (; *keys != '\0'; keys += step + strspn(keys + step, " ")) {
		step = strcspn(keys, " ");
		if (step == length && memcmp(keys, key, length) == 0)
			return 1;
		if (step == length + 1 && keys[length] == '*' &&
		    memcmp(keys, key, length) == 0)
			return 2;
	}
	return 0;
}

const char *
req_query_text(const struct req *req)
{
	struct buf	*text = buf_new(req->mem, 200);
	int		 i;

	for (i = 0; i < req->query_count; i++)
		buf_format(text, "%c%s=%s", i == 0 ? '?' : '&',
		    req_url(req, req->query[i].name),
		    req_url(req, req->query[i].value));
	return text->data;
}

int
req_clean(struct req *req, const char *keys)
{
	int	count = req->query_count, i, allowed;

	req->query_count = 0;
	for (i = 0; i < count; i++) {
		allowed = times_allowed(keys, req->query[i].name);
		if (allowed == 0 || *req->query[i].value == '\0')
			continue;
		if (allowed == 1 &&
		    req_query(req, req->query[i].name) != NULL)
			return 400;
		req->query[req->query_count++] = req->query[i];
	}
	req->query_text = req_query_text(req);
	if (req->query_count == count)
		return 0;
	return req_redirect(req, 302, mem_format(req->mem, "%s%s", req->path,
	    req->query_text));
}
