/*
 * lexicon_learn.c - IBM Model 1, both directions in one pass.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "content/lexicon_learn.h"

enum {
	ROUNDS = 4,
	BEST = 8		/* pairs of a word */
};

#define PRIOR	0.01		/* of the Dirichlet distribution */
#define LEAST	0.02

/* Two words that once stand in the same pair of sentences. */
struct cell {
	int	from, to;		/* -1: the empty word */
	double	forth, back;		/* p(to | from), p(from | to) */
	double	forth_count, back_count;
};

/* A table of cells, and their order in the text. */
struct model {
	struct mem		*mem;
	const struct bitext	*text;
	struct cell		*cells;
	int			 count;
	int			 room;
	int			*slots;		/* index + 1, 0: free */
	int			*order;		/* cell of each meeting */
	double			*from_sum, *to_sum;	/* by word + 1 */
};

/* --- cells ------------------------------------------------------------ */

static int *
find(const struct model *model, int from, int to)
{
	uint64_t	key = (uint64_t)(uint32_t)from << 32 | (uint32_t)to;
	uint32_t	mask = (uint32_t)model->room * 2 - 1;
	uint32_t	i;

	i = (uint32_t)(key * 0x9e3779b97f4a7c15u >> 32) & mask;
	for (; model->slots[i] != 0; i = (i + 1) & mask)
		if (model->cells[model->slots[i] - 1].from == from &&
		    model->cells[model->slots[i] - 1].to == to)
			break;
	return &model->slots[i];
}

static void
make_room(struct model *model, int room)
{
	struct cell	*cells;
	int		 i;

	cells = mem_get(model->mem, (size_t)room * sizeof(*cells));
	if (model->count > 0)
		memcpy(cells, model->cells,
		    (size_t)model->count * sizeof(*cells));
	model->cells = cells;
	model->room = room;
	model->slots = mem_get(model->mem,
	    (size_t)room * 2 * sizeof(*model->slots));
	for (i = 0; i < model->count; i++)
		*find(model, cells[i].from, cells[i].to) = i + 1;
}

static int
cell(struct model *model, int from, int to)
{
	int	*slot = find(model, from, to);

	if (*slot == 0) {
		if (model->count == model->room) {
			make_room(model, model->room * 2);
			slot = find(model, from, to);
		}
		model->cells[model->count].from = from;
		model->cells[model->count].to = to;
		*slot = ++model->count;
	}
	return *slot - 1;
}

/* Word number I of a sentence; the empty word stands before the first. */
static int
word(const struct sentence *sentence, int i)
{
	return i == 0 ? -1 : sentence->words[i - 1];
}

static size_t
meetings(const struct bitext *text)
{
	size_t	count = 0;
	int	i;

	for (i = 0; i < text->count; i++)
		count += (size_t)(text->left[i].count + 1) *
		    (size_t)(text->right[i].count + 1);
	return count;
}

static struct model *
prepare(struct mem *mem, const struct bitext *text)
{
	struct model	*model = mem_get(mem, sizeof(*model));
	int		*next, i, j, k;

	model->mem = mem;
	model->text = text;
	make_room(model, 1 << 16);
	next = mem_get(mem, (meetings(text) + 1) * sizeof(*next));
	model->order = next;
	for (i = 0; i < text->count; i++)
		for (j = 0; j <= text->left[i].count; j++)
			for (k = 0; k <= text->right[i].count; k++)
				*next++ = cell(model, word(&text->left[i], j),
				    word(&text->right[i], k));
	for (i = 0; i < model->count; i++)
		model->cells[i].forth = model->cells[i].back = 1;
	model->from_sum = mem_get(mem, sizeof(double) *
	    (size_t)(words_count(text->from) + 1));
	model->to_sum = mem_get(mem, sizeof(double) *
	    (size_t)(words_count(text->to) + 1));
	return model;
}

/* --- rounds ----------------------------------------------------------- */

/* Share each word of one pair of sentences among those of the other.
 * Nothing is expected of the empty words themselves. */
static void
expect(struct cell *cells, const int *order, int left, int right)
{
	const int	width = right + 1;
	double		sum;
	int		j, k;

	for (k = 1; k <= right; k++) {
		for (sum = 0, j = 0; j <= left; j++)
			sum += cells[order[j * width + k]].forth;
		for (j = 0; j <= left; j++)
			cells[order[j * width + k]].forth_count +=
			    cells[order[j * width + k]].forth / sum;
	}
	for (j = 1; j <= left; j++) {
		for (sum = 0, k = 0; k <= right; k++)
			sum += cells[order[j * width + k]].back;
		for (k = 0; k <= right; k++)
			cells[order[j * width + k]].back_count +=
			    cells[order[j * width + k]].back / sum;
	}
}

/* exp(digamma(x)), which is near x - 1/2 but never below 0. */
static double
held_back(double x)
{
	double	shift = 0;

	for (; x < 6; x++)
		shift -= 1 / x;
	return exp(shift + log(x) - 1 / (2 * x) - 1 / (12 * x * x));
}

static void
maximize(struct model *model)
{
	struct cell	*cell;
	double		 from_prior, to_prior;
	int		 i;

	from_prior = PRIOR * words_count(model->text->from);
	to_prior = PRIOR * words_count(model->text->to);
	for (i = 0; i <= words_count(model->text->from); i++)
		model->from_sum[i] = 0;
	for (i = 0; i <= words_count(model->text->to); i++)
		model->to_sum[i] = 0;
	for (i = 0; i < model->count; i++) {
		cell = &model->cells[i];
		model->from_sum[cell->from + 1] += cell->forth_count;
		model->to_sum[cell->to + 1] += cell->back_count;
	}
	for (i = 0; i < model->count; i++) {
		cell = &model->cells[i];
		cell->forth = held_back(cell->forth_count + PRIOR) /
		    held_back(model->from_sum[cell->from + 1] + to_prior);
		cell->back = held_back(cell->back_count + PRIOR) /
		    held_back(model->to_sum[cell->to + 1] + from_prior);
		cell->forth_count = cell->back_count = 0;
	}
}

static void
one_round(struct model *model)
{
	const struct bitext	*text = model->text;
	const int		*order = model->order;
	int			 i;

	for (i = 0; i < text->count; i++) {
		expect(model->cells, order, text->left[i].count,
		    text->right[i].count);
		order += (text->left[i].count + 1) *
		    (text->right[i].count + 1);
	}
	maximize(model);
}

/* --- result ----------------------------------------------------------- */

/* How sure a pair is: believed in both ways. */
static double
belief(const struct cell *cell)
{
	return sqrt(cell->forth * cell->back);
}

static int
by_belief(const void *one, const void *other)
{
	const struct cell	*a = one, *b = other;

	if (belief(a) != belief(b))
		return belief(a) < belief(b) ? 1 : -1;
	return a->from != b->from ? a->from - b->from : a->to - b->to;
}

static int
by_word(const void *one, const void *other)
{
	const struct learned	*a = one, *b = other;

	return a->from != b->from ? a->from - b->from : a->to - b->to;
}

/* Cells worth keeping to the beginning, the best first.  How many. */
static int
sift(struct model *model)
{
	struct cell	*cells = model->cells;
	int		 i, count = 0;

	for (i = 0; i < model->count; i++)
		if (cells[i].from >= 0 && cells[i].to >= 0 &&
		    belief(&cells[i]) >= LEAST)
			cells[count++] = cells[i];
	qsort(cells, (size_t)count, sizeof(*cells), by_belief);
	return count;
}

/* A weight beside the best of the same word.  Seen once or twice, the best
 * is not sure either. */
static double
beside(double one, double best)
{
	return sqrt(one / best) * fmin(1, 2.5 * sqrt(best));
}

/* By word of one language: what its best is, and how many it has. */
struct best {
	double	*belief;
	int	*count;
};

static void
best_new(struct best *best, struct mem *mem, int words)
{
	best->belief = mem_get(mem, sizeof(double) * ((size_t)words + 1));
	best->count = mem_get(mem, sizeof(int) * ((size_t)words + 1));
}

/* The next best of all cells, unless its words have enough. */
static void
keep(struct learned *all, int *count, const struct cell *cell,
    struct best *from, struct best *to)
{
	struct learned	*one = &all[*count];
	double		 one_belief = belief(cell);

	if (from->count[cell->from] == BEST || to->count[cell->to] == BEST)
		return;
	if (from->count[cell->from]++ == 0)
		from->belief[cell->from] = one_belief;
	if (to->count[cell->to]++ == 0)
		to->belief[cell->to] = one_belief;
	one->from = cell->from;
	one->to = cell->to;
	one->forth = beside(one_belief, from->belief[cell->from]);
	one->back = beside(one_belief, to->belief[cell->to]);
	(*count)++;
}

struct learned *
learn(struct mem *mem, const struct bitext *text, int *count)
{
	struct mem	*work = mem_new();
	struct model	*model = prepare(work, text);
	struct best	 from, to;
	struct learned	*all;
	int		 i, cells;

	for (i = 0; i < ROUNDS; i++)
		one_round(model);
	cells = sift(model);
	best_new(&from, work, words_count(text->from));
	best_new(&to, work, words_count(text->to));
	all = mem_get(mem, ((size_t)cells + 1) * sizeof(*all));
	for (*count = 0, i = 0; i < cells; i++)
		keep(all, count, &model->cells[i], &from, &to);
	qsort(all, (size_t)*count, sizeof(*all), by_word);
	mem_free(work);
	return all;
}
