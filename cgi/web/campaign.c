/*
 * campaign.c - a space with a letter box.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/app.h"
#include "web/campaign.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/secret.h"
#include "web/session.h"

#define NAME	16	/* bytes of an answer's name, and of an id */

/* --- keys ------------------------------------------------------------------- */

static const char *
bytea(struct req *req, const void *bytes, size_t size)
{
	return mem_format(req->mem, "\\x%s", box_hex(req->mem, bytes, size));
}

/* What the form whose key is KEY makes for WHAT: always the same. */
static struct box_key
made_of(struct req *req, const char *what, const char *key)
{
	return secret_key(req->app->secret,
	    mem_format(req->mem, "%s|%s", what, key));
}

static const char *
lookup(struct req *req, const void *secret, size_t size, const char *purpose)
{
	struct box_key	key = box_derive(secret, size, purpose);

	return box_hex(req->mem, &key, sizeof(key));
}

static const char *
place(struct req *req, const char *id, const char *column)
{
	return mem_format(req->mem, "%s|space|%s", id, column);
}

static const char *
wrap(struct req *req, const struct box_key *key, const char *id,
    const char *column, const void *bytes, size_t size)
{
	unsigned char	*sealed;

	sealed = box_seal(req->mem, key, place(req, id, column), bytes, size,
	    &size);
	return bytea(req, sealed, size);
}

/* SIZE bytes that are sealed in a bytea; NULL when they do not open. */
static const void *
unwrap(struct req *req, const struct box_key *key, const char *id,
    const char *column, const char *sealed, size_t size)
{
	unsigned char	*bytes;
	const char	*open;
	size_t		 length;

	bytes = box_unhex(req->mem, sealed, &length);
	open = bytes == NULL ? NULL : box_open(req->mem, key,
	    place(req, id, column), bytes, length, &length);
	return open != NULL && length == size ? open : NULL;
}

/* The data key of ID, wrapped for this device. */
static int
open_key(struct req *req, const char *id, const char *sealed)
{
	struct box_key	 wrapping;
	const void	*key;

	wrapping = box_derive(req->session->token, BOX_KEY, "device-key");
	key = unwrap(req, &wrapping, id, "wrapped_key", sealed, BOX_KEY);
	if (key == NULL) {
		log_warn("a device's key does not open its campaign");
		return 0;
	}
	memcpy(&req->session->key, key, BOX_KEY);
	req->session->space = id;
	return 1;
}

/* This browser has the token that the form makes, unless it has one. */
static void
need_device(struct req *req)
{
	struct box_key	token = made_of(req, "first|token", guard_key(req));

	if (req->session->device != NULL)
		return;
	memcpy(req->session->token, &token, BOX_KEY);
	req->session->device = lookup(req, &token, BOX_KEY, "device");
	session_own(req, 0);
}

/* --- opening ---------------------------------------------------------------- */

void
campaign_ask(struct req *req, const char *id)
{
	if (req->session == NULL)
		session_ask(req);
	else
		session_again(req);
	req->session->rows = NULL;
	if (req->session->device != NULL && strlen(id) == CAMPAIGN_ID &&
	    strspn(id, "0123456789abcdef") == CAMPAIGN_ID)
		req->session->rows = req_ask(req, Q_CAMPAIGN_OPEN,
		    DB_ARGS(req->session->device, id));
}

static void
take_key(struct req *req, struct box_key *key, const char *hex)
{
	unsigned char	*bytes;
	size_t		 length = 0;

	bytes = box_unhex(req->mem, hex, &length);
	if (bytes != NULL && length == BOX_KEY)
		memcpy(key, bytes, BOX_KEY);
}

static const char *
unseal(struct req *req, const struct rows *rows, const char *column)
{
	const char	*text;

	text = session_unseal(req, "campaign", column,
	    rows_get(rows, 0, column));
	return text != NULL ? text : "";
}

static int
is_true(const struct rows *rows, const char *column)
{
	const char	*said = rows_get(rows, 0, column);

	return said != NULL && *said == 't';
}

static void
take_facts(struct req *req, struct campaign *campaign,
    const struct rows *rows)
{
	*campaign = (struct campaign){
		.id = req->session->space,
		.tool = rows_get(rows, 0, "tool"),
		.title = unseal(req, rows, "sealed_title"),
		.link = unseal(req, rows, "sealed_link"),
		.closes_on = rows_get(rows, 0, "closes_on"),
		.kept_until = rows_get(rows, 0, "kept_until"),
		.is_closed = is_true(rows, "closed"),
		.is_open = is_true(rows, "is_open"),
		.answers = atoi(rows_get(rows, 0, "answers")) };
	take_key(req, &campaign->public, rows_get(rows, 0, "public_key"));
	take_key(req, &campaign->secret, unseal(req, rows, "sealed_secret"));
}

int
campaign_take(struct req *req, struct campaign *campaign)
{
	struct session		*session = req->session;
	const struct rows	*rows = session->rows;

	if (rows == NULL || rows_count(rows) == 0 ||
	    open_key(req, rows_get(rows, 0, "space_id") + 2,
	    rows_get(rows, 0, "wrapped_key")) == 0)
		return 0;
	session->is_open = 1;
	session->is_asked = rows_get(rows, 0, "own") != NULL;
	session->is_own = is_true(rows, "own");
	session->kept_until = rows_get(rows, 0, "kept_until");
	session->code = unwrap(req, &session->key, session->space,
	    "sealed_code", rows_get(rows, 0, "sealed_code"), SESSION_CODE);
	take_facts(req, campaign, rows);
	return 1;
}

/* --- the list --------------------------------------------------------------- */

struct rows *
campaign_list(struct req *req)
{
	return req->session->device == NULL ? NULL :
	    req_ask(req, Q_CAMPAIGN_LIST, DB_NO_ARGS);
}

void
campaign_list_take(struct req *req, const struct rows *list)
{
	if (list == NULL || rows_count(list) == 0)
		session_take(req);
}

const char *
campaign_list_title(struct req *req, const struct rows *list, int n)
{
	struct session	 whole = *req->session;
	const char	*title = NULL;

	if (open_key(req, rows_get(list, n, "id"),
	    rows_get(list, n, "wrapped_key"))) {
		req->session->is_open = 1;
		title = session_unseal(req, "campaign", "sealed_title",
		    rows_get(list, n, "sealed_title"));
	}
	*req->session = whole;
	return title != NULL ? title : "";
}

/* --- making ----------------------------------------------------------------- */

/* Text sealed with the data key, for a column of the campaign. */
static const char *
seal(struct req *req, const char *column, const char *text)
{
	return mem_format(req->mem, "\\x%s",
	    session_seal(req, "campaign", column, text));
}

static const char *
new_link(struct req *req)
{
	unsigned char	 bytes[JOIN_BYTES];
	char		 text[JOIN_TEXT], *letter;

	box_random(bytes, sizeof(bytes));
	code_join_write(text, bytes);
	for (letter = text; *letter != '\0'; letter++)
		*letter = (char)tolower((unsigned char)*letter);
	return mem_dup(req->mem, text);
}

/* What is new at each try; the database keeps that of the first. */
static struct rows *
queue_create(struct req *req, const struct box_key *code, const char *tool,
    const char *title, const char *closes_on)
{
	struct session	*session = req->session;
	const char	*id = session->space, *link = new_link(req);
	struct box_key	 public, secret, device_key, code_key;
	struct rows	*made;

	box_random(&session->key, sizeof(session->key));
	box_pair(&public, &secret);
	device_key = box_derive(session->token, BOX_KEY, "device-key");
	code_key = box_derive(code, SESSION_CODE, "code-key");
	made = req_ask(req, Q_CAMPAIGN_CREATE, DB_ARGS(
	    mem_format(req->mem, "\\x%s", id),
	    mem_format(req->mem, "\\x%s", session->device),
	    mem_format(req->mem, "\\x%s",
		lookup(req, code, SESSION_CODE, "code")),
	    wrap(req, &device_key, id, "wrapped_key", &session->key, BOX_KEY),
	    wrap(req, &code_key, id, "code_key", &session->key, BOX_KEY),
	    wrap(req, &session->key, id, "sealed_code", code, SESSION_CODE),
	    tool,
	    mem_format(req->mem, "\\x%s", campaign_link(req, link)),
	    seal(req, "sealed_link", link),
	    seal(req, "sealed_title", title),
	    bytea(req, &public, BOX_KEY),
	    seal(req, "sealed_secret", box_hex(req->mem, &secret, BOX_KEY)),
	    closes_on, req->tag));
	box_wipe(&secret, sizeof(secret));
	return made;
}

struct rows *
campaign_create(struct req *req, const char *tool, const char *title,
    const char *closes_on)
{
	const char	*key = guard_key(req);
	struct box_key	 id = made_of(req, "campaign|space", key);
	struct box_key	 code = made_of(req, "campaign|code", key);

	need_device(req);
	req->session->space = box_hex(req->mem, &id, NAME);
	return queue_create(req, &code, tool, title, closes_on);
}

struct rows *
campaign_find(struct req *req, const unsigned char code[CODE_BYTES])
{
	return req_ask(req, Q_CAMPAIGN_FIND,
	    DB_ARGS(lookup(req, code, CODE_BYTES, "code")));
}

const char *
campaign_resume(struct req *req, const struct rows *found,
    const unsigned char code[CODE_BYTES])
{
	struct box_key	 wrapping = box_derive(code, CODE_BYTES, "code-key");
	const char	*id;
	const void	*key;

	if (rows_count(found) == 0)
		return NULL;
	id = rows_get(found, 0, "id");
	key = unwrap(req, &wrapping, id, "code_key",
	    rows_get(found, 0, "wrapped_key"), BOX_KEY);
	if (key == NULL) {
		log_warn("a code's key does not open its campaign");
		return NULL;
	}
	need_device(req);
	wrapping = box_derive(req->session->token, BOX_KEY, "device-key");
	req_ask(req, Q_CAMPAIGN_RESUME, DB_ARGS(
	    lookup(req, code, CODE_BYTES, "code"), req->session->device,
	    wrap(req, &wrapping, id, "wrapped_key", key, BOX_KEY)));
	return id;
}

/* --- answering -------------------------------------------------------------- */

const char *
campaign_link(struct req *req, const char *link)
{
	unsigned char	bytes[JOIN_BYTES];
	struct box_key	hash;

	if (code_join_read(bytes, link) != 0)
		return NULL;
	hash = made_of(req, "campaign|link",
	    box_hex(req->mem, bytes, sizeof(bytes)));
	return box_hex(req->mem, &hash, sizeof(hash));
}

const char *
campaign_name(struct req *req, const char *key)
{
	struct box_key	name = made_of(req, "campaign|answer", key);

	return bytea(req, &name, NAME);
}

const char *
campaign_drop(struct req *req, const char *public, const char *line)
{
	struct box_key	 box = { { 0 } };
	unsigned char	*sealed;
	size_t		 size;

	take_key(req, &box, public);
	sealed = box_drop(req->mem, &box, line, strlen(line), &size);
	return bytea(req, sealed, size);
}

const char *
campaign_collect(struct req *req, const struct campaign *campaign,
    const char *sealed)
{
	unsigned char	*bytes;
	size_t		 length;

	bytes = box_unhex(req->mem, sealed, &length);
	return bytes == NULL ? NULL : box_collect(req->mem, &campaign->public,
	    &campaign->secret, bytes, length, &length);
}
