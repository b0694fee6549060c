/*
 * campaign_result.c - what a campaign's answers say together.
 *
 * All of it is of closed campaigns with enough answers; the database gives
 * nothing of others.
 */
#include <math.h>
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/sheet.h"
#include "content/tally.h"
#include "page/campaign.h"
#include "page/chart.h"
#include "page/chart_sheet.h"
#include "web/app.h"
#include "web/campaign.h"
#include "web/req.h"
#include "web/view.h"

#define DOMAINS		20		/* of a chart, at most */
#define LEVELS		3		/* of importance */

struct tally *
campaign_count(struct req *req, const struct campaign *campaign,
    const struct sheet *sheet, const struct rows *answers)
{
	struct tally	*tally = tally_new(req->mem, sheet);
	const char	*line;
	int		 i;

	for (i = 0; i < rows_count(answers); i++) {
		line = campaign_collect(req, campaign,
		    rows_get(answers, i, "sealed"));
		if (line != NULL)
			tally_add(tally, line);
	}
	if (campaign->is_closed == 0 || tally_is_shown(tally) == 0)
		return NULL;
	tally_shuffle(tally);
	return tally;
}

static struct sheet *
sheet_of(struct req *req, const struct rows *fields)
{
	return sheet_new(req->mem, req->app->messages, req->language, fields);
}

static int
domains(const struct tally *tally)
{
	int	count = tally_domains(tally);

	return count < DOMAINS ? count : DOMAINS;
}

/* --- the page --------------------------------------------------------------- */

/* The means of all, or of those who answered in LANG. */
static char *
bars(struct req *req, const struct sheet *sheet, const struct tally *tally,
    const char *lang)
{
	struct chart_row		 rows[DOMAINS];
	const struct sheet_field	*field;
	int				 i;

	memset(rows, 0, sizeof(rows));
	for (i = 0; i < domains(tally); i++) {
		field = &sheet->fields[tally_field(tally, i)];
		rows[i].label = field->group.words;
		rows[i].lang = field->group.lang;
		rows[i].mean = tally_mean(tally, i, lang, &rows[i].answers);
	}
	return chart_bars(req->mem, rows, domains(tally), LEVELS, req->tag);
}

/* How many stand at each level of each factor. */
static char *
spread(struct req *req, const struct sheet *sheet, const struct tally *tally)
{
	struct chart_row		 rows[DOMAINS];
	const struct sheet_field	*field;
	int				 i, level, at = 0;

	memset(rows, 0, sizeof(rows));
	for (i = 0; i < sheet->field_count && i < DOMAINS; i++) {
		field = &sheet->fields[i];
		if (at < tally_domains(tally) && tally_field(tally, at) == i) {
			rows[i].group = field->group.words;
			at++;
		}
		rows[i].label = field->label.words;
		rows[i].lang = field->label.lang;
		rows[i].mean = NAN;
		for (level = 1; level <= CHART_LEVELS; level++)
			rows[i].counts[level - 1] = tally_count(tally, i,
			    level);
	}
	return chart_spread(req->mem, rows, i, sheet->fields[0].option_count);
}

/* parts: the same for each language, when none can be told from the rest. */
static void
view_parts(struct req *req, const struct sheet *sheet,
    const struct tally *tally)
{
	struct buf	*json = buf_new(req->mem, 4096);
	const char	*lang;
	int		 i;

	buf_char(json, '[');
	for (i = 0; (lang = tally_language(tally, i)) != NULL; i++) {
		buf_text(json, i == 0 ? "{\"lang\":" : ",{\"lang\":");
		json_quote(json, lang);
		buf_text(json, ",\"name\":");
		json_quote(json, icu_language(req->tag, req->mem, lang));
		buf_format(json, ",\"chart\":%s}",
		    bars(req, sheet, tally, lang));
	}
	buf_char(json, ']');
	view_json(req->view, "parts", json->data);
}

/* moved: domain, lang, yes, people (0: too few). */
static void
view_moved(struct req *req, const struct sheet *sheet,
    const struct tally *tally)
{
	struct buf			*json = buf_new(req->mem, 4096);
	const struct sheet_field	*field;
	int				 i, yes, people;

	buf_char(json, '[');
	for (i = 0; i < domains(tally); i++) {
		field = &sheet->fields[tally_field(tally, i)];
		yes = tally_moved(tally, i, &people);
		people = people < TALLY_PEOPLE ? 0 : people;
		buf_text(json, i == 0 ? "{\"domain\":" : ",{\"domain\":");
		json_quote(json, field->group.words);
		buf_text(json, ",\"lang\":");
		json_quote(json, field->group.lang);
		buf_format(json, ",\"yes\":%d,\"people\":%d}",
		    people > 0 ? yes : 0, people);
	}
	buf_char(json, ']');
	view_json(req->view, "moved", json->data);
}

int
campaign_is_team(const struct campaign *campaign)
{
	return chart_sheet_is_assessment(campaign->tool);
}

void
campaign_results(struct req *req, const struct campaign *campaign,
    const struct rows *fields, const struct rows *answers)
{
	struct sheet	*sheet = sheet_of(req, fields);
	struct tally	*tally;

	tally = campaign_count(req, campaign, sheet, answers);
	view_true(req->view, "results", tally != NULL);
	if (tally == NULL)
		return;
	view_text(req->view, "caption", req_word(req,
	    campaign_is_team(campaign) ? "campaign.spread" :
	    "campaign.means"));
	if (campaign_is_team(campaign)) {
		view_json(req->view, "chart", spread(req, sheet, tally));
		return;
	}
	view_json(req->view, "chart", bars(req, sheet, tally, NULL));
	view_moved(req, sheet, tally);
	view_parts(req, sheet, tally);
}
