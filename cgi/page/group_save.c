/*
 * group_save.c - POST /{lang}/session/{id} and …/step: a card is written,
 * shared or taken back; those who lead go on.
 *
 * What the button is worth says what to do, with what it is about behind a
 * colon: "step:tool", "unshare:3f…".
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "page/group_private.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/secret.h"
#include "web/session.h"

#define CARD_ID		16
#define PLACE		200	/* bytes */
#define MINUTES		600

/* What the button says when it begins with VERB and a colon, else NULL. */
static const char *
about(const struct req *req, const char *verb)
{
	const char	*action = form_get(req->form, "action");
	size_t		 length = strlen(verb);

	if (action == NULL || strncmp(action, verb, length) != 0 ||
	    action[length] != ':')
		return NULL;
	return action + length + 1;
}

static int
wants(const struct req *req, const char *verb)
{
	const char	*action = form_get(req->form, "action");

	return action != NULL && strcmp(action, verb) == 0;
}

static int
is_place(const char *text)
{
	return text != NULL && strlen(text) <= PLACE && text[strspn(text,
	    "abcdefghijklmnopqrstuvwxyz0123456789-/")] == '\0';
}

/* Back to where the form was. */
static int
go_back(struct req *req)
{
	const char	*at = form_get(req->form, "at");

	if (at == NULL || is_place(at) == 0 || strchr(at, '/') != NULL)
		return req_redirect(req, 303, req->path);
	return req_redirect(req, 303, mem_format(req->mem, "%s#%s",
	    req->path, at));
}

/* --- cards ------------------------------------------------------------ */

static const char *
text_of(struct req *req)
{
	const char	*text = form_get(req->form, "text");

	if (text == NULL || text[strspn(text, " \t\n")] == '\0')
		return NULL;
	return text;
}

/*
 * The same words at the same place from the same page are the same card:
 * sent twice it is one.  Others written with it, before the page was asked
 * for again, are others.
 */
static struct box_key
card_name(struct req *req, const char *place, const char *text)
{
	return secret_key(req->app->secret, mem_format(req->mem,
	    "card|%s|%s|%s", guard_key(req), place, text));
}

static int
answer(struct req *req, const struct rows *saved)
{
	const char	*result = rows_get(saved, 0, "result");

	if (strcmp(result, "full") == 0)
		return learn_unsaved(req, 413, "unsaved.full");
	if (strcmp(result, "paused") == 0)
		return learn_unsaved(req, 403, "group.unsaved.paused");
	if (strcmp(result, "closed") == 0)
		return learn_unsaved(req, 403, "unsaved.closed");
	return go_back(req);
}

static int
write_card(struct req *req, int is_shared)
{
	const char	*place = form_get(req->form, "place");
	const char	*text = text_of(req), *id;
	struct box_key	 name;
	struct rows	*saved;
	int		 status;

	if (is_place(place) == 0)
		return 400;
	if (text == NULL)
		return go_back(req);
	if (strlen(text) > GROUP_CARD)
		return learn_unsaved(req, 413, "group.unsaved.long");
	name = card_name(req, place, text);
	id = box_hex(req->mem, &name, CARD_ID);
	session_again(req);
	saved = req_ask(req, Q_GROUP_WRITE, DB_ARGS(
	    mem_format(req->mem, "\\x%s", box_hex(req->mem, &name,
		sizeof(name))),
	    mem_format(req->mem, "\\x%s", id), place,
	    mem_format(req->mem, "\\x%s", session_seal(req, "card", id,
		text)),
	    is_shared ? "t" : "f"));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	return answer(req, saved);
}

static int
change_card(struct req *req, const char *id, const char *what)
{
	int	status;

	if (strlen(id) != 2 * CARD_ID ||
	    strspn(id, "0123456789abcdef") != 2 * CARD_ID)
		return 400;
	session_again(req);
	req_ask(req, Q_GROUP_CARD, DB_ARGS(mem_format(req->mem, "\\x%s", id),
	    what));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	return go_back(req);
}

/* --- leading ---------------------------------------------------------- */

static int
steer(struct req *req, const char *what, const char *value)
{
	int	status;

	session_again(req);
	req_ask(req, Q_GROUP_STEER, DB_ARGS(what, value));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	if (strcmp(what, "erase") == 0)
		return req_redirect(req, 303, mem_format(req->mem,
		    "/%s/session", req->tag));
	return go_back(req);
}

static int
start_timer(struct req *req)
{
	const char	*sent = form_get(req->form, "minutes");
	int		 minutes = sent != NULL ? atoi(sent) : 0;

	if (minutes < 1 || minutes > MINUTES)
		return go_back(req);
	return steer(req, "timer", mem_format(req->mem, "%d", minutes));
}

static int
lead(struct req *req)
{
	const char	*value;

	if ((value = about(req, "step")) != NULL && is_place(value))
		return steer(req, "step", value);
	if ((value = about(req, "ask")) != NULL && is_place(value))
		return steer(req, "ask", value);
	if (wants(req, "timer"))
		return start_timer(req);
	if (wants(req, "timer-stop"))
		return steer(req, "timer", "0");
	if (wants(req, "pause"))
		return steer(req, "state", "paused");
	if (wants(req, "open"))
		return steer(req, "state", "open");
	if (wants(req, "end"))
		return steer(req, "state", "ended");
	if (wants(req, "extend"))
		return steer(req, "extend", "");
	if (wants(req, "erase") && form_get(req->form, "sure") != NULL)
		return steer(req, "erase", "");
	return go_back(req);
}

int
page_group_save(struct req *req)
{
	static const char *const changes[] = {
		"share", "unshare", "remove", "erase", NULL
	};
	struct board	 board;
	const char	*id;
	int		 i, status;

	if (guard_is_foreign(req))
		return 403;
	if ((status = board_open(req, &board, NULL)) != 0 ||
	    (status = learn_check(req)) != 0)
		return status;
	if (wants(req, "write") || wants(req, "write-own"))
		return write_card(req, wants(req, "write"));
	for (i = 0; changes[i] != NULL; i++)
		if ((id = about(req, changes[i])) != NULL)
			return change_card(req, id, changes[i]);
	return board.group.leads ? lead(req) : go_back(req);
}
