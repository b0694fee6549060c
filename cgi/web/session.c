/*
 * session.c - whose work a request may see.
 */
#include <string.h>

#include "adapt/db.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/app.h"
#include "web/req.h"
#include "web/secret.h"
#include "web/session.h"
#include "web/session_private.h"
#include "web/settings.h"

#define OWN_SECONDS	34560000	/* 400 days: browsers allow no more */

/* --- the cookie ------------------------------------------------------- */

/* Browsers refuse a __Host- cookie without https, which localhost lacks. */
static int
is_plain(const struct req *req)
{
	return strncmp(settings_get(req->app->settings, "base", NULL),
	    "http://", 7) == 0;
}

static const char *
cookie_name(const struct req *req)
{
	return is_plain(req) ? "profint" : "__Host-profint";
}

/* The value of our cookie in the header, NULL when it is not there. */
static const char *
cookie_value(const struct req *req)
{
	const char	*at = req->cookie, *name = cookie_name(req);
	size_t		 length = strlen(name);

	while (at != NULL && *at != '\0') {
		at += strspn(at, "; ");
		if (strncmp(at, name, length) == 0 && at[length] == '=')
			return mem_copy(req->mem, at + length + 1,
			    strcspn(at + length + 1, "; "));
		at += strcspn(at, ";");
	}
	return NULL;
}

/* SECONDS: 0 for as long as the browser is open. */
static void
send_cookie(struct req *req, const char *value, long seconds)
{
	const char	*age = "";

	if (*value == '\0')
		age = "; Max-Age=0";
	else if (seconds > 0)
		age = mem_format(req->mem, "; Max-Age=%ld", seconds);
	req->set_cookie = mem_format(req->mem,
	    "%s=%s; Path=/%s; HttpOnly; SameSite=Lax%s", cookie_name(req),
	    value, age, is_plain(req) ? "" : "; Secure");
}

void
session_own(struct req *req, int is_own)
{
	send_cookie(req, box_hex(req->mem, req->session->token, BOX_KEY),
	    is_own ? OWN_SECONDS : 0);
}

void
session_leave(struct req *req)
{
	send_cookie(req, "", 0);
	req->session->device = NULL;
	req->session->is_open = 0;
	req->forget = 1;
}

/* --- open ------------------------------------------------------------- */

const char *
session_place(struct req *req, const char *table, const char *place)
{
	return mem_format(req->mem, "%s|%s|%s", req->session->space, table,
	    place);
}

const char *
session_lookup(struct req *req, const void *secret, size_t length,
    const char *purpose)
{
	struct box_key	key = box_derive(secret, length, purpose);

	return box_hex(req->mem, &key, sizeof(key));
}

void
session_token(struct req *req, const unsigned char *token)
{
	memcpy(req->session->token, token, BOX_KEY);
	req->session->device = session_lookup(req, token, BOX_KEY, "device");
}

struct rows *
session_again(struct req *req)
{
	const struct session	*session = req->session;

	if (session->device == NULL)
		return NULL;
	if (session->group != NULL)
		return req_ask(req, Q_GROUP_OPEN,
		    DB_ARGS(session->device, session->group));
	return req_ask(req, Q_SESSION_OPEN, DB_ARGS(session->device));
}

void
session_ask_group(struct req *req, const char *group)
{
	unsigned char	*token;
	size_t		 length;

	req->session = mem_get(req->mem, sizeof(*req->session));
	req->session->group = group;
	token = box_unhex(req->mem, cookie_value(req), &length);
	if (token == NULL || length != BOX_KEY)
		return;
	session_token(req, token);
	req->session->sent = req->session->device;
	req->session->rows = session_again(req);
}

void
session_ask(struct req *req)
{
	session_ask_group(req, NULL);
}

const void *
session_open_cell(struct req *req, const struct box_key *key,
    const struct rows *rows, const char *column, size_t size)
{
	const char	*place = session_place(req, "space", column);
	unsigned char	*sealed;
	size_t		 length;
	char		*bytes;

	sealed = box_unhex(req->mem, rows_get(rows, 0, column), &length);
	if (sealed == NULL)
		return NULL;
	bytes = box_open(req->mem, key, place, sealed, length, &length);
	return bytes != NULL && length == size ? bytes : NULL;
}

static int
open_space(struct req *req)
{
	struct session	*session = req->session;
	struct box_key	 wrapping;
	const void	*key;

	if (session->rows == NULL || rows_count(session->rows) == 0 ||
	    rows_get(session->rows, 0, "space_id") == NULL)
		return 0;
	session->space = rows_get(session->rows, 0, "space_id") + 2;
	wrapping = box_derive(session->token, BOX_KEY, "device-key");
	key = session_open_cell(req, &wrapping, session->rows,
	    "wrapped_key", BOX_KEY);
	if (key == NULL) {
		log_warn("a device's key does not open its space");
		return 0;
	}
	memcpy(&session->key, key, BOX_KEY);
	session->code = session_open_cell(req, &session->key, session->rows,
	    "sealed_code", SESSION_CODE);
	session->is_open = 1;
	return 1;
}

/* Does the cookie open something else than what was asked for? */
static int
opens_more(const struct session *session)
{
	return session->device != NULL && (session->group != NULL ||
	    (session->rows != NULL && rows_count(session->rows) > 0 &&
	    rows_get(session->rows, 0, "space_id") == NULL));
}

int
session_take(struct req *req)
{
	struct session	*session = req->session;
	const char	*own;

	if (open_space(req) == 0) {
		if (opens_more(session))
			return 0;
		if (cookie_value(req) != NULL)
			send_cookie(req, "", 0);
		req->session->device = NULL;
		return 0;
	}
	own = rows_get(session->rows, 0, "own");
	session->is_asked = own != NULL;
	session->is_own = own != NULL && *own == 't';
	session->kept_until = rows_get(session->rows, 0, "kept_until");
	if (session->is_own &&
	    *rows_get(session->rows, 0, "renewed") == 't')
		session_own(req, 1);
	return 1;
}

/* --- create ----------------------------------------------------------- */

const char *
session_seal_cell(struct req *req, const struct box_key *key,
    const char *column, const void *bytes, size_t size)
{
	unsigned char	*sealed;

	sealed = box_seal(req->mem, key, session_place(req, "space", column),
	    bytes, size, &size);
	return mem_format(req->mem, "\\x%s", box_hex(req->mem, sealed, size));
}

const char *
session_bytea(struct req *req, const char *hex)
{
	return mem_format(req->mem, "\\x%s", hex);
}

struct box_key
session_name(struct req *req, const char *what, const char *key)
{
	return secret_key(req->app->secret,
	    mem_format(req->mem, "first|%s|%s", what, key));
}

int
session_is_first(struct req *req, const char *key)
{
	struct box_key	token = session_name(req, "token", key);

	return req->session->sent != NULL &&
	    box_same(req->session->token, &token, BOX_KEY);
}

void
session_device(struct req *req, const char *key)
{
	struct box_key	token = session_name(req, "token", key);

	if (req->session->device != NULL)
		return;
	session_token(req, token.bytes);
	session_own(req, 0);
}

void
session_create(struct req *req, const char *key)
{
	struct session	*session = req->session;
	struct box_key	 space = session_name(req, "space", key);
	struct box_key	 code = session_name(req, "code", key);
	struct box_key	 device_key, code_key;

	session_device(req, key);
	session->space = box_hex(req->mem, &space, 16);
	session->code = mem_get(req->mem, SESSION_CODE);
	memcpy((void *)session->code, &code, SESSION_CODE);
	box_random(&session->key, sizeof(session->key));
	device_key = box_derive(session->token, BOX_KEY, "device-key");
	code_key = box_derive(&code, SESSION_CODE, "code-key");
	session->made = req_ask(req, Q_SESSION_CREATE, DB_ARGS(
	    session_bytea(req, session->space),
	    session_bytea(req, session->device),
	    session_bytea(req, session_lookup(req, &code, SESSION_CODE,
		"code")),
	    session_seal_cell(req, &device_key, "wrapped_key", &session->key,
		BOX_KEY),
	    session_seal_cell(req, &code_key, "code_key", &session->key,
		BOX_KEY),
	    session_seal_cell(req, &session->key, "sealed_code", &code,
		SESSION_CODE)));
	session->is_open = 1;
}

/* --- words ------------------------------------------------------------ */

const char *
session_seal(struct req *req, const char *table, const char *place,
    const char *text)
{
	unsigned char	*sealed;
	size_t		 size;

	sealed = box_seal(req->mem, &req->session->key,
	    session_place(req, table, place), text, strlen(text), &size);
	return box_hex(req->mem, sealed, size);
}

const char *
session_unseal(struct req *req, const char *table, const char *place,
    const char *sealed)
{
	unsigned char	*bytes;
	size_t		 length;
	const char	*text;

	bytes = box_unhex(req->mem, sealed, &length);
	if (bytes == NULL || req->session->is_open == 0)
		return NULL;
	text = box_open(req->mem, &req->session->key,
	    session_place(req, table, place), bytes, length, &length);
	if (text == NULL)
		log_warn("a text of table %s does not open", table);
	return text;
}
