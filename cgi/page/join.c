/*
 * join.c - GET /{lang}/join: take part in a session; /{lang}/join/{code}: the
 * same from its link; POST: with a code and a nickname.
 *
 * A wrong code costs one look into an index.  A right one is stretched once,
 * for a browser that is not in the session yet.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "page/frame.h"
#include "page/group_private.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

/* What somebody asked to join with. */
struct join {
	const char	*code;		/* as typed */
	const char	*name;		/* without blanks around */
	int		 people;	/* 1, or those at the table */
	int		 is_table;
	int		 its_me;
	int		 own;
	unsigned char	 bytes[JOIN_BYTES];
	struct rows	*groups;	/* group-list */
	struct rows	*found;		/* group-find */
};

/* --- the form --------------------------------------------------------- */

/* WHY, a message, says why it comes back. */
static int
show(struct req *req, const struct join *join, int status, const char *why)
{
	req->hidden = 1;
	req->status = status;
	view_list(req->view, "groups", join->groups);
	view_text(req->view, "join_code", join->code);
	view_text(req->view, "name", join->name);
	view_number(req->view, "people", join->people);
	view_true(req->view, "is_table", join->is_table);
	view_true(req->view, "own", join->own);
	view_true(req->view, "taken", status == 409);
	view_text(req->view, "why", why != NULL ? req_word(req, why) : NULL);
	view_true(req->view, "group", 1);
	learn_view(req);
	return frame_page(req, "join", &(struct frame){
	    .section = "team",
	    .title = req_word(req, "join.title"),
	    .summary = req_word(req, "join.summary") });
}

int
page_join(struct req *req)
{
	struct join	join = { .people = 2 };
	int		status;

	if (req->arguments[0] != NULL &&
	    code_join_read(join.bytes, req->arguments[0]) == 0) {
		join.code = mem_get(req->mem, JOIN_TEXT);
		code_join_write((char *)join.code, join.bytes);
	}
	session_ask(req);
	join.groups = req_ask(req, Q_GROUP_LIST, DB_ARGS(req->tag));
	if ((status = req_run(req)) != 0)
		return status;
	session_take(req);
	return show(req, &join, 200, NULL);
}

/* --- joining ---------------------------------------------------------- */

static const char *
trimmed(struct req *req, const char *text)
{
	size_t	length;

	if (text == NULL)
		return "";
	text += strspn(text, " \t\n");
	length = strlen(text);
	while (length > 0 && strchr(" \t\n", text[length - 1]) != NULL)
		length--;
	return mem_copy(req->mem, text, length);
}

static void
read_form(struct req *req, struct join *join)
{
	const char	*people = form_get(req->form, "people");
	const char	*action = form_get(req->form, "action");

	join->code = form_get(req->form, "code");
	join->name = trimmed(req, form_get(req->form, "name"));
	join->is_table = form_get(req->form, "table") != NULL;
	join->people = people != NULL ? atoi(people) : 2;
	if (join->people < 2 || join->people > GROUP_TABLE)
		join->people = 2;
	join->its_me = action != NULL && strcmp(action, "me") == 0;
	join->own = form_get(req->form, "own") != NULL;
}

/* Is this browser in the session that was found already? */
static int
is_in(const struct join *join)
{
	const char	*id = rows_get(join->found, 0, "space_id") + 2;
	int		 i;

	for (i = 0; i < rows_count(join->groups); i++)
		if (strcmp(rows_get(join->groups, i, "id"), id) == 0)
			return 1;
	return 0;
}

static int
go_in(struct req *req, const struct join *join)
{
	return req_redirect(req, 303, mem_format(req->mem,
	    "/%s/session/%s/step", req->tag,
	    rows_get(join->found, 0, "space_id") + 2));
}

/* Nothing was joined: this browser is what it was. */
static int
refuse(struct req *req, const struct join *join, const char *result)
{
	req->session->is_open = 0;
	req->session->device = req->session->sent;
	req->set_cookie = NULL;
	if (strcmp(result, "taken") == 0)
		return show(req, join, 409, "join.why.taken");
	return show(req, join, 403, strcmp(result, "full") == 0 ?
	    "join.why.full" : "join.why.closed");
}

static int
come_in(struct req *req, const struct join *join)
{
	struct rows	*joined;
	const char	*result;
	int		 status;

	if (group_open(req, join->found, join->bytes) == 0)
		return show(req, join, 404, "join.why.code");
	joined = group_join(req, join->name,
	    join->is_table ? join->people : 1, join->its_me, join->own);
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	result = rows_get(joined, 0, "result");
	if (strcmp(result, "joined") != 0)
		return refuse(req, join, result);
	session_own(req, join->own);
	return go_in(req, join);
}

int
page_join_in(struct req *req)
{
	struct join	join;
	int		status, right;

	memset(&join, 0, sizeof(join));
	read_form(req, &join);
	right = join.code != NULL &&
	    code_join_read(join.bytes, join.code) == 0;
	session_ask(req);
	join.groups = req_ask(req, Q_GROUP_LIST, DB_ARGS(req->tag));
	join.found = group_find(req, join.bytes);
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	session_take(req);
	if ((status = learn_check(req)) != 0)
		return status;
	if (right == 0 || rows_count(join.found) == 0)
		return show(req, &join, 404, "join.why.code");
	if (is_in(&join))
		return go_in(req, &join);
	if (strcmp(rows_get(join.found, 0, "state"), "open") != 0)
		return show(req, &join, 403, "join.why.closed");
	if (*join.name == '\0' || strlen(join.name) > GROUP_NAME)
		return show(req, &join, 400, "join.why.name");
	return come_in(req, &join);
}
