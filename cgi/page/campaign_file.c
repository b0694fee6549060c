/*
 * campaign_file.c - the results of a campaign, to take away: CSV, ODT.
 */
#include <math.h>
#include <string.h>

#include "adapt/icu.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/csv.h"
#include "content/odt.h"
#include "content/sheet.h"
#include "content/tally.h"
#include "page/campaign.h"
#include "page/page.h"
#include "web/app.h"
#include "web/campaign.h"
#include "web/req.h"
#include "web/settings.h"

#define LICENCE	"https://creativecommons.org/licenses/by/4.0/"

/* A campaign with its answers. */
struct result {
	struct campaign	 campaign;
	struct rows	*item;
	struct sheet	*sheet;
	struct tally	*tally;
};

/* 0, or the status to return. */
static int
read_result(struct req *req, struct result *result)
{
	struct rows	*fields, *answers;
	int		 status;

	if ((status = campaign_read(req, &result->campaign, &result->item,
	    &fields)) != 0)
		return status;
	campaign_ask(req, result->campaign.id);
	answers = req_ask(req, Q_CAMPAIGN_ANSWERS, DB_ARGS(
	    mem_format(req->mem, "\\x%s", result->campaign.id)));
	if ((status = req_run(req)) != 0)
		return status;
	result->sheet = sheet_new(req->mem, req->app->messages,
	    req->language, fields);
	result->tally = campaign_count(req, &result->campaign, result->sheet,
	    answers);
	return result->tally == NULL ? 404 : 0;
}

/* LENGTH bytes as the answer, saved by the campaign's name. */
static int
answer_file(struct req *req, const struct result *result, const char *type,
    const char *ending, const char *bytes, size_t length)
{
	const char	*name = result->campaign.title;

	if (*name == '\0')
		name = rows_get(result->item, 0, "title");
	req->type = type;
	name = icu_slug(req->mem, name, 48);
	req->file = mem_format(req->mem, "%s.%s",
	    *name != '\0' ? name : result->campaign.tool, ending);
	req->body = buf_new(req->mem, length + 1);
	buf_add(req->body, bytes, length);
	return 200;
}

static void
csv_heads(struct req *req, struct csv *csv, const struct result *result)
{
	const struct sheet_field	*field;
	int				 i;

	if (tally_language(result->tally, 0) != NULL)
		csv_text(csv, req_word(req, "campaign.csv.language"));
	for (i = 0; i < result->sheet->field_count; i++) {
		field = &result->sheet->fields[i];
		if (field->type == SHEET_PROGRESS)
			csv_text(csv, mem_format(req->mem, "%s – %s",
			    field->label.words,
			    req_word(req, "campaign.csv.progress")));
		csv_text(csv, field->label.words);
	}
	csv_end(csv);
}

static void
csv_person(struct req *req, struct csv *csv, const struct result *result,
    int person)
{
	int	i, level;
	char	progress;

	if (tally_language(result->tally, 0) != NULL)
		csv_text(csv, tally_lang(result->tally, person));
	for (i = 0; i < result->sheet->field_count; i++) {
		progress = tally_progress(result->tally, person, i);
		if (result->sheet->fields[i].type == SHEET_PROGRESS)
			csv_text(csv, progress == '-' ? NULL : req_word(req,
			    progress == 'y' ? "content.progress.yes" :
			    "content.progress.no"));
		level = tally_level(result->tally, person, i);
		csv_number(csv, level == 0 ? NAN : level, 0);
	}
	csv_end(csv);
}

int
page_campaign_csv(struct req *req)
{
	struct result	 result;
	struct csv	*csv;
	size_t		 length;
	char		*bytes;
	int		 status, i;

	if ((status = read_result(req, &result)) != 0)
		return status;
	csv = csv_new(req->mem, req->tag);
	csv_heads(req, csv, &result);
	for (i = 0; i < tally_people(result.tally); i++)
		csv_person(req, csv, &result, i);
	bytes = csv_bytes(csv, &length);
	return answer_file(req, &result, CSV_TYPE, "csv", bytes, length);
}

/* "2,35", as readers of the page write it. */
static const char *
decimal(struct req *req, double mean)
{
	char	*text = mem_format(req->mem, "%.2f", mean);
	char	*point = strchr(text, '.');

	if (isnan(mean))
		return "–";
	*point = '\0';
	return mem_format(req->mem, "%s%s%s", text,
	    icu_decimal(req->tag, req->mem), point + 1);
}

static void
odt_means(struct req *req, struct odt *odt, const struct result *result,
    const char *lang)
{
	const struct sheet_field	*field;
	const char			*mean, *count;
	int				 i, people;

	odt_table(odt, 3, (const struct odt_cell[]){
	    { req_word(req, "chart.domain"), NULL },
	    { req_word(req, "chart.answers"), NULL },
	    { req_word(req, "chart.mean"), NULL } });
	for (i = 0; i < tally_domains(result->tally); i++) {
		field = &result->sheet->fields[tally_field(result->tally, i)];
		mean = decimal(req, tally_mean(result->tally, i, lang,
		    &people));
		count = mem_format(req->mem, "%d", people);
		odt_row(odt, (const struct odt_cell[]){
		    { field->group.words, field->group.lang },
		    { count, NULL }, { mean, NULL } });
	}
	odt_table_end(odt);
}

/* How many chose each option; a factor that too few answered has none. */
static void
odt_spread(struct req *req, struct odt *odt, const struct result *result)
{
	const struct sheet_field	*field;
	int				 i, level, people;

	for (i = 0; i < result->sheet->field_count; i++) {
		field = &result->sheet->fields[i];
		odt_heading(odt, 3, field->label.words, field->label.lang);
		people = 0;
		for (level = 1; level <= field->option_count; level++)
			people += tally_count(result->tally, i, level);
		if (people < TALLY_PEOPLE) {
			odt_paragraph(odt, req_word(req, "chart.few"), NULL);
			continue;
		}
		for (level = 1; level <= field->option_count; level++)
			odt_item(odt, mem_format(req->mem, "%s: %d",
			    field->options[level - 1].says.words,
			    tally_count(result->tally, i, level)), NULL);
	}
}

static void
odt_parts_of(struct req *req, struct odt *odt, const struct result *result)
{
	const char	*lang;
	int		 i;

	odt_heading(odt, 2, req_word(req, "campaign.means"), NULL);
	odt_means(req, odt, result, NULL);
	for (i = 0; (lang = tally_language(result->tally, i)) != NULL; i++) {
		odt_heading(odt, 3, icu_language(req->tag, req->mem, lang),
		    NULL);
		odt_means(req, odt, result, lang);
	}
}

int
page_campaign_odt(struct req *req)
{
	struct odt_about about = { .lang = req->tag, .licence = LICENCE };
	struct result	 result;
	struct odt	*odt;
	size_t		 length;
	char		*bytes;
	int		 status;

	if ((status = read_result(req, &result)) != 0)
		return status;
	about.title = *result.campaign.title != '\0' ? result.campaign.title :
	    rows_get(result.item, 0, "title");
	about.footer = mem_format(req->mem, "Profint · CC BY 4.0 · "
	    "%s/%s/tool/%s", settings_get(req->app->settings, "base", NULL),
	    req->tag, result.campaign.tool);
	odt = odt_new(req->mem, &about);
	odt_paragraph(odt, req_count(req, "campaign.answers",
	    tally_people(result.tally)), NULL);
	if (campaign_is_team(&result.campaign))
		odt_spread(req, odt, &result);
	else
		odt_parts_of(req, odt, &result);
	odt_note(odt, req_word(req, "campaign.rule.means"), NULL);
	bytes = odt_bytes(odt, &length);
	return answer_file(req, &result, ODT_TYPE, "odt", bytes, length);
}
