/*
 * campaign.c - /{lang}/campaign/{id}: who leads a campaign gives its link
 * away, closes it and reads the results.
 */
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "adapt/qr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/campaign.h"
#include "page/frame.h"
#include "page/learn.h"
#include "page/page.h"
#include "web/app.h"
#include "web/campaign.h"
#include "web/form.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/session.h"
#include "web/settings.h"
#include "web/view.h"

const char *
campaign_address(const struct req *req, const struct campaign *campaign,
    const char *end)
{
	return mem_format(req->mem, "/%s/campaign/%s%s", req->tag,
	    campaign->id, end);
}

int
campaign_read(struct req *req, struct campaign *campaign, struct rows **item,
    struct rows **fields)
{
	int	status;

	req->hidden = 1;
	campaign_ask(req, req->arguments[0]);
	if ((status = req_run(req)) != 0)
		return status;
	if (campaign_take(req, campaign) == 0)
		return 404;
	if (item != NULL)
		*item = req_ask(req, Q_ITEM_PAGE,
		    DB_ARGS("tool", campaign->tool, req->tag));
	if (fields != NULL)
		*fields = req_ask(req, Q_FIELD_LIST,
		    DB_ARGS(campaign->tool, req->tag));
	if (item == NULL && fields == NULL)
		return 0;
	if ((status = req_run(req)) != 0)
		return status;
	return item != NULL && rows_count(*item) == 0 ? 404 : 0;
}

/* --- the page --------------------------------------------------------------- */

/* One language's link: name, lang, href, size and path of its picture. */
static void
add_link(struct req *req, struct buf *json, const struct campaign *campaign,
    int language)
{
	const char	*tag = messages_language(req->app->messages,
			    language)->tag;
	const char	*href, *path;
	int		 size = 0;

	href = mem_format(req->mem, "%s/%s/answer/%s",
	    settings_get(req->app->settings, "base", NULL), tag,
	    campaign->link);
	path = qr_path(req->mem, href, &size);
	buf_text(json, language == 0 ? "{\"name\":" : ",{\"name\":");
	json_quote(json, req->app->names[language]);
	buf_text(json, ",\"lang\":");
	json_quote(json, tag);
	buf_text(json, ",\"href\":");
	json_quote(json, href);
	buf_text(json, ",\"path\":");
	json_quote(json, path);
	buf_format(json, ",\"box\":\"0 0 %d %d\"}", size, size);
}

static void
view_links(struct req *req, const struct campaign *campaign)
{
	struct buf	*json = buf_new(req->mem, 16384);
	int		 i;

	buf_char(json, '[');
	for (i = 0; i < messages_languages(req->app->messages); i++)
		add_link(req, json, campaign, i);
	buf_char(json, ']');
	view_json(req->view, "links", json->data);
}

static void
view_campaign(struct req *req, const struct campaign *campaign)
{
	char	code[CODE_TEXT] = "";

	if (req->session->code != NULL)
		code_write(code, req->session->code);
	view_text(req->view, "code", mem_dup(req->mem, code));
	view_text(req->view, "address", campaign_address(req, campaign, ""));
	view_true(req->view, "is_open", campaign->is_open);
	view_true(req->view, "is_closed", campaign->is_closed);
	view_true(req->view, "is_team", campaign_is_team(campaign));
	view_number(req->view, "answers", campaign->answers);
	view_text(req->view, "closes_on", icu_date(req->tag, req->mem,
	    campaign->closes_on));
	view_text(req->view, "kept_until", icu_date(req->tag, req->mem,
	    campaign->kept_until));
	view_text(req->view, "link", campaign->link);
}

int
page_campaign(struct req *req)
{
	struct campaign	 campaign;
	struct rows	*item, *fields, *answers;
	int		 status;

	if ((status = campaign_read(req, &campaign, &item, &fields)) != 0)
		return status;
	campaign_ask(req, campaign.id);
	answers = req_ask(req, Q_CAMPAIGN_ANSWERS,
	    DB_ARGS(mem_format(req->mem, "\\x%s", campaign.id)));
	if ((status = req_run(req)) != 0)
		return status;
	view_campaign(req, &campaign);
	if (campaign.is_open)
		view_links(req, &campaign);
	campaign_results(req, &campaign, fields, answers);
	view_text(req->view, "tool_title", rows_get(item, 0, "title"));
	view_text(req->view, "tool_lang", rows_get(item, 0, "title_lang"));
	learn_view(req);
	return frame_page(req, "campaign/one", &(struct frame){
	    .title = *campaign.title != '\0' ? campaign.title :
		rows_get(item, 0, "title") });
}

/* --- what its buttons do ---------------------------------------------------- */

static int
statement_of(const char *action, enum query *statement)
{
	static const struct {
		const char	*action;
		enum query	 statement;
	}	all[] = {
		{ "close", Q_CAMPAIGN_CLOSE },
		{ "extend", Q_CAMPAIGN_EXTEND },
		{ "erase", Q_CAMPAIGN_ERASE }
	};
	size_t	i;

	for (i = 0; action != NULL && i < sizeof(all) / sizeof(*all); i++)
		if (strcmp(all[i].action, action) == 0) {
			*statement = all[i].statement;
			return 1;
		}
	return 0;
}

/* Whose device this is was said: YES when it is not shared. */
static int
say_own(struct req *req, const struct campaign *campaign, int yes)
{
	int	status;

	campaign_ask(req, campaign->id);
	req_ask(req, Q_DEVICE_OWN, DB_ARGS(yes ? "true" : "false"));
	if ((status = req_run(req)) != 0)
		return status;
	session_own(req, yes);
	return req_redirect(req, 303, campaign_address(req, campaign, ""));
}

int
page_campaign_act(struct req *req)
{
	const char	*action = form_get(req->form, "action");
	struct campaign	 campaign;
	enum query	 statement;
	int		 status;

	if ((status = campaign_read(req, &campaign, NULL, NULL)) != 0 ||
	    (status = learn_check(req)) != 0)
		return status;
	if (action != NULL && (strcmp(action, "own") == 0 ||
	    strcmp(action, "shared") == 0))
		return say_own(req, &campaign, *action == 'o');
	if (statement_of(action, &statement) == 0)
		return 400;
	campaign_ask(req, campaign.id);
	req_ask(req, statement,
	    DB_ARGS(mem_format(req->mem, "\\x%s", campaign.id)));
	if ((status = req_run(req)) != 0)
		return status;
	return req_redirect(req, 303, statement == Q_CAMPAIGN_ERASE ?
	    mem_format(req->mem, "/%s/campaign", req->tag) :
	    campaign_address(req, &campaign, ""));
}
