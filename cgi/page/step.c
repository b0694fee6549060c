/*
 * step.c - GET /{lang}/step/{module}/{step}: one step of a module, with a
 * place to write under each question.
 *
 * ?run=1 shows it to those who lead a group instead: what they need, and
 * nothing to fill in.
 */
#include <string.h>

#include "base/mem.h"
#include "page/item.h"
#include "page/learn.h"
#include "page/page.h"
#include "page/step_private.h"
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
	step->steps = req_ask(req, Q_STEP_LIST, DB_ARGS(slug, step->name));
	step->sections = req_ask(req, Q_STEP_SECTIONS,
	    DB_ARGS(slug, req->tag, step->name));
	step->written = req_ask(req, Q_NOTE_LIST, DB_ARGS("module", slug));
	step->cases = req_ask(req, Q_STEP_CASE, DB_ARGS(slug, req->tag));
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
	step->questions = req_ask(req, Q_STEP_QUESTIONS,
	    DB_ARGS("case", step->case_slug, req->tag));
	step->story = req_ask(req, Q_ITEM_SECTIONS,
	    DB_ARGS("case", step->case_slug, req->tag, part));
	step->answers = req_ask(req, Q_NOTE_LIST,
	    DB_ARGS("case", step->case_slug));
	status = req_run(req);
	return status != 0 ? learn_failed(req, status) : 0;
}

static void
add_questions(struct req *req, struct notes *notes, const char *prefix,
    const char *kind, const char *slug, const struct rows *questions)
{
	struct note	*note;
	int		 i;

	for (i = 0; i < rows_count(questions); i++) {
		note = note_add(req, notes, prefix, kind, slug,
		    rows_get(questions, i, "name"));
		note->is_choice = strcmp(kind, "module") == 0;
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
		add_questions(req, &step->notes, "k", "module", step->module,
		    step->checks);
	note_fill(req, &step->notes, "module", step->module, step->written);
	if (step->case_slug == NULL)
		return;
	add_questions(req, is(step, "case") ? &step->notes : &step->earlier,
	    "c", "case", step->case_slug, step->questions);
	note_fill(req, is(step, "case") ? &step->notes : &step->earlier,
	    "case", step->case_slug, step->answers);
}

int
step_read(struct req *req, struct step *step)
{
	int	status;

	memset(step, 0, sizeof(*step));
	step->module = req->arguments[0];
	step->name = req->arguments[1];
	if ((status = read_module(req, step)) != 0)
		return status;
	if (rows_count(step->item) == 0 ||
	    rows_get(step->item, 0, "successor") != NULL ||
	    find_shown(step) == 0)
		return 404;
	if ((status = read_case(req, step)) != 0)
		return status;
	find_places(req, step);
	return 0;
}

/* --- show ------------------------------------------------------------- */

const char *
step_address(struct req *req, const struct step *step, const char *name)
{
	if (name == NULL)
		return mem_format(req->mem, "/%s/my", req->tag);
	return mem_format(req->mem, "/%s/step/%s/%s", req->tag, step->module,
	    name);
}

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
	view_list(req->view, "questions", step->questions);
	view_list(req->view, "story", step->story);
	if (is_open == 0)
		note_view(req, &step->earlier, "earlier");
}

int
step_show(struct req *req, struct step *step)
{
	view_list(req->view, "sections", step->sections);
	view_list(req->view, "steps", step->steps);
	view_record(req->view, "step", step->steps, step->shown);
	view_true(req->view, "running", req_query(req, "run") != NULL);
	view_true(req->view, "merging", req->status == 409);
	view_true(req->view, "checked", step->checks != NULL);
	if (step->checks != NULL)
		step_checks(req, step);
	view_case(req, step);
	note_view(req, &step->notes, "boxes");
	view_true(req->view, "keeps", req_query(req, "run") == NULL);
	learn_view(req);
	return item_page(req, step->item, "step", req_word(req,
	    mem_format(req->mem, "step.%s", step->name)));
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
