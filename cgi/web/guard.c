/*
 * guard.c - forms come from a page of ours, and count once.
 */
#include <string.h>

#include "adapt/box.h"
#include "base/mem.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/secret.h"
#include "web/session.h"
#include "web/settings.h"
#include "web/view.h"

#define KEY_BYTES	16
#define TOKEN_BYTES	16

static const char *
token_of(const struct req *req, const char *key, const char *device)
{
	struct box_key	 token;

	token = secret_key(req->app->secret, mem_format(req->mem,
	    "form|%s|%s", key, device != NULL ? device : "-"));
	return box_hex(req->mem, &token, TOKEN_BYTES);
}

void
guard_view(struct req *req)
{
	unsigned char	 bytes[KEY_BYTES];
	const char	*key;

	box_random(bytes, sizeof(bytes));
	key = box_hex(req->mem, bytes, sizeof(bytes));
	view_text(req->view, "form_key", key);
	view_text(req->view, "form_token", token_of(req, key,
	    req->session->device));
}

/* A browser that names no site sends an origin, or "null" to a page that
 * asks for no referrer, which says nothing. */
int
guard_is_foreign(const struct req *req)
{
	if (req->fetch_site != NULL)
		return strcmp(req->fetch_site, "same-origin") != 0 &&
		    strcmp(req->fetch_site, "none") != 0;
	return req->origin != NULL && strcmp(req->origin, "null") != 0 &&
	    strcmp(req->origin, settings_get(req->app->settings, "base",
	    NULL)) != 0;
}

int
guard_is_ours(struct req *req)
{
	const char	*key = guard_key(req);
	const char	*token = form_get(req->form, "token");

	if (key == NULL || strlen(key) != 2 * KEY_BYTES ||
	    strspn(key, "0123456789abcdef") != 2 * KEY_BYTES ||
	    token == NULL || strlen(token) != 2 * TOKEN_BYTES)
		return 0;
	if (session_is_first(req, key))
		return box_same(token, token_of(req, key, NULL),
		    2 * TOKEN_BYTES);
	return box_same(token, token_of(req, key, req->session->sent),
	    2 * TOKEN_BYTES);
}

const char *
guard_key(const struct req *req)
{
	return form_get(req->form, "key");
}

const char *
guard_once(const struct req *req)
{
	const char	*key = guard_key(req);
	struct box_key	 hash;

	hash = box_derive(key, 2 * KEY_BYTES, "request");
	return mem_format(req->mem, "\\x%s", box_hex(req->mem, &hash,
	    sizeof(hash)));
}
