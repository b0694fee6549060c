/*
 * group.c - a session: the space of a group, how it is opened and joined.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "adapt/icu.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/app.h"
#include "web/form.h"
#include "web/group.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/secret.h"
#include "web/session.h"
#include "web/session_private.h"

/* --- opened before ---------------------------------------------------- */

int
group_take(struct req *req, struct group *group)
{
	const struct rows	*rows = req->session->rows;
	const char		*text;
	unsigned char		 code[JOIN_BYTES];

	memset(group, 0, sizeof(*group));
	if (session_take(req) == 0)
		return 0;
	group->id = req->session->space;
	group->leads = strcmp(rows_get(rows, 0, "role"), "facilitator") == 0;
	group->module = rows_get(rows, 0, "module");
	group->other = rows_get(rows, 0, "other");
	group->state = rows_get(rows, 0, "state");
	group->step = rows_get(rows, 0, "step");
	group->asked = rows_get(rows, 0, "asked");
	group->version = atoi(rows_get(rows, 0, "version"));
	group->people = atoi(rows_get(rows, 0, "people"));
	group->timer_minutes = rows_get(rows, 0, "timer_minutes");
	group->timer_left = rows_get(rows, 0, "timer_left");
	text = session_unseal(req, "session", "join",
	    rows_get(rows, 0, "sealed_join"));
	if (text != NULL && code_join_read(code, text) == 0)
		code_join_write(group->join, code);
	return 1;
}

/* --- made ------------------------------------------------------------- */

/* The data key, wrapped for this browser. */
static const char *
wrap_device(struct req *req)
{
	struct box_key	key;

	key = box_derive(req->session->token, BOX_KEY, "device-key");
	return session_seal_cell(req, &key, "wrapped_key",
	    &req->session->key, BOX_KEY);
}

const char *
group_hash(struct mem *mem, const struct secret *secret,
    const unsigned char code[JOIN_BYTES])
{
	struct box_key	key;

	key = secret_key(secret, mem_format(mem, "join|%s",
	    box_hex(mem, code, JOIN_BYTES)));
	return box_hex(mem, &key, sizeof(key));
}

void
group_create(struct req *req, const char *module, const char *other)
{
	struct session	*session = req->session;
	const char	*key = guard_key(req);
	struct box_key	 space = session_name(req, "session", key);
	struct box_key	 code = session_name(req, "session-code", key);
	struct box_key	 join = session_name(req, "session-join", key);
	struct box_key	 salt = session_name(req, "session-salt", key);
	struct box_key	 code_key, join_key;
	char		 shown[JOIN_TEXT];

	session_device(req, key);
	session->space = box_hex(req->mem, &space, 16);
	box_random(&session->key, sizeof(session->key));
	session->is_open = 1;
	code_key = box_derive(&code, CODE_BYTES, "code-key");
	join_key = box_stretch(&join, JOIN_BYTES, &salt);
	code_join_write(shown, join.bytes);
	session->made = req_ask(req, Q_GROUP_CREATE, DB_ARGS(
	    session_bytea(req, session->space),
	    session_bytea(req, session->device),
	    session_bytea(req, session_lookup(req, &code, CODE_BYTES,
		"code")),
	    wrap_device(req),
	    session_seal_cell(req, &code_key, "code_key", &session->key,
		BOX_KEY),
	    session_seal_cell(req, &session->key, "sealed_code", &code,
		CODE_BYTES),
	    module, other,
	    session_bytea(req, group_hash(req->mem, req->app->secret,
		join.bytes)),
	    session_bytea(req, box_hex(req->mem, &salt, BOX_SALT)),
	    session_seal_cell(req, &join_key, "join_key", &session->key,
		BOX_KEY),
	    session_bytea(req, session_seal(req, "session", "join",
		shown))));
}

/* --- joined ----------------------------------------------------------- */

struct rows *
group_find(struct req *req, const unsigned char code[JOIN_BYTES])
{
	return req_ask(req, Q_GROUP_FIND, DB_ARGS(
	    group_hash(req->mem, req->app->secret, code)));
}

/* The data key in COLUMN, opened with WRAPPING. */
static int
open_key(struct req *req, const struct rows *found,
    const struct box_key *wrapping, const char *column)
{
	struct session	*session = req->session;
	unsigned char	*sealed;
	size_t		 length;
	char		*key;

	session->space = rows_get(found, 0, "space_id") + 2;
	sealed = box_unhex(req->mem, rows_get(found, 0, column), &length);
	key = box_open(req->mem, wrapping, mem_format(req->mem,
	    "%s|space|%s", session->space, column), sealed, length,
	    &length);
	if (key == NULL || length != BOX_KEY) {
		log_warn("a code does not open its session");
		return 0;
	}
	memcpy(&session->key, key, BOX_KEY);
	session->is_open = 1;
	return 1;
}

int
group_open(struct req *req, const struct rows *found,
    const unsigned char code[JOIN_BYTES])
{
	struct box_key	 wrapping;
	unsigned char	*salt;
	size_t		 length;

	if (rows_count(found) == 0)
		return 0;
	salt = box_unhex(req->mem, rows_get(found, 0, "salt"), &length);
	if (salt == NULL || length != BOX_SALT)
		return 0;
	wrapping = box_stretch(code, JOIN_BYTES, salt);
	return open_key(req, found, &wrapping, "join_key");
}

struct rows *
group_join(struct req *req, const char *name, int people, int its_me,
    int own)
{
	struct session	*session = req->session;
	const char	*key = guard_key(req);
	struct box_key	 member = session_name(req, "member", key);
	struct box_key	 hash;
	const char	*id = box_hex(req->mem, &member, 16);

	session_device(req, key);
	hash = box_derive(&session->key, BOX_KEY, mem_format(req->mem,
	    "name|%s", icu_fold(req->mem, name)));
	return req_ask(req, Q_GROUP_JOIN, DB_ARGS(
	    session_bytea(req, session->device),
	    session_bytea(req, session->space),
	    wrap_device(req),
	    session_bytea(req, id),
	    session_bytea(req, box_hex(req->mem, &hash, sizeof(hash))),
	    session_bytea(req, session_seal(req, "member", id,
		mem_format(req->mem, "%d\n%s", people, name))),
	    its_me ? "t" : "f", own ? "t" : "f",
	    mem_format(req->mem, "%d", people)));
}

/* --- led -------------------------------------------------------------- */

struct rows *
group_find_code(struct req *req, const unsigned char code[CODE_BYTES])
{
	return req_ask(req, Q_GROUP_CODE,
	    DB_ARGS(session_lookup(req, code, CODE_BYTES, "code")));
}

int
group_lead(struct req *req, const struct rows *found,
    const unsigned char code[CODE_BYTES])
{
	struct box_key	wrapping = box_derive(code, CODE_BYTES, "code-key");

	if (rows_count(found) == 0 ||
	    open_key(req, found, &wrapping, "code_key") == 0)
		return 0;
	session_device(req, guard_key(req));
	req_ask(req, Q_GROUP_LEAD, DB_ARGS(
	    session_bytea(req, req->session->device),
	    session_bytea(req, req->session->space), wrap_device(req)));
	return 1;
}
