/*
 * chart.c - tables whose rows carry a strip of a chart.
 */
#include <math.h>
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/chart.h"

#define EDGE	16		/* before the first level, after the last */
#define WIDTH	176
#define HEIGHT	28		/* of a strip of points or a bar */
#define TALL	48		/* of a strip of columns */
#define POINT	7		/* radius */
#define COLUMN	28		/* width of a column */
#define HEAD	14		/* room for its number */

static int
level_x(int level, int levels)
{
	return EDGE + (level - 1) * (WIDTH - 2 * EDGE) / (levels - 1);
}

/* What all strips share: where levels are, and the lines through them. */
static struct buf *
begin(struct mem *mem, int from, int levels, int height)
{
	struct buf	*out = buf_new(mem, 4096);
	struct buf	*grid = buf_new(mem, 256);
	int		 i, x;

	buf_format(out, "{\"width\":%d,\"height\":%d,\"levels\":[", WIDTH,
	    height);
	for (i = from; i <= levels; i++) {
		x = from == 0 ? EDGE + i * (WIDTH - 2 * EDGE) / levels :
		    level_x(i, levels);
		buf_format(out, "%s{\"x\":%d,\"number\":%d}",
		    i > from ? "," : "", x, i);
		buf_format(grid, "M%d 0v%d", x, height);
	}
	buf_text(out, "],\"grid\":");
	json_quote(out, grid->data);
	buf_text(out, ",\"rows\":[");
	return out;
}

static char *
finish(struct buf *out)
{
	buf_text(out, "]}");
	return out->data;
}

static void
text(struct buf *out, const char *name, const char *words)
{
	buf_format(out, ",\"%s\":", name);
	json_quote(out, words);
}

static void
begin_row(struct buf *out, const struct chart_row *row, int first)
{
	buf_text(out, first ? "{\"label\":" : ",{\"label\":");
	json_quote(out, row->label);
	text(out, "group", row->group);
	text(out, "area", row->area);
	text(out, "lang", row->lang);
	text(out, "href", row->href);
}

/* --- points ----------------------------------------------------------------- */

static int
is_level(int level, int levels)
{
	return level >= 1 && level <= levels;
}

static void
point(struct buf *out, const char *name, int level, int levels, int radius)
{
	if (is_level(level, levels))
		buf_format(out, ",\"%s\":{\"x\":%d,\"r\":%d}", name,
		    level_x(level, levels), radius);
	else
		buf_format(out, ",\"%s\":null", name);
}

static void
level_words(struct buf *out, const char *name, int level, int levels)
{
	if (is_level(level, levels))
		buf_format(out, ",\"%s\":\"%d\"", name, level);
	else
		buf_format(out, ",\"%s\":null", name);
}

/* From the edge of one point to the edge of the other. */
static void
move(struct buf *out, const struct chart_row *row, int levels)
{
	int	from, to, way = row->second > row->first ? 1 : -1;

	if (!is_level(row->first, levels) || !is_level(row->second, levels) ||
	    row->first == row->second) {
		buf_text(out, ",\"move\":null");
		return;
	}
	from = level_x(row->first, levels) + way * POINT;
	to = level_x(row->second, levels) - way * POINT;
	buf_format(out, ",\"move\":\"M%d %dH%d\"", from, HEIGHT / 2, to);
}

char *
chart_dots(struct mem *mem, const struct chart_row *rows, int count,
    int levels)
{
	struct buf	*out = begin(mem, 1, levels, HEIGHT);
	int		 i, same;

	for (i = 0; i < count; i++) {
		/* At one place the hollow point is a ring around the other. */
		same = rows[i].first == rows[i].second;
		begin_row(out, &rows[i], i == 0);
		level_words(out, "first", rows[i].first, levels);
		level_words(out, "second", rows[i].second, levels);
		point(out, "before", rows[i].first, levels,
		    same ? POINT + 3 : POINT);
		point(out, "after", rows[i].second, levels,
		    same ? POINT - 2 : POINT);
		move(out, &rows[i], levels);
		buf_char(out, '}');
	}
	return finish(out);
}

/* --- bars ------------------------------------------------------------------- */

/* "2,35" */
static char *
decimal(struct mem *mem, double number, const char *sign)
{
	char	*digits = mem_format(mem, "%.2f", number);
	char	*point_at = strchr(digits, '.');

	*point_at = '\0';
	return mem_format(mem, "%s%s%s", digits, sign, point_at + 1);
}

char *
chart_bars(struct mem *mem, const struct chart_row *rows, int count,
    int levels, const char *lang)
{
	struct buf	*out = begin(mem, 0, levels, HEIGHT);
	const char	*sign = icu_decimal(lang, mem);
	double		 mean;
	int		 i;

	for (i = 0; i < count; i++) {
		mean = rows[i].mean;
		begin_row(out, &rows[i], i == 0);
		text(out, "mean", isfinite(mean) ? decimal(mem, mean, sign) :
		    NULL);
		buf_format(out, ",\"answers\":%d,\"length\":%d}",
		    rows[i].answers, isfinite(mean) && mean > 0 ?
		    (int)(fmin(mean, levels) * (WIDTH - 2 * EDGE) / levels +
		    .5) : 0);
	}
	return finish(out);
}

/* --- columns ---------------------------------------------------------------- */

static int
people(const struct chart_row *row, int from, int to)
{
	int	i, sum = 0;

	for (i = from; i < to; i++)
		sum += row->counts[i];
	return sum;
}

static void
columns(struct buf *out, const struct chart_row *row, int levels, int most)
{
	int	i, height, x, first = 1;

	for (i = 0; i < levels; i++) {
		if (row->counts[i] == 0)
			continue;
		height = row->counts[i] * (TALL - HEAD) / most;
		height = height < 2 ? 2 : height;
		x = level_x(i + 1, levels);
		buf_format(out, "%s{\"x\":%d,\"y\":%d,\"width\":%d,"
		    "\"height\":%d,\"middle\":%d,\"above\":%d,\"level\":%d,"
		    "\"count\":%d}", first ? "" : ",", x - COLUMN / 2,
		    TALL - height, COLUMN, height, x, TALL - height - 3,
		    i + 1, row->counts[i]);
		first = 0;
	}
}

char *
chart_spread(struct mem *mem, const struct chart_row *rows, int count,
    int levels)
{
	struct buf	*out = begin(mem, 1, levels, TALL);
	int		 i, j, all, low, most = 1;

	levels = levels > CHART_LEVELS ? CHART_LEVELS : levels;
	for (i = 0; i < count; i++)
		for (j = 0; j < levels; j++)
			if (rows[i].counts[j] > most)
				most = rows[i].counts[j];
	for (i = 0; i < count; i++) {
		all = people(&rows[i], 0, levels);
		low = people(&rows[i], 0, levels / 2);
		begin_row(out, &rows[i], i == 0);
		if (all < CHART_PEOPLE) {
			buf_text(out, ",\"people\":0,\"split\":false,"
			    "\"columns\":[]}");
			continue;
		}
		buf_format(out, ",\"people\":%d,\"split\":%s,\"columns\":[",
		    all, low * 3 >= all && (all - low) * 3 >= all ? "true" :
		    "false");
		columns(out, &rows[i], levels, most);
		buf_text(out, "]}");
	}
	return finish(out);
}
