/*
 * campaigns.c - /{lang}/campaign: the campaigns that this device leads, and
 * a code that opens another; /{lang}/campaign/new: a new one.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "page/campaign.h"
#include "page/chart_sheet.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/opening.h"
#include "page/page.h"
#include "web/campaign.h"
#include "web/form.h"
#include "web/req.h"
#include "web/session.h"
#include "web/view.h"

#define DAYS	30		/* a link works, if nothing else is said */
#define TITLE	200		/* bytes of a title, at most */

int
campaign_may_ask(const char *tool)
{
	return tool != NULL && (strcmp(tool, CAMPAIGN_QUESTIONNAIRE) == 0 ||
	    chart_sheet_is_assessment(tool));
}

/* --- the list --------------------------------------------------------------- */

/* campaigns: href, title, tool, date, closed. */
static void
view_campaigns(struct req *req, const struct rows *list)
{
	struct buf	*json = buf_new(req->mem, 1000);
	int		 i, count = list == NULL ? 0 : rows_count(list);

	buf_char(json, '[');
	for (i = 0; i < count; i++) {
		json_member(json, i == 0 ? "{" : ",{", "href",
		    mem_format(req->mem, "/%s/campaign/%s", req->tag,
		    rows_get(list, i, "id")));
		json_member(json, ",", "title", campaign_list_title(req, list,
		    i));
		json_member(json, ",", "tool", rows_get(list, i, "tool"));
		json_member(json, ",", "date", icu_date(req->tag, req->mem,
		    rows_get(list, i, "closes_on")));
		buf_format(json, ",\"closed\":%s}",
		    *rows_get(list, i, "closed") == 't' ? "true" : "false");
	}
	buf_char(json, ']');
	view_json(req->view, "campaigns", json->data);
}

static int
show_list(struct req *req, const struct rows *list, const char *why)
{
	const char	*typed = form_get(req->form, "code");

	view_campaigns(req, list);
	view_text(req->view, "typed", typed != NULL ? typed : "");
	view_text(req->view, "why", why);
	learn_view(req);
	req->hidden = 1;
	return frame_page(req, "campaign/list", &(struct frame){
	    .title = req_word(req, "campaign.list.title"),
	    .summary = req_word(req, "campaign.list.summary") });
}

int
page_campaigns(struct req *req)
{
	struct rows	*list;
	int		 status;

	session_ask(req);
	list = campaign_list(req);
	if ((status = req_run(req)) != 0)
		return status;
	campaign_list_take(req, list);
	return show_list(req, list, NULL);
}

int
page_campaigns_open(struct req *req)
{
	const char		*typed = form_get(req->form, "code"), *id;
	unsigned char		 code[CODE_BYTES];
	struct rows		*list, *found;
	int			 status, is_right;

	session_ask(req);
	is_right = code_read(code, typed != NULL ? typed : "").verdict ==
	    CODE_RIGHT;
	list = campaign_list(req);
	found = is_right ? campaign_find(req, code) : NULL;
	if ((status = req_run(req)) != 0)
		return status;
	campaign_list_take(req, list);
	if ((status = learn_check(req)) != 0)
		return status;
	session_again(req);
	id = found == NULL ? NULL : campaign_resume(req, found, code);
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	if (id != NULL)
		return req_redirect(req, 303, mem_format(req->mem,
		    "/%s/campaign/%s", req->tag, id));
	req->status = is_right ? 404 : 400;
	return show_list(req, list, req_word(req, is_right ?
	    "campaign.code.unknown" : "campaign.code.wrong"));
}

/* --- a new one -------------------------------------------------------------- */

static int
days_asked(struct req *req)
{
	static const int	offered[] = { 1, 7, 14, 30, 60, 90 };
	const char		*typed = form_get(req->form, "days");
	size_t			 i;

	for (i = 0; i < sizeof(offered) / sizeof(*offered); i++)
		if (typed != NULL && atoi(typed) == offered[i])
			return offered[i];
	return DAYS;
}

/* The form, with TOOL chosen and what was typed; WHY, a message, says why it
 * comes back. */
static int
show_new(struct req *req, const char *tool, const char *why)
{
	const char	*title = form_get(req->form, "title");

	view_true(req->view, "assessment", tool != NULL &&
	    chart_sheet_is_assessment(tool));
	view_text(req->view, "typed", title != NULL ? title : "");
	view_json(req->view, "picked", mem_format(req->mem,
	    "{\"d%d\":true}", days_asked(req)));
	opening_view(req, why);
	learn_view(req);
	req->hidden = 1;
	return frame_page(req, "campaign/new", &(struct frame){
	    .title = req_word(req, "campaign.new.title"),
	    .summary = req_word(req, "campaign.new.summary") });
}

int
page_campaign_new(struct req *req)
{
	struct rows	*list;
	int		 status;

	session_ask(req);
	list = campaign_list(req);
	if ((status = req_run(req)) != 0)
		return status;
	campaign_list_take(req, list);
	return show_new(req, req_query(req, "tool"), NULL);
}

int
page_campaign_make(struct req *req)
{
	const char	*tool = form_get(req->form, "tool");
	const char	*title = form_get(req->form, "title"), *why;
	struct rows	*list, *made;
	int		 status;

	session_ask(req);
	list = campaign_list(req);
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	campaign_list_take(req, list);
	if ((status = learn_check(req)) != 0)
		return status;
	if (campaign_may_ask(tool) == 0 ||
	    (title != NULL && strlen(title) > TITLE))
		return 400;
	if ((why = opening_key(req)) != NULL)
		return show_new(req, tool, why);
	session_again(req);
	made = campaign_create(req, tool, title != NULL ? title : "",
	    clock_day(req->mem, days_asked(req)));
	if ((status = req_run(req)) != 0)
		return learn_failed(req, status);
	if ((why = opening_refused(req, made)) != NULL)
		return show_new(req, tool, why);
	return req_redirect(req, 303, mem_format(req->mem, "/%s/campaign/%s",
	    req->tag, req->session->space));
}
