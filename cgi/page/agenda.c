/*
 * agenda.c - how long each part of a session takes, and when it begins.
 */
#include <stdlib.h>
#include <string.h>

#include "page/agenda.h"

#define WELCOME		10
#define CLOSE		5
#define BREAK		15
#define LUNCH		60
#define TWO_HOURS	120
#define FIVE_HOURS	300
#define STEPS		10
#define MINUTES		600	/* of one line */

/* A pause stands between two steps, as near to its part of the whole as
 * there is a gap. */
struct pause {
	enum agenda_kind	kind;
	int			minutes;
	int			percent;
};

static const struct pause	one_break[] = { { AGENDA_BREAK, BREAK, 50 } };
static const struct pause	whole_day[] = {
	{ AGENDA_BREAK, BREAK, 25 },
	{ AGENDA_LUNCH, LUNCH, 50 },
	{ AGENDA_BREAK, BREAK, 75 }
};

static int
pauses(int length, const struct pause **pause)
{
	*pause = length < FIVE_HOURS ? one_break : whole_day;
	if (length < TWO_HOURS)
		return 0;
	return length < FIVE_HOURS ? 1 : 3;
}

static int
sum(const int *numbers, int count)
{
	int	i, total = 0;

	for (i = 0; i < count; i++)
		total += numbers[i];
	return total;
}

/* ROOM minutes shared by the steps in fives; the longest takes the rest. */
static void
share(int *minutes, const int *step, int count, int room)
{
	int	i, whole = sum(step, count), longest = 0;

	for (i = 0; i < count; i++) {
		minutes[i] = whole > 0 ? room * step[i] / whole / 5 * 5 : 0;
		if (step[i] > step[longest])
			longest = i;
	}
	if (count > 0)
		minutes[longest] += room - sum(minutes, count);
}

/* After which step the pause stands; the last has none behind it. */
static int
gap_of(const int *minutes, int count, int percent)
{
	int	i, at = 0, best = 0, nearest = -1;
	int	wanted = sum(minutes, count) * percent / 100;

	for (i = 0; i + 1 < count; i++) {
		at += minutes[i];
		if (nearest < 0 || abs(at - wanted) < nearest) {
			nearest = abs(at - wanted);
			best = i;
		}
	}
	return best;
}

static void
add(struct agenda *agenda, enum agenda_kind kind, int step, int minutes)
{
	if (agenda->count < AGENDA_LINES)
		agenda->line[agenda->count++] = (struct agenda_line){
		    .kind = kind, .step = step, .minutes = minutes };
}

static void
tell_times(struct agenda *agenda, int start)
{
	int	i, at = start;

	for (i = 0; i < agenda->count; i++) {
		agenda->line[i].begins = at;
		at += agenda->line[i].minutes;
	}
	agenda->minutes = at - start;
	agenda->ends = at;
}

void
agenda_make(struct agenda *agenda, int start, int length, const int *step,
    int count)
{
	const struct pause	*pause;
	int			 minutes[STEPS], gap[3], total, i, j;
	int			 room = length - WELCOME - CLOSE;

	memset(agenda, 0, sizeof(*agenda));
	count = count < STEPS ? count : STEPS;
	total = count > 1 ? pauses(length, &pause) : 0;
	for (j = 0; j < total; j++)
		room -= pause[j].minutes;
	share(minutes, step, count, room);
	for (j = 0; j < total; j++)
		gap[j] = gap_of(minutes, count, pause[j].percent);
	add(agenda, AGENDA_WELCOME, -1, WELCOME);
	for (i = 0; i < count; i++) {
		add(agenda, AGENDA_STEP, i, minutes[i]);
		for (j = 0; j < total; j++)
			if (gap[j] == i)
				add(agenda, pause[j].kind, -1,
				    pause[j].minutes);
	}
	add(agenda, AGENDA_CLOSE, -1, CLOSE);
	tell_times(agenda, start);
}

void
agenda_set(struct agenda *agenda, int line, int minutes)
{
	if (line < 0 || line >= agenda->count || minutes < 0 ||
	    minutes > MINUTES)
		return;
	agenda->line[line].minutes = minutes;
	tell_times(agenda, agenda->line[0].begins);
}
