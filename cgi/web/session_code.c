/*
 * session_code.c - a space is opened by its code, or gets another one.
 */
#include <string.h>

#include "adapt/db.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/req.h"
#include "web/session.h"
#include "web/session_private.h"

/* --- open ------------------------------------------------------------- */

struct rows *
session_find(struct req *req, const unsigned char *code)
{
	return req_ask(req, Q_SESSION_FIND, DB_ARGS(
	    session_lookup(req, code, SESSION_CODE, "code")));
}

/* The data key of the space that was found, into the session. */
static int
open_found(struct req *req, const struct rows *found,
    const unsigned char *code)
{
	struct box_key	 wrapping;
	const void	*key;

	if (rows_count(found) == 0)
		return 0;
	req->session->space = rows_get(found, 0, "space_id");
	wrapping = box_derive(code, SESSION_CODE, "code-key");
	key = session_open_cell(req, &wrapping, found, "code_key", BOX_KEY);
	if (key == NULL) {
		log_warn("a code's key does not open its space");
		return 0;
	}
	memcpy(&req->session->key, key, BOX_KEY);
	return 1;
}

int
session_resume(struct req *req, const struct rows *found,
    const unsigned char *code, const char *key)
{
	struct box_key	wrapping;

	if (open_found(req, found, code) == 0)
		return 0;
	session_device(req, key);
	wrapping = box_derive(req->session->token, BOX_KEY, "device-key");
	req_ask(req, Q_SESSION_RESUME, DB_ARGS(
	    session_lookup(req, code, SESSION_CODE, "code"),
	    req->session->device,
	    session_seal_cell(req, &wrapping, "wrapped_key",
		&req->session->key, BOX_KEY)));
	req->session->is_open = 1;
	return 1;
}

/* --- another code ----------------------------------------------------- */

void
session_renew(struct req *req)
{
	struct session	*session = req->session;
	unsigned char	 space[16], *code = mem_get(req->mem, SESSION_CODE);

	box_random(space, sizeof(space));
	box_random(code, SESSION_CODE);
	box_random(&session->key, sizeof(session->key));
	session->space = box_hex(req->mem, space, sizeof(space));
	session->code = code;
}

struct rows *
session_move(struct req *req, const char *once, const char *notes,
    const char *fields)
{
	struct session	*session = req->session;
	struct box_key	 device_key, code_key;

	device_key = box_derive(session->token, BOX_KEY, "device-key");
	code_key = box_derive(session->code, SESSION_CODE, "code-key");
	return req_ask(req, Q_SESSION_MOVE, DB_ARGS(once,
	    session_bytea(req, session->space),
	    session_bytea(req, session_lookup(req, session->code,
		SESSION_CODE, "code")),
	    session_seal_cell(req, &device_key, "wrapped_key",
		&session->key, BOX_KEY),
	    session_seal_cell(req, &code_key, "code_key", &session->key,
		BOX_KEY),
	    session_seal_cell(req, &session->key, "sealed_code",
		session->code, SESSION_CODE), notes, fields));
}
