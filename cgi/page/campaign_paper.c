/*
 * campaign_paper.c - /{lang}/campaign/{id}/paper: who leads a campaign types
 * what somebody answered on paper.
 */
#include <string.h>

#include "base/mem.h"
#include "content/sheet.h"
#include "content/tally.h"
#include "page/campaign.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/page.h"
#include "page/worksheet.h"
#include "web/app.h"
#include "web/campaign.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/view.h"

static int
show(struct req *req, const struct campaign *campaign,
    const struct sheet *sheet, const char *why)
{
	worksheet_view(req, sheet, NULL, NULL);
	view_text(req->view, "address", campaign_address(req, campaign, ""));
	view_number(req->view, "answers", campaign->answers);
	view_true(req->view, "done", req_query(req, "done") != NULL);
	view_true(req->view, "is_team", campaign_is_team(campaign));
	view_text(req->view, "why", why);
	view_true(req->view, "worksheet", 1);
	learn_view(req);
	return frame_page(req, "campaign/paper", &(struct frame){
	    .title = req_word(req, "campaign.paper.title") });
}

/* What the form says, or an empty one.  0, or the status to return. */
static int
read_paper(struct req *req, struct campaign *campaign, struct sheet **sheet)
{
	struct rows	*fields;
	int		 status;

	if ((status = campaign_read(req, campaign, NULL, &fields)) != 0)
		return status;
	*sheet = sheet_new(req->mem, req->app->messages, req->language,
	    fields);
	if (req->form != NULL && sheet_fill(*sheet, req->form) != 0)
		return 400;
	return 0;
}

int
page_campaign_paper(struct req *req)
{
	struct campaign	 campaign;
	struct sheet	*sheet;
	int		 status;

	if ((status = read_paper(req, &campaign, &sheet)) != 0)
		return status;
	if (campaign.is_closed)
		return req_redirect(req, 303,
		    campaign_address(req, &campaign, ""));
	return show(req, &campaign, sheet, NULL);
}

int
page_campaign_enter(struct req *req)
{
	struct campaign	 campaign;
	struct sheet	*sheet;
	struct rows	*rows;
	const char	*line, *result;
	int		 status;

	if ((status = read_paper(req, &campaign, &sheet)) != 0)
		return learn_failed(req, status);
	if ((status = learn_check(req)) != 0)
		return status;
	if ((line = tally_write(req->mem, sheet, req->tag)) == NULL) {
		req->status = 400;
		return show(req, &campaign, sheet,
		    req_word(req, "answer.why.empty"));
	}
	campaign_ask(req, campaign.id);
	rows = req_ask(req, Q_CAMPAIGN_ENTER, DB_ARGS(
	    mem_format(req->mem, "\\x%s", campaign.id),
	    campaign_name(req, guard_key(req)),
	    campaign_drop(req, mem_format(req->mem, "\\x%s", box_hex(req->mem,
		campaign.public.bytes, BOX_KEY)), line)));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	result = rows_get(rows, 0, "result");
	if (strcmp(result, "full") == 0)
		return learn_unsaved(req, 413, "campaign.paper.full");
	return req_redirect(req, 303, campaign_address(req, &campaign,
	    strcmp(result, "closed") == 0 ? "" : "/paper?done=1"));
}
