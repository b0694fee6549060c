/*
 * chart_map.c - needs, partners, and the lines between them.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/chart.h"
#include "page/chart_private.h"

#define MANY	60		/* boxes on one side, at most */
#define WIDTH	320		/* the narrowest screen */
#define BOX	136		/* width of a box */
#define PAD	8		/* inside, at each end */
#define LINE	18		/* height of a line of text */
#define FOOT	13		/* of it above the letters' feet */
#define GAP	10		/* between two boxes */
#define PARTS	12		/* that one cell may name */

struct box {
	const char	*text;
	const char	*fold;
	char		*lines[CHART_LINES];
	int		 line_count;
	int		 y;
	int		 height;
	int		 unmet;
	int		 rank;		/* sum of the needs a partner serves */
	int		 ties;
};

struct tie {
	int			need;
	int			partner;
	enum chart_link_kind	kind;
};

struct map {
	struct mem	*mem;
	struct box	 needs[MANY];
	struct box	 partners[MANY];
	struct tie	 ties[MANY * PARTS];
	int		 need_count;
	int		 partner_count;
	int		 tie_count;
	int		 height;
};

static const char *const	kinds[] = { "missing", "weak", "plain",
				    "strong" };

/* --- who belongs to whom ---------------------------------------------------- */

/* A box for TEXT at the end of BOXES, or the one that says the same; -1 when
 * there is no room. */
static int
box(struct map *map, struct box *boxes, int *count, const char *text)
{
	const char	*fold = chart_fold(map->mem, text);
	int		 i;

	if (fold[0] == '\0')
		return -1;
	for (i = 0; i < *count; i++)
		if (strcmp(boxes[i].fold, fold) == 0)
			return i;
	if (*count == MANY)
		return -1;
	boxes[i].text = mem_dup(map->mem, text);
	boxes[i].fold = fold;
	(*count)++;
	return i;
}

/* The need among the first KNOWN that TEXT means at least so well
 * (chart_alike()), or -1. */
static int
meant(struct map *map, int known, const char *text, int least)
{
	const char	*fold = chart_fold(map->mem, text);
	int		 i, alike, found = -1;

	for (i = 0; i < known; i++) {
		alike = chart_alike(map->needs[i].fold, fold);
		if (alike >= least) {
			least = alike + 1;
			found = i;
		}
	}
	return found;
}

/* The needs a cell means: one, as it stands; those its parts mean; one that
 * is like it; at last one that nobody listed, which becomes a box. */
static int
needs_of(struct map *map, int known, const char *cell, int needs[PARTS])
{
	char	*parts[PARTS];
	int	 i, part_count, found, count = 0;

	needs[0] = meant(map, known, cell, 100);
	if (needs[0] >= 0)
		return 1;
	part_count = chart_parts(map->mem, cell, 1, parts, PARTS);
	for (i = 0; i < part_count; i++) {
		found = meant(map, known, parts[i], 1);
		if (found >= 0)
			needs[count++] = found;
	}
	if (count > 0)
		return count;
	needs[0] = meant(map, known, cell, 1);
	if (needs[0] < 0)
		needs[0] = box(map, map->needs, &map->need_count, cell);
	return needs[0] >= 0;
}

static void
tie(struct map *map, int need, int partner, enum chart_link_kind kind)
{
	struct tie	*one;
	int		 i;

	for (i = 0; i < map->tie_count; i++) {
		one = &map->ties[i];
		if (one->need == need && one->partner == partner) {
			if (kind > one->kind)
				one->kind = kind;
			return;
		}
	}
	if (map->tie_count == MANY * PARTS)
		return;
	map->ties[map->tie_count++] = (struct tie){ need, partner, kind };
}

static void
add_link(struct map *map, int known, const struct chart_link *link)
{
	char	*names[PARTS];
	int	 needs[PARTS], i, j, partner, name_count, need_count;

	need_count = needs_of(map, known, link->need, needs);
	name_count = chart_parts(map->mem, link->partner, 0, names, PARTS);
	for (i = 0; i < name_count; i++) {
		partner = box(map, map->partners, &map->partner_count,
		    names[i]);
		if (partner < 0)
			continue;
		for (j = 0; j < need_count; j++)
			tie(map, needs[j], partner, link->kind);
	}
}

/* --- where they stand ------------------------------------------------------- */

/* A partner stands where its needs are: fewer lines cross. */
static void
sort_partners(struct map *map)
{
	int		 place[MANY], order[MANY], i, j;
	struct box	*sorted, *boxes = map->partners;

	for (i = 0; i < map->tie_count; i++) {
		boxes[map->ties[i].partner].rank += map->ties[i].need;
		boxes[map->ties[i].partner].ties++;
	}
	for (i = 0; i < map->partner_count; i++) {
		for (j = i; j > 0 && boxes[order[j - 1]].rank *
		    (boxes[i].ties + !boxes[i].ties) > boxes[i].rank *
		    (boxes[order[j - 1]].ties + !boxes[order[j - 1]].ties);
		    j--)
			order[j] = order[j - 1];
		order[j] = i;
	}
	sorted = mem_get(map->mem, sizeof(map->partners));
	for (i = 0; i < map->partner_count; i++) {
		sorted[i] = boxes[order[i]];
		place[order[i]] = i;
	}
	memcpy(boxes, sorted, sizeof(map->partners));
	for (i = 0; i < map->tie_count; i++)
		map->ties[i].partner = place[map->ties[i].partner];
}

/* A need is met when somebody is there who need not be found first. */
static void
mark_unmet(struct map *map)
{
	int	i;

	for (i = 0; i < map->need_count; i++)
		map->needs[i].unmet = 1;
	for (i = 0; i < map->tie_count; i++)
		if (map->ties[i].kind != CHART_MISSING)
			map->needs[map->ties[i].need].unmet = 0;
}

/* Sizes of a column's boxes; their heights and gaps in all. */
static int
measure(struct map *map, struct box *boxes, int count)
{
	int	i, room, height = 0;

	for (i = 0; i < count; i++) {
		/* An unmet need is in bold, its sign takes the corner. */
		room = BOX - 2 * PAD;
		if (boxes[i].unmet)
			room = (room - 16) * 9 / 10;
		boxes[i].line_count = chart_wrap(map->mem, boxes[i].text,
		    room, boxes[i].lines);
		boxes[i].height = 2 * PAD + LINE * boxes[i].line_count;
		height += boxes[i].height + (i > 0 ? GAP : 0);
	}
	return height;
}

/* Spread a column that is HEIGHT high over the whole chart. */
static void
place(struct map *map, struct box *boxes, int count, int height)
{
	int	i, y, spare = map->height - height;

	y = count > 0 ? spare / (count + 1) : 0;
	for (i = 0; i < count; i++) {
		boxes[i].y = y;
		y += boxes[i].height + GAP + spare / (count + 1);
	}
}

/* --- as JSON ---------------------------------------------------------------- */

static void
write_lines(struct buf *out, const struct box *one)
{
	int	i;

	buf_text(out, ",\"lines\":[");
	for (i = 0; i < one->line_count; i++) {
		buf_format(out, "%s{\"y\":%d,\"text\":", i > 0 ? "," : "",
		    one->y + PAD + LINE * i + FOOT);
		json_quote(out, one->lines[i]);
		buf_char(out, '}');
	}
	buf_char(out, ']');
}

/* Whom box I is tied to: partners of a need, needs of a partner. */
static void
write_with(struct buf *out, const struct map *map, int i, int is_need)
{
	const struct tie	*one;
	int			 j, first = 1;

	buf_text(out, ",\"with\":[");
	for (j = 0; j < map->tie_count; j++) {
		one = &map->ties[j];
		if ((is_need ? one->need : one->partner) != i)
			continue;
		buf_text(out, first ? "{\"text\":" : ",{\"text\":");
		json_quote(out, is_need ? map->partners[one->partner].text :
		    map->needs[one->need].text);
		buf_format(out, ",\"kind\":\"%s\"}", kinds[one->kind]);
		first = 0;
	}
	buf_text(out, "]}");
}

static void
write_boxes(struct buf *out, const struct map *map, int needs)
{
	const struct box	*one;
	int			 i, count;

	count = needs ? map->need_count : map->partner_count;
	for (i = 0; i < count; i++) {
		one = needs ? &map->needs[i] : &map->partners[i];
		buf_format(out, "%s{\"y\":%d,\"height\":%d,\"middle\":%d,"
		    "\"first\":%d,\"unmet\":%s,\"class\":\"%s\",\"text\":",
		    i > 0 ? "," : "", one->y, one->height,
		    one->y + one->height / 2, one->y + PAD + FOOT,
		    one->unmet ? "true" : "false", one->unmet ? "unmet" :
		    "met");
		json_quote(out, one->text);
		write_lines(out, one);
		write_with(out, map, i, needs);
	}
}

static void
write_ties(struct buf *out, const struct map *map)
{
	const struct tie	*one;
	int			 i, from, to, middle = WIDTH / 2;

	for (i = 0; i < map->tie_count; i++) {
		one = &map->ties[i];
		from = map->needs[one->need].y +
		    map->needs[one->need].height / 2;
		to = map->partners[one->partner].y +
		    map->partners[one->partner].height / 2;
		buf_format(out, "%s{\"kind\":\"%s\",\"d\":\"M%d %dC%d %d %d "
		    "%d %d %d\"}", i > 0 ? "," : "", kinds[one->kind], BOX,
		    from, middle, from, middle, to, WIDTH - BOX, to);
	}
}

static char *
write_map(const struct map *map)
{
	struct buf	*out = buf_new(map->mem, 8192);
	int		 i, unmet = 0, uses[4] = { 0 };

	for (i = 0; i < map->need_count; i++)
		unmet += map->needs[i].unmet;
	for (i = 0; i < map->tie_count; i++)
		uses[map->ties[i].kind] = 1;
	buf_format(out, "{\"width\":%d,\"height\":%d,\"count\":%d,"
	    "\"unmet\":%d,\"uses\":{", WIDTH, map->height, map->need_count,
	    unmet);
	for (i = 0; i < 4; i++)
		buf_format(out, "%s\"%s\":%s", i > 0 ? "," : "", kinds[i],
		    uses[i] ? "true" : "false");
	buf_text(out, "},\"needs\":[");
	write_boxes(out, map, 1);
	buf_text(out, "],\"partners\":[");
	write_boxes(out, map, 0);
	buf_text(out, "],\"lines\":[");
	write_ties(out, map);
	buf_text(out, "]}");
	return out->data;
}

char *
chart_map(struct mem *mem, const char *const *needs, int need_count,
    const struct chart_link *links, int link_count)
{
	struct map	*map = mem_get(mem, sizeof(*map));
	int		 i, left, right;

	map->mem = mem;
	for (i = 0; i < need_count; i++)
		box(map, map->needs, &map->need_count, needs[i]);
	need_count = map->need_count;
	for (i = 0; i < link_count; i++)
		add_link(map, need_count, &links[i]);
	if (map->need_count + map->partner_count == 0)
		return NULL;
	sort_partners(map);
	mark_unmet(map);
	left = measure(map, map->needs, map->need_count);
	right = measure(map, map->partners, map->partner_count);
	map->height = left > right ? left : right;
	place(map, map->needs, map->need_count, left);
	place(map, map->partners, map->partner_count, right);
	return write_map(map);
}
