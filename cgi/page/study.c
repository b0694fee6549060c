/*
 * study.c - /{lang}/study/{case}: a case alone, outside a module: read,
 * answer, then compare.
 *
 * The comparison opens once an answer is kept, or on saying that one will
 * not answer ("skip").  "save" stays, "next" goes to the comparison, "show"
 * keeps nothing and shows the form as it stands.
 */
#include <string.h>

#include "base/mem.h"
#include "page/item.h"
#include "page/learn.h"
#include "page/note.h"
#include "page/page.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

struct study {
	const char	*slug;		/* of the case */
	struct rows	*item;		/* item-page */
	struct rows	*story;		/* item-sections: what is told */
	struct rows	*compare;	/* item-sections: what others did */
	struct rows	*seen;		/* study-seen */
	struct asked	 asked;
	struct notes	 notes;
};

static const char *
address(struct req *req, const struct study *study, const char *anchor)
{
	return mem_format(req->mem, "/%s/study/%s%s", req->tag, study->slug,
	    anchor);
}

static int
read_case(struct req *req, struct study *study)
{
	const char	*slug = study->slug;
	int		 status;

	session_ask(req);
	study->item = req_ask(req, Q_ITEM_PAGE,
	    DB_ARGS("case", slug, req->tag));
	study->story = req_ask(req, Q_ITEM_SECTIONS,
	    DB_ARGS("case", slug, req->tag, "page"));
	study->compare = req_ask(req, Q_ITEM_SECTIONS,
	    DB_ARGS("case", slug, req->tag, "compare"));
	study->seen = req_ask(req, Q_STUDY_SEEN, DB_ARGS(slug));
	note_ask_case(req, &study->asked, slug);
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	session_take(req);
	return 0;
}

/* The case under the name it has today. */
static int
read_renamed(struct req *req, struct study *study)
{
	int	status;

	study->slug = item_renamed(req, "case", study->slug, &status);
	if (study->slug == NULL)
		return status;
	if (req->form == NULL)
		return req_redirect(req, 301, address(req, study, ""));
	return read_case(req, study);
}

static int
read_study(struct req *req, struct study *study)
{
	int	status;

	*study = (struct study){ .slug = req->arguments[0] };
	if ((status = read_case(req, study)) != 0 ||
	    (rows_count(study->item) == 0 &&
	    (status = read_renamed(req, study)) != 0) ||
	    (status = item_absent(req, study->item, "case",
	    study->slug)) != 0)
		return status;
	note_begin(&study->notes);
	note_add_case(req, &study->notes, &study->asked, study->slug);
	return 0;
}

static int
show(struct req *req, struct study *study)
{
	view_list(req->view, "story", study->story);
	view_list(req->view, "compare", study->compare);
	view_list(req->view, "questions", study->asked.questions);
	view_true(req->view, "seen",
	    *rows_get(study->seen, 0, "seen") == 't');
	view_true(req->view, "merging", req->status == 409);
	view_true(req->view, "keeps", 1);
	note_view(req, &study->notes, "boxes");
	learn_view(req);
	return item_page(req, study->item, "study",
	    req_word(req, "study.title"));
}

int
page_study(struct req *req)
{
	struct study	study;
	int		status;

	status = read_study(req, &study);
	return status != 0 ? status : show(req, &study);
}

static void
ask_progress(struct req *req, const void *reached)
{
	const struct study	*study = reached;

	if (note_wants(req, "skip"))
		req_ask(req, Q_STEP_REACH, DB_ARGS("case", study->slug,
		    "compare", "skipped", req->tag));
}

static int
save(struct req *req, struct study *study)
{
	int	status, conflicts;

	status = note_keep(req, &study->notes, ask_progress, study,
	    &conflicts);
	if (status != 0)
		return status;
	if (conflicts)
		return show(req, study);
	return req_redirect(req, 303, address(req, study,
	    note_wants(req, "save") ? "" : "#compare"));
}

int
page_study_save(struct req *req)
{
	struct study	study;
	int		status;

	if (guard_is_foreign(req))
		return 403;
	if ((status = read_study(req, &study)) != 0)
		return status;
	note_take(req, &study.notes);
	if (note_wants(req, "show")) {
		req->hidden = 1;
		return show(req, &study);
	}
	if ((status = note_check(req)) != 0)
		return status;
	if (req->session->is_open == 0 && note_wants(req, "skip") == 0 &&
	    note_is_written(&study.notes) == 0)
		return req_redirect(req, 303, address(req, &study, ""));
	return save(req, &study);
}
