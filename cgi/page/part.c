/*
 * part.c - GET /{lang}/case/{slug}/compare and its kin: a part of an item
 * on a page of its own, to read next or to print.
 */
#include <string.h>

#include "base/mem.h"
#include "page/item.h"
#include "page/page.h"
#include "web/req.h"
#include "web/view.h"

struct part {
	const char	*kind;
	const char	*sections;	/* see item-sections */
	const char	*template;
	const char	*word;		/* message before the title */
	int		 paper;		/* it is meant for paper */
};

static int
show(struct req *req, const struct part *part)
{
	const char	*slug = req->arguments[0];
	struct rows	*item, *sections;
	int		 status;

	item = req_ask(req, Q_ITEM_PAGE, DB_ARGS(part->kind, slug, req->tag));
	sections = req_ask(req, Q_ITEM_SECTIONS,
	    DB_ARGS(part->kind, slug, req->tag, part->sections));
	if ((status = req_run(req)) != 0 ||
	    (status = item_absent(req, item, part->kind, slug)) != 0)
		return status;
	view_list(req->view, "sections", sections);
	view_true(req->view, "paper", part->paper);
	return item_page(req, item, part->template,
	    req_word(req, part->word));
}

int
page_compare(struct req *req)
{
	return show(req, &(struct part){ .kind = "case",
	    .sections = "compare", .template = "compare",
	    .word = "compare.title" });
}

int
page_meeting(struct req *req)
{
	return show(req, &(struct part){ .kind = "case", .sections = "all",
	    .template = "meeting", .word = "meeting.title",
	    .paper = 1 });
}

int
page_blank(struct req *req)
{
	return show(req, &(struct part){ .kind = "tool",
	    .sections = "fields", .template = "blank",
	    .word = "blank.title", .paper = 1 });
}

int
page_sheet(struct req *req)
{
	return show(req, &(struct part){ .kind = "module",
	    .sections = "sheet", .template = "sheet",
	    .word = "sheet.title", .paper = 1 });
}

int
page_kit(struct req *req)
{
	const char	*slug = req->arguments[0];
	struct rows	*item, *sections, *links, *steps, *size;
	int		 status;

	item = req_ask(req, Q_ITEM_PAGE, DB_ARGS("module", slug, req->tag));
	sections = req_ask(req, Q_ITEM_KIT, DB_ARGS(slug, req->tag, NULL));
	links = req_ask(req, Q_ITEM_LINKS, DB_ARGS("module", slug, req->tag));
	steps = req_ask(req, Q_ITEM_STEPS, DB_ARGS(slug, req->tag, NULL));
	size = req_ask(req, Q_KIT_SIZE, DB_ARGS(slug, req->tag));
	if ((status = req_run(req)) != 0 ||
	    (status = item_absent(req, item, "module", slug)) != 0)
		return status;
	view_list(req->view, "sections", sections);
	view_list(req->view, "links", links);
	item_steps(req, steps);
	view_row(req->view, size, 0);
	view_true(req->view, "paper", 1);
	return item_page(req, item, "kit", req_word(req, "kit.title"));
}
