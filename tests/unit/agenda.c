/*
 * agenda.c - whoever prepares a session gets times that add up.
 */
#include "page/agenda.h"
#include "tap.h"

static const int	usual[] = { 20, 30, 45, 30, 75 };

static int
count_of(const struct agenda *agenda, enum agenda_kind kind)
{
	int	i, count = 0;

	for (i = 0; i < agenda->count; i++)
		count += agenda->line[i].kind == kind;
	return count;
}

/* Each begins when the one before ends, and the sum is right. */
static int
adds_up(const struct agenda *agenda, int start, int length)
{
	int	i, at = start;

	for (i = 0; i < agenda->count; i++) {
		if (agenda->line[i].begins != at || agenda->line[i].minutes < 0)
			return 0;
		at += agenda->line[i].minutes;
	}
	return at == start + length && agenda->ends == at &&
	    agenda->minutes == length;
}

static void
every_length(void)
{
	struct agenda	agenda;
	int		length, bad = 0;

	for (length = AGENDA_SHORTEST; length <= AGENDA_LONGEST; length++) {
		agenda_make(&agenda, 540, length, usual, 5);
		bad += adds_up(&agenda, 540, length) == 0;
	}
	ok(bad == 0, "every length from one to eight hours adds up");
}

int
main(void)
{
	struct agenda	agenda;

	agenda_make(&agenda, 540, 230, usual, 5);
	ok(adds_up(&agenda, 540, 230), "a usual session adds up");
	ok(agenda.line[0].kind == AGENDA_WELCOME &&
	    agenda.line[agenda.count - 1].kind == AGENDA_CLOSE,
	    "it begins with a welcome and has an end");
	ok(agenda.line[1].minutes == 20 && agenda.line[2].minutes == 30 &&
	    agenda.line[3].minutes == 45, "the steps take as long as usual");
	ok(agenda.line[4].kind == AGENDA_BREAK,
	    "the break is near the middle, between two steps");
	agenda_make(&agenda, 540, 90, usual, 5);
	ok(count_of(&agenda, AGENDA_BREAK) == 0, "a short one has no break");
	agenda_make(&agenda, 540, 420, usual, 5);
	ok(count_of(&agenda, AGENDA_LUNCH) == 1 &&
	    count_of(&agenda, AGENDA_BREAK) == 2, "a day has lunch and breaks");
	every_length();

	agenda_make(&agenda, 540, 230, usual, 5);
	agenda_set(&agenda, 1, 35);
	ok(adds_up(&agenda, 540, 245), "a change moves what follows");
	agenda_set(&agenda, 1, -5);
	agenda_set(&agenda, 99, 5);
	agenda_set(&agenda, 2, 9999);
	ok(adds_up(&agenda, 540, 245), "nonsense moves nothing");
	agenda_make(&agenda, 1380, 60, usual, 1);
	ok(adds_up(&agenda, 1380, 60), "one step is enough");
	agenda_make(&agenda, 0, 60, usual, 0);
	ok(agenda.count == 2, "and none is no disaster");
	return done();
}
