/*
 * prepare.c - GET /{lang}/session/prepare: a session on paper: when each
 * step begins, what is needed, who was there.  Nothing is stored.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/agenda.h"
#include "page/frame.h"
#include "page/page.h"
#include "web/app.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/view.h"

#define START		540	/* nine o'clock */
#define NOON		720
#define USUAL		230	/* minutes */
#define PEOPLE		12
#define MOST		60	/* people */
#define EMPTY		2	/* lines for those who come unannounced */
#define SMALL_GROUP	4
#define STEPS		10
#define TIGHT		60	/* percent of the usual minutes */

/* What is asked for. */
struct plan {
	const char	*module;	/* slug, NULL: none yet */
	const char	*other;		/* second language, or NULL */
	int		 start;		/* minutes since midnight */
	int		 length;
	int		 people;
	int		 usual;		/* minutes of all steps */
	struct agenda	 agenda;
};

/* --- what is asked for ------------------------------------------------ */

static int
number_of(const struct req *req, const char *key, int least, int most,
    int otherwise)
{
	const char	*text = req_query(req, key);
	int		 number;

	if (text == NULL || strspn(text, "0123456789") != strlen(text) ||
	    strlen(text) > 4)
		return otherwise;
	number = atoi(text);
	return number < least ? least : number > most ? most : number;
}

/* "9:00", "09:30" as minutes since midnight. */
static int
start_of(const struct req *req)
{
	const char	*text = req_query(req, "start");
	char		*rest;
	long		 hour, minute;

	if (text == NULL)
		return START;
	hour = strtol(text, &rest, 10);
	if (rest == text || *rest != ':')
		return START;
	minute = strtol(rest + 1, &rest, 10);
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
		return START;
	return (int)(hour * 60 + minute);
}

static void
read_plan(struct req *req, struct plan *plan)
{
	const char	*other = req_query(req, "other");
	int		 tongue;

	memset(plan, 0, sizeof(*plan));
	plan->module = req_query(req, "module");
	plan->start = start_of(req);
	plan->length = number_of(req, "length", AGENDA_SHORTEST,
	    AGENDA_LONGEST, USUAL);
	plan->people = number_of(req, "people", 2, MOST, PEOPLE);
	tongue = other != NULL ? messages_tag(req->app->messages, other) : -1;
	if (tongue >= 0 && tongue != req->language)
		plan->other = messages_language(req->app->messages,
		    tongue)->tag;
}

/* A step without minutes takes place after the session. */
static int
is_met(const struct rows *steps, int row)
{
	const char	*together = rows_get(steps, row, "together");

	return together != NULL && atoi(together) > 0;
}

/* The usual minutes of the steps, then what was typed instead. */
static void
make_agenda(struct req *req, struct plan *plan, const struct rows *steps)
{
	const char	*typed;
	int		 minutes[STEPS], count = 0, i;

	for (i = 0; i < rows_count(steps) && count < STEPS; i++) {
		if (is_met(steps, i) == 0)
			continue;
		minutes[count] = atoi(rows_get(steps, i, "together"));
		plan->usual += minutes[count++];
	}
	agenda_make(&plan->agenda, plan->start, plan->length, minutes, count);
	for (i = 0; (typed = req_query_at(req, "minutes", i)) != NULL; i++)
		if (strlen(typed) < 5 &&
		    strspn(typed, "0123456789") == strlen(typed))
			agenda_set(&plan->agenda, i, atoi(typed));
}

/* --- what is shown ---------------------------------------------------- */

static const char *
clock_of(struct req *req, int minutes)
{
	return mem_format(req->mem, "%02d:%02d", minutes / 60 % 24,
	    minutes % 60);
}

/* The step of a line: the steps without minutes are none. */
static int
row_of(const struct rows *steps, int step)
{
	int	i;

	for (i = 0; i < rows_count(steps); i++)
		if (is_met(steps, i) && step-- == 0)
			return i;
	return 0;
}

static void
add_line(struct req *req, struct buf *json, const struct agenda_line *line,
    const struct rows *steps)
{
	static const char *const names[] = {
		"welcome", "step", "break", "lunch", "close"
	};
	const char	*step = NULL;

	if (line->kind == AGENDA_STEP)
		step = rows_get(steps, row_of(steps, line->step), "name");
	buf_format(json, "%s{\"time\":\"%s\",\"minutes\":%d,\"kind\":\"%s\","
	    "\"step\":", json->length > 1 ? "," : "",
	    clock_of(req, line->begins), line->minutes, names[line->kind]);
	json_quote(json, step);
	buf_char(json, '}');
}

static void
view_agenda(struct req *req, const struct plan *plan,
    const struct rows *steps)
{
	const struct agenda	*agenda = &plan->agenda;
	struct buf		*json = buf_new(req->mem, 1000);
	int			 i;

	buf_char(json, '[');
	for (i = 0; i < agenda->count; i++)
		add_line(req, json, &agenda->line[i], steps);
	buf_char(json, ']');
	view_json(req->view, "agenda", json->data);
	view_number(req->view, "minutes", agenda->minutes);
	view_text(req->view, "ends", clock_of(req, agenda->ends));
	view_true(req->view, "tight",
	    agenda->minutes * 100 < plan->usual * TIGHT);
	view_true(req->view, "both", plan->start < NOON &&
	    agenda->ends > NOON + 60);
}

/* A numbered line for each person, and some more. */
static void
view_lines(struct req *req, const struct plan *plan)
{
	struct buf	*json = buf_new(req->mem, 500);
	int		 i;

	buf_char(json, '[');
	for (i = 1; i <= plan->people + EMPTY; i++)
		buf_format(json, "%s%d", i > 1 ? "," : "", i);
	buf_char(json, ']');
	view_json(req->view, "lines", json->data);
}

static void
view_plan(struct req *req, const struct plan *plan)
{
	view_text(req->view, "start", clock_of(req, plan->start));
	view_number(req->view, "length", plan->length);
	view_number(req->view, "people", plan->people);
	view_text(req->view, "other", plan->other);
	view_json(req->view, "chosen_other", plan->other == NULL ? "{}" :
	    mem_format(req->mem, "{\"%s\":true}", plan->other));
	view_number(req->view, "groups",
	    (plan->people + SMALL_GROUP - 1) / SMALL_GROUP);
	view_true(req->view, "group", 1);
	view_true(req->view, "paper", 1);
	view_json(req->view, "wanted", "{\"room\":true}");
}

int
page_prepare(struct req *req)
{
	struct rows	*modules, *steps = NULL, *sections = NULL;
	struct plan	 plan;
	int		 status;

	read_plan(req, &plan);
	modules = req_ask(req, Q_GROUP_MODULES, DB_ARGS(req->tag,
	    plan.module));
	if (plan.module != NULL) {
		steps = req_ask(req, Q_ITEM_STEPS,
		    DB_ARGS(plan.module, req->tag, NULL));
		sections = req_ask(req, Q_ITEM_KIT,
		    DB_ARGS(plan.module, req->tag, NULL));
	}
	if ((status = req_run(req)) != 0)
		return status;
	view_list(req->view, "modules", modules);
	view_true(req->view, "planned",
	    steps != NULL && rows_count(steps) > 0);
	view_text(req->view, "module", plan.module);
	view_plan(req, &plan);
	if (steps != NULL && rows_count(steps) > 0) {
		make_agenda(req, &plan, steps);
		view_agenda(req, &plan, steps);
		view_lines(req, &plan);
		view_list(req->view, "steps", steps);
		view_list(req->view, "sections", sections);
	}
	return frame_page(req, "prepare", &(struct frame){
	    .section = "team",
	    .title = req_word(req, "prepare.title"),
	    .summary = req_word(req, "prepare.summary") });
}
