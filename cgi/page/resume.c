/*
 * resume.c - /{lang}/resume: somebody goes on with their work on another
 * device, by its code.
 *
 * GET /{lang}/resume/{code} is what the link and the QR code lead to: it
 * shows "Continue here" and opens nothing.  The code leaves the address at
 * once: no other link of the page has it.
 */
#include <string.h>

#include "adapt/icu.h"
#include "base/mem.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/app.h"
#include "web/code.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

struct resume {
	const char	*typed;		/* "" when nothing was */
	unsigned char	 code[CODE_BYTES];
	struct code_found found;
	const char	*why;		/* message, NULL: nothing to say */
};

/* The message that says what is wrong with the code. */
static const char *
verdict(enum code_verdict which)
{
	static const char *const	words[] = {
		[CODE_EMPTY] = "resume.wrong.empty",
		[CODE_COUNT] = "resume.wrong.count",
		[CODE_GROUP] = "resume.wrong.group",
		[CODE_LIKELY] = "resume.wrong.likely",
		[CODE_SWAPPED] = "resume.wrong.swapped",
		[CODE_WRONG] = "resume.wrong.all"
	};

	return words[which];
}

static const char *
sentence(struct req *req, const struct resume *resume)
{
	const struct messages		*messages = req->app->messages;
	const struct code_found	*found = &resume->found;
	struct icu_argument		 arguments[] = {
		{ "count", NULL, found->count },
		{ "group", NULL, found->group },
		{ "other", NULL, found->other } };

	if (resume->why == NULL)
		return NULL;
	return messages_text(messages, req->mem, req->language,
	    messages_find(messages, resume->why), arguments, 3);
}

static int
show(struct req *req, const struct resume *resume, int status)
{
	char	text[CODE_TEXT];
	int	is_right = resume->found.verdict == CODE_RIGHT;

	req->path = mem_format(req->mem, "/%s/resume", req->tag);
	learn_view(req);
	if (is_right)
		code_write(text, resume->code);
	view_text(req->view, "typed", is_right ? mem_dup(req->mem, text) :
	    resume->typed);
	view_true(req->view, "is_right", is_right && resume->why == NULL);
	view_text(req->view, "why", sentence(req, resume));
	view_true(req->view, "is_wrong", resume->why != NULL);
	view_true(req->view, "keeps", 1);
	view_text(req->view, "enter", "open");
	req->hidden = 1;
	req->status = status;
	return frame_page(req, "resume", &(struct frame){
	    .title = req_word(req, "resume.title"),
	    .summary = req_word(req, "resume.summary") });
}

/* What somebody typed; says what is wrong with it. */
static void
read_code(struct resume *resume, const char *typed)
{
	memset(resume, 0, sizeof(*resume));
	resume->typed = typed != NULL ? typed : "";
	resume->found = code_read(resume->code, resume->typed);
	if (resume->found.verdict != CODE_RIGHT)
		resume->why = verdict(resume->found.verdict);
}

int
page_resume(struct req *req)
{
	struct resume	resume;
	int		status;

	session_ask(req);
	if ((status = req_run(req)) != 0)
		return status;
	session_take(req);
	read_code(&resume, req->arguments[0]);
	if (req->arguments[0] == NULL)
		resume.why = NULL;
	return show(req, &resume, resume.why != NULL ? 400 : 200);
}

/* Open what the code opens, in a pipeline of its own. */
static int
open_it(struct req *req, struct resume *resume, const struct rows *found)
{
	const char	*here = req->session->is_open ? req->session->space :
			    NULL;
	int		 status;

	session_again(req);
	if (session_resume(req, found, resume->code, guard_key(req)) == 0) {
		if ((status = req_run(req)) != 0)
			return status;
		req->session->is_open = here != NULL;
		resume->why = "resume.unknown";
		return show(req, resume, 404);
	}
	if ((status = req_run(req)) != 0)
		return status;
	return req_redirect(req, 303, mem_format(req->mem, "/%s/my",
	    req->tag));
}

int
page_resume_open(struct req *req)
{
	const char	*action = form_get(req->form, "action");
	struct resume	 resume;
	struct rows	*found = NULL;
	int		 status;

	if (guard_is_foreign(req))
		return 403;
	read_code(&resume, form_get(req->form, "code"));
	session_ask(req);
	if (resume.why == NULL)
		found = session_find(req, resume.code);
	if ((status = req_run(req)) != 0)
		return status;
	session_take(req);
	if (action != NULL && strcmp(action, "show") == 0) {
		if (resume.found.verdict == CODE_EMPTY)
			resume.why = NULL;
		return show(req, &resume, 200);
	}
	if (guard_is_ours(req) == 0)
		return show(req, &resume, 403);
	if (resume.why != NULL)
		return show(req, &resume, 400);
	return open_it(req, &resume, found);
}
