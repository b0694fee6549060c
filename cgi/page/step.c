/*
 * step.c - GET /{lang}/step/{module}/{step}: one step of a module, with a
 * place to write under each question.
 *
 * ?run=1 shows it to those who lead a group instead: what they need, and
 * nothing to fill in.
 */
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "page/item.h"
#include "page/learn.h"
#include "page/page.h"
#include "page/step_private.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

/* --- read ------------------------------------------------------------- */

static int
is(const struct step *step, const char *name)
{
	return strcmp(step->name, name) == 0;
}

static int
find_shown(struct step *step)
{
	int	i;

	if (rows_count(step->item) == 0 ||
	    rows_get(step->item, 0, "successor") != NULL)
		return 0;
	for (i = 0; i < rows_count(step->steps); i++)
		if (*rows_get(step->steps, i, "current") == 't') {
			step->shown = i;
			return 1;
		}
	return 0;
}

static int
read_module(struct req *req, struct step *step)
{
	const char	*slug = step->module;
	int		 status;

	session_ask(req);
	step->item = req_ask(req, Q_ITEM_PAGE,
	    DB_ARGS("module", slug, req->tag));
	step->steps = req_ask(req, Q_STEP_LIST, DB_ARGS(slug, step->name,
	    step->read));
	step->sections = req_ask(req, Q_STEP_SECTIONS,
	    DB_ARGS(slug, req->tag, step->name));
	step->written = req_ask(req, Q_NOTE_LIST, DB_ARGS("module", slug));
	step->cases = req_ask(req, Q_STEP_CASE, DB_ARGS(slug, req->tag));
	step->size = req_ask(req, Q_KIT_SIZE, DB_ARGS(slug, req->tag));
	if (is(step, "evaluation"))
		step->checks = req_ask(req, Q_STEP_QUESTIONS,
		    DB_ARGS("module", slug, req->tag));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	session_take(req);
	return 0;
}

/* The case is asked about in one step and compared in the next. */
static int
read_case(struct req *req, struct step *step)
{
	const char	*part = is(step, "case") ? "page" : "compare";
	int		 status;

	if ((is(step, "case") == 0 && is(step, "discussion") == 0) ||
	    rows_count(step->cases) == 0)
		return 0;
	step->case_slug = rows_get(step->cases, 0, "case_slug");
	session_again(req);
	note_ask_case(req, &step->asked, step->case_slug);
	step->story = req_ask(req, Q_ITEM_SECTIONS,
	    DB_ARGS("case", step->case_slug, req->tag, part));
	status = req_run(req);
	return status != 0 ? learn_failed(req, status) : 0;
}

static void
add_checks(struct req *req, struct step *step)
{
	struct note	*note;
	int		 i;

	for (i = 0; i < rows_count(step->checks); i++) {
		note = note_add(req, &step->notes, "k", "module",
		    step->module, rows_get(step->checks, i, "name"));
		note->is_choice = 1;
	}
}

/* Where one may write: what is not listed here is not taken. */
static void
find_places(struct req *req, struct step *step)
{
	const char	*answer;
	int		 i;

	note_begin(&step->notes);
	note_begin(&step->earlier);
	for (i = 0; i < rows_count(step->sections); i++) {
		answer = rows_get(step->sections, i, "answer");
		if (answer != NULL)
			note_add(req, &step->notes, "m", "module",
			    step->module, answer);
	}
	if (step->checks != NULL)
		add_checks(req, step);
	note_fill(req, &step->notes, "module", step->module, step->written);
	if (step->case_slug != NULL)
		note_add_case(req, is(step, "case") ? &step->notes :
		    &step->earlier, &step->asked, step->case_slug);
}

/* The module under the name it has today. */
static int
read_renamed(struct req *req, struct step *step)
{
	int	status;

	step->module = item_renamed(req, "module", step->module, &status);
	if (step->module == NULL)
		return status;
	if (req->form != NULL)
		return read_module(req, step);
	step->read = NULL;
	return req_redirect(req, 301, step_address(req, step, step->name));
}

int
step_read(struct req *req, struct step *step)
{
	int	status;

	memset(step, 0, sizeof(*step));
	step->module = req->arguments[0];
	step->name = req->arguments[1];
	step->read = req->form != NULL ? form_get(req->form, "read") :
	    req_query(req, "read");
	if ((status = read_module(req, step)) != 0)
		return status;
	if (rows_count(step->item) == 0 &&
	    (status = read_renamed(req, step)) != 0)
		return status;
	if (find_shown(step) == 0)
		return 404;
	step_reads(req, step, 0);
	if ((status = read_case(req, step)) != 0)
		return status;
	find_places(req, step);
	return 0;
}

/* --- show ------------------------------------------------------------- */

static void
view_case(struct req *req, const struct step *step)
{
	int	is_open = is(step, "case");

	view_true(req->view, "asks_case", step->case_slug != NULL && is_open);
	view_true(req->view, "compares",
	    step->case_slug != NULL && is_open == 0);
	if (step->case_slug == NULL)
		return;
	view_record(req->view, "case", step->cases, 0);
	view_list(req->view, "questions", step->asked.questions);
	view_list(req->view, "story", step->story);
	if (is_open == 0)
		note_view(req, &step->earlier, "earlier");
}

/* Where the case stands folded on the page, links to it lead there, and not
 * away from what somebody is writing. */
static void
stay_here(struct req *req, const struct step *step)
{
	const char	*link = mem_format(req->mem, "href=\"/%s/case/%s\"",
			    req->tag, step->case_slug);
	const char	*at = req->body->data, *found;
	struct buf	*page = buf_new(req->mem, req->body->length + 1);

	while ((found = strstr(at, link)) != NULL) {
		buf_add(page, at, (size_t)(found - at));
		buf_text(page, "href=\"#story\"");
		at = found + strlen(link);
	}
	buf_text(page, at);
	req->body = page;
}

int
step_show(struct req *req, struct step *step)
{
	int	running = req_query(req, "run") != NULL, status;

	view_list(req->view, "sections", step->sections);
	view_list(req->view, "steps", step->steps);
	view_record(req->view, "step", step->steps, step->shown);
	view_row(req->view, step->size, 0);
	view_text(req->view, "read", step->read);
	view_true(req->view, "running", running);
	view_true(req->view, "merging", req->status == 409);
	view_true(req->view, "checked", step->checks != NULL);
	if (step->checks != NULL)
		step_checks(req, step);
	view_case(req, step);
	note_view(req, &step->notes, "boxes");
	view_true(req->view, "keeps", running == 0);
	learn_view(req);
	status = item_page(req, step->item, "step", req_word(req,
	    mem_format(req->mem, "step.%s", step->name)));
	if (step->case_slug != NULL && is(step, "case") && running == 0)
		stay_here(req, step);
	return status;
}

int
page_step(struct req *req)
{
	struct step	step;
	int		status;

	if ((status = step_read(req, &step)) != 0)
		return status;
	return step_show(req, &step);
}
