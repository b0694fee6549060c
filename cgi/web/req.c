/*
 * req.c - what a page does with its request.
 */
#include <string.h>

#include "adapt/icu.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/app.h"
#include "web/common.h"
#include "web/decode.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/tal.h"

const char *
req_query_at(const struct req *req, const char *key, int n)
{
	int	i;

	for (i = 0; i < req->query_count; i++)
		if (strcmp(req->query[i].name, key) == 0 && n-- == 0)
			return req->query[i].value;
	return NULL;
}

const char *
req_query(const struct req *req, const char *key)
{
	return req_query_at(req, key, 0);
}

struct rows *
req_ask(struct req *req, enum query query, const char *const *args)
{
	return db_ask(req->app->db, req->mem, query, args);
}

int
req_run(struct req *req)
{
	switch (db_run(req->app->db)) {
	case DB_OK:
		return 0;
	case DB_LOST:
		return 503;
	default:
		return 500;
	}
}

int
req_page(struct req *req, const char *name)
{
	common_names(req);
	buf_clear(req->body);
	if (tal_render(req->app->tal, name, req->view, req->app->messages,
	    req->language, req->mem, req->body) != 0) {
		buf_clear(req->body);
		return 500;
	}
	return req->status;
}

int
req_redirect(struct req *req, int status, const char *location)
{
	if (location[0] != '/' || location[1] == '/' || location[1] == '\\') {
		log_warn("refused to redirect outside the site");
		return 500;
	}
	buf_clear(req->body);
	req->location = location;
	req->status = status;
	return status;
}

const char *
req_word(const struct req *req, const char *id)
{
	return messages_word(req->app->messages, req->language, id);
}

const char *
req_count(const struct req *req, const char *id, long count)
{
	const struct messages	*messages = req->app->messages;
	struct icu_argument	 argument = { "count", NULL, (double)count };

	return messages_text(messages, req->mem, req->language,
	    messages_find(messages, id), &argument, 1);
}

const char *
req_word_or(const struct req *req, const char *id, const char *otherwise)
{
	if (messages_find(req->app->messages, id) != -1)
		return req_word(req, id);
	log_warn("there is no message %s", id);
	return otherwise;
}

const char *
req_path_in(const struct req *req, int language)
{
	const char	*tag;

	tag = messages_language(req->app->messages, language)->tag;
	return mem_format(req->mem, "/%s/%s", tag, common_path(req));
}

const char *
req_url(const struct req *req, const char *text)
{
	return decode_reverse(req->mem, text);
}
