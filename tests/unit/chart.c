/*
 * chart.c - a team looks at its factors, its answers and its partners.
 */
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "page/chart.h"
#include "page/chart_private.h"
#include "web/messages.h"
#include "web/tal.h"
#include "web/view.h"

#include "tap.h"

static struct mem	*mem;

/* What PATH ("rows.0.mean") is worth in JSON, as text. */
static const char *
at(const char *json, const char *path)
{
	const struct json	*value = json_parse(mem, json);
	size_t			 length;
	int			 n;

	for (; value != NULL && *path != '\0'; path += length +
	    (path[length] == '.')) {
		length = strcspn(path, ".");
		n = value->kind == JSON_LIST ? atoi(path) : -1;
		for (value = value->child; value != NULL; value = value->next)
			if (n == 0 || (n < 0 && strlen(value->name) ==
			    length && strncmp(value->name, path, length) ==
			    0))
				break;
			else if (n > 0)
				n--;
	}
	if (value == NULL)
		return "not there";
	if (value->kind == JSON_TRUTH)
		return value->truth ? "true" : "false";
	if (value->kind == JSON_LIST)
		return mem_format(mem, "%d", value->count);
	return value->text;
}

static const struct chart_row	rows[] = {
	{ .group = "Un accompagnement global", .area = "comprehensive",
	    .label = "Viser la pleine intégration", .href = "/fr/factor/a",
	    .first = 1, .second = 3, .mean = 2.346, .answers = 12,
	    .counts = { 4, 1, 0, 4 } },
	{ .area = "comprehensive", .label = "Mener de front trois "
	    "apprentissages qui se renforcent", .first = 2, .second = 2,
	    .mean = 3, .answers = 9, .counts = { 0, 5, 4, 0 } },
	{ .group = "Des partenariats qualifiés et fonctionnels",
	    .area = "partnerships", .label = "Bygga nätverk", .lang = "sv",
	    .first = 4, .second = 1, .mean = NAN, .counts = { 1, 1, 1, 1 } },
	{ .group = "Une méthodologie adaptée", .area = "methodology",
	    .label = "Articuler le collectif et l’individuel", .second = 4,
	    .mean = 0.5, .answers = 7, .counts = { 0, 0, 0, 13 } },
	{ .group = "Des équipes attentives", .area = "teams",
	    .label = "Rester une équipe attentive et disponible",
	    .first = 3, .mean = 1, .answers = 40, .counts = { 2, 2, 2, 0 } },
};

#define ROWS	((int)(sizeof(rows) / sizeof(rows[0])))

static void
test_dots(const char *chart)
{
	is_text(at(chart, "levels"), "4", "four levels");
	is_text(at(chart, "rows.0.before.x"), "16", "level 1 at the left");
	is_text(at(chart, "rows.0.after.x"), "112", "level 3");
	is_text(at(chart, "rows.0.move"), "M23 14H105", "an arm between them");
	is_text(at(chart, "rows.2.move"), "M153 14H23", "also backwards");
	is_text(at(chart, "rows.1.move"), NULL, "none where nothing moved");
	is_text(at(chart, "rows.1.before.r"), "10", "but a ring");
	is_text(at(chart, "rows.1.after.r"), "5", "around a point");
	is_text(at(chart, "rows.3.before"), NULL, "no answer, no point");
	is_text(at(chart, "rows.3.second"), "4", "and the other stays");
	is_text(at(chart_dots(mem, rows, 0, 4), "rows"), "0", "no rows");
}

static void
test_bars(const char *chart)
{
	is_text(at(chart, "levels"), "4", "from 0 to 3");
	is_text(at(chart, "rows.0.mean"), "2,35", "rounded, French");
	is_text(at(chart_bars(mem, rows, 1, 3, "en"), "rows.0.mean"), "2.35",
	    "English");
	is_text(at(chart, "rows.1.length"), "144", "3 is the whole length");
	is_text(at(chart, "rows.3.length"), "24", "half a point a sixth");
	is_text(at(chart, "rows.2.mean"), NULL, "no answer, no mean");
	is_text(at(chart, "rows.2.length"), "0", "and no bar");
}

static void
test_spread(const char *chart)
{
	is_text(at(chart, "rows.0.people"), "9", "nine people");
	is_text(at(chart, "rows.0.columns"), "3", "at three levels");
	is_text(at(chart, "rows.0.split"), "true", "5 low and 4 high: split");
	is_text(at(chart, "rows.1.split"), "true", "neighbours too, when they "
	    "are in different halves");
	is_text(at(chart, "rows.2.people"), "0", "four people are too few");
	is_text(at(chart, "rows.2.columns"), "0", "and show nothing");
	is_text(at(chart, "rows.3.split"), "false", "all agree");
	is_text(at(chart, "rows.3.columns.0.height"), "34", "the most people "
	    "are as high as there is room");
	is_text(at(chart, "rows.0.columns.0.height"), "10", "others to scale");
}

/* --- needs and partners ---------------------------------------------------- */

static const char *const	needs[] = {
	"Aller au travail avant six heures du matin.",
	"Logement",
	"Comprendre les consignes écrites du travail",
	"Garde d’enfants",
	"Garde d'enfants.",
	"",
};
static const struct chart_link	links[] = {
	{ "Trajets avant six heures", "Service de transport à la demande de la "
	    "commune", CHART_WEAK },
	{ "logements", "Bailleur social ; Association d’intermédiation "
	    "locative", CHART_PLAIN },
	{ "LOGEMENT", "bailleur  social", CHART_STRONG },
	{ "Garde d’enfants, Logement", "Crèche à horaires décalés",
	    CHART_MISSING },
	{ "Santé", "Centre de santé communautaire", CHART_PLAIN },
	{ "", "Mairie", CHART_PLAIN },
};

static char *
map(void)
{
	return chart_map(mem, needs, 6, links, 6);
}

static void
test_map(const char *chart)
{
	is_text(at(chart, "needs"), "5", "a need written twice is one, one "
	    "that only a partner has is added");
	is_text(at(chart, "partners"), "6", "a partner too; two in a cell "
	    "are two");
	is_text(at(chart, "needs.0.with.0.text"), "Service de transport à la "
	    "demande de la commune", "other words, the same need");
	is_text(at(chart, "needs.1.with.0.kind"), "strong",
	    "of two ties the stronger counts");
	is_text(at(chart, "needs.1.with"), "3", "a cell with two needs");
	is_text(at(chart, "needs.2.unmet"), "true", "nobody");
	is_text(at(chart, "needs.3.unmet"), "true", "somebody to be found");
	is_text(at(chart, "needs.4.text"), "Santé", "added at the end");
	is_text(at(chart, "unmet"), "2", "two are unmet");
	is_text(at(chart, "uses.weak"), "true", "what the key must explain");
	is_text(at(chart, "lines"), "6", "six lines");
	ok(chart_map(mem, NULL, 0, NULL, 0) == NULL, "nothing, no map");
	ok(chart_map(mem, needs + 5, 1, links + 5, 0) == NULL,
	    "blank rows, no map");
	is_text(at(chart_map(mem, needs, 2, NULL, 0), "unmet"), "2",
	    "needs alone");
}

/* Boxes do not touch, and all are on the map. */
static void
test_places(const char *chart)
{
	const char	*side;
	int		 i, y, end, fine = 1, height;

	height = atoi(at(chart, "height"));
	for (side = "needs"; side != NULL;
	    side = strcmp(side, "needs") == 0 ? "partners" : NULL) {
		end = -10;
		for (i = 0; i < atoi(at(chart, side)); i++) {
			y = atoi(at(chart, mem_format(mem, "%s.%d.y", side,
			    i)));
			fine &= y >= end + 10;
			end = y + atoi(at(chart, mem_format(mem,
			    "%s.%d.height", side, i)));
		}
		fine &= end <= height;
	}
	ok(fine, "boxes stand apart, on the map");
}

static void
test_many(void)
{
	static struct chart_link	much[2000];
	static const char		*names[200];
	int				 i;

	for (i = 0; i < 200; i++)
		names[i] = mem_format(mem, "besoin numero%d", i * 37);
	for (i = 0; i < 2000; i++)
		much[i] = (struct chart_link){ names[i % 200],
		    mem_format(mem, "p%d;q%d;r;s;t;u;v;w;x;y;z;a;b;c;d", i, i),
		    CHART_PLAIN };
	test_places(chart_map(mem, names, 200, much, 2000));
}

static void
test_wrap(void)
{
	char	*lines[CHART_LINES];
	int	 count;

	count = chart_wrap(mem, "Service de transport à la demande", 120,
	    lines);
	is_int(count, 3, "three lines");
	is_text(lines[0], "Service de", "broken at a blank");
	is_text(lines[1], "transport à la", "and again");
	is_int(chart_wrap(mem, "  \n ", 120, lines), 0, "nothing");
	count = chart_wrap(mem, "Arbetsmarknadsetableringsprogrammet", 120,
	    lines);
	is_int(count, 3, "a long word is broken where it must");
	count = chart_wrap(mem, "a b c d e f g h i j k l m n o p q r s t u v "
	    "w x y z 1 2 3 4 5 6 7 8 9", 20, lines);
	is_int(count, CHART_LINES, "no more lines than there is room for");
	ok(strstr(lines[CHART_LINES - 1], "…") != NULL, "the last says so");
	is_int(chart_wrap(mem, "日本語", 1, lines), 3, "wider than the box");
}

static int
alike(const char *one, const char *two)
{
	return chart_alike(chart_fold(mem, one), chart_fold(mem, two));
}

static void
test_alike(void)
{
	is_text(chart_fold(mem, " Démarches (ÉCRITES) : CAF/CPAM! "),
	    "démarches écrites caf cpam", "folded");
	is_int(alike("Santé", "santé."), 100, "alike");
	ok(alike("Trouver un logement", "logement") > 50, "contained");
	ok(alike("Logements", "Logement d’urgence") > 0, "plural");
	is_int(alike("Santé", "Langue"), 0, "different");
	is_int(alike("Aide", "Un stage"), 0, "short and different");
	is_int(alike("", ""), 100, "nothing and nothing");
}

/* --- as a page -------------------------------------------------------------- */

/* Everything drawn, in CHART_PAGE if that is set: to be looked at. */
static void
test_page(const char *dots, const char *bars, const char *spread,
    const char *chart)
{
	const char	*root = getenv("PROFINT_ROOT"), *why;
	static struct messages	*messages;	/* what ICU made stays */
	struct view	*view = view_new(mem);
	struct buf	*out = buf_new(mem, 16384);
	struct tal	*tal;
	char		 folder[] = "/tmp/profint-chart-XXXXXX";

	root = root != NULL ? root : ".";
	if (mkdtemp(folder) == NULL || system(mem_format(mem,
	    "cp '%s/tests/unit/chart/page.xml' %s && mkdir %s/part && "
	    "cp '%s/templates/part/chart.xml' %s/part", root, folder, folder,
	    root, folder)) != 0)
		exit(1);
	messages = messages_load(mem_format(mem, "%s/i18n", root));
	tal = tal_load(mem, folder, messages);
	view_json(view, "dots", dots);
	view_json(view, "bars", bars);
	view_json(view, "spread", spread);
	view_json(view, "map", chart);
	is_int(tal_render(tal, "page", view, messages, 0, mem, out), 0,
	    "every chart is drawn");
	ok(strstr(out->data, "Carte de 5 besoins et de leurs partenaires, "
	    "dont 2 sans partenaire.") != NULL, "the map says what it shows");
	ok(strstr(out->data, "style=") == NULL, "no style in attributes");
	if (getenv("CHART_PAGE") != NULL)
		file_write(mem, getenv("CHART_PAGE"), out->data, out->length,
		    &why);
	ok(system(mem_format(mem, "rm -r %s", folder)) == 0, "all gone");
}

int
main(void)
{
	char	*dots, *bars, *spread, *chart;

	mem = mem_new();
	dots = chart_dots(mem, rows, ROWS, 4);
	bars = chart_bars(mem, rows, ROWS, 3, "fr");
	spread = chart_spread(mem, rows, ROWS, 4);
	chart = map();
	test_dots(dots);
	test_bars(bars);
	test_spread(spread);
	test_map(chart);
	test_places(chart);
	test_many();
	test_wrap();
	test_alike();
	test_page(dots, bars, spread, chart);
	mem_free(mem);
	return done();
}
