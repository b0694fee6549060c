/*
 * purge.c - profint purge: clear what is kept no longer.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/db.h"
#include "base/mem.h"
#include "tool/command.h"
#include "tool/purge.h"

const char command_purge_help[] =
"usage: profint purge [--plan] [--json] [--flood FROM TO [--groups]\n"
"                      [--forms N]]\n"
"       profint purge [--plan] [--json] --session WHICH\n"
"\n"
"Clears what is kept no longer, and says how much that was: people's work\n"
"whose last day has passed; what was erased and came back with a backup;\n"
"devices that open nothing any more; keys of forms after 30 days; the list\n"
"of erasures after 60 days, when no backup knows them any more.  To be run\n"
"every day (profint-purge.timer).\n"
"\n"
"  --flood FROM TO  also the spaces that a script has made: those of these\n"
"                   hours (2026-11-21T14, UTC, up to but not with TO) to\n"
"                   which nobody came back on another day and that no\n"
"                   device of one's own opens.  A person who began in these\n"
"                   hours and saved as seldom loses it too: look at --plan\n"
"                   first\n"
"  --groups         instead of persons' spaces the sessions that nobody has\n"
"                   joined, and the campaigns that nobody has answered, in\n"
"                   these hours, unless they were opened again; then as many\n"
"                   may be opened on these days as at first\n"
"  --forms N        those that at most N forms have filled, below 100 (1)\n"
"  --session WHICH  only this: WHICH is a day (2026-09-30): all sessions in\n"
"                   which nobody has written since before it; or one\n"
"                   session or campaign, by its address, the number in it,\n"
"                   or its resume code; a session also by its join code,\n"
"                   when PROFINT_SECRET names the host's secret.  It is\n"
"                   noted as erased, so that no backup brings it back\n"
"  --plan           only say how much there is, and in which hour most\n"
"                   spaces were made\n"
"  --json           an object\n";

static const struct {
	const char	*what;		/* in purge-plan.sql and --json */
	const char	*words;
	enum query	 query;
} things[] = {
	{ "expired", "spaces whose last day has passed", Q_PURGE_EXPIRED },
	{ "erased", "erased spaces that came back with a backup",
	    Q_PURGE_ERASED },
	{ "flood", "spaces that a flood has left", Q_PURGE_FLOOD },
	{ "devices", "devices that open nothing any more",
	    Q_PURGE_DEVICES },
	{ "forms", "keys of forms older than 30 days", Q_PURGE_FORMS },
	{ "erasures", "erasures older than 60 days", Q_PURGE_ERASURES },
	{ "hours", "counts of an hour older than 30 days", Q_PURGE_HOURS },
	{ "days", "counts of a day older than 30 days", Q_PURGE_DAYS }
};

enum {
	THINGS = sizeof(things) / sizeof(*things)
};

struct purge {
	struct db	*db;
	struct mem	*mem;
	const char	*from, *to;	/* of a flood, or NULL */
	const char	*forms;
	const char	*groups;	/* "true", "false" */
	const char	*which;		/* session, or NULL */
	int		 plan;
	int		 json;
};

static long
count_of(const struct rows *rows, int row)
{
	return strtol(rows_get(rows, row, "count"), NULL, 10);
}

long
purge_all(struct db *db, struct mem *mem, enum query query,
    const char *const *args)
{
	struct rows	*rows;
	long		 all = 0, some;

	do {
		rows = db_ask(db, mem, query, args);
		if (db_run(db) != DB_OK)
			return -1;
		some = count_of(rows, 0);
		all += some;
	} while (some > 0);
	return all;
}

static void
say(const struct purge *p, int thing, long count)
{
	if (p->json)
		printf("%s\"%s\":%ld", thing == 0 ? "{" : ",",
		    things[thing].what, count);
	else
		printf("%8ld  %s\n", count, things[thing].words);
}

static int
open_window(const struct purge *p)
{
	if (p->from == NULL)
		return 0;
	db_ask(p->db, p->mem, Q_PURGE_WINDOW,
	    DB_ARGS(p->from, p->to, p->forms, p->groups));
	return db_run(p->db) == DB_OK ? 0 : -1;
}

static int
plan(const struct purge *p)
{
	struct rows	*counts, *busiest;
	int		 i;

	counts = db_ask(p->db, p->mem, Q_PURGE_PLAN,
	    DB_ARGS(p->from, p->to, p->forms, p->groups));
	busiest = db_ask(p->db, p->mem, Q_PURGE_BUSIEST, DB_NO_ARGS);
	if (db_run(p->db) != DB_OK)
		return -1;
	for (i = 0; i < THINGS; i++)
		say(p, i, count_of(counts, i));
	if (rows_count(busiest) > 0)
		printf(p->json ? ",\"busiest\":{\"hour\":\"%s\",\"spaces\":%s}" :
		    "Most spaces in an hour: %s UTC, %s\n",
		    rows_get(busiest, 0, "hour"),
		    rows_get(busiest, 0, "spaces"));
	return 0;
}

static long
clear_thing(const struct purge *p, enum query query)
{
	if (query == Q_PURGE_FLOOD)
		return purge_all(p->db, p->mem, query,
		    DB_ARGS(p->from, p->to, p->forms, p->groups));
	if (query == Q_PURGE_DAYS)
		return purge_all(p->db, p->mem, query,
		    DB_ARGS(p->from, p->to, p->groups));
	return purge_all(p->db, p->mem, query, DB_NO_ARGS);
}

static int
clear(const struct purge *p)
{
	long	count;
	int	i;

	for (i = 0; i < THINGS; i++) {
		count = clear_thing(p, things[i].query);
		if (count == -1)
			return -1;
		say(p, i, count);
	}
	return 0;
}

static int
work(const struct purge *p)
{
	int	status;

	if (open_window(p) == -1)
		return command_no_database(p->db);
	status = p->plan ? plan(p) : clear(p);
	if (p->json && status == 0)
		puts("}");
	return status == 0 ? COMMAND_OK : command_no_database(p->db);
}

/* "2026-11-21T14" as PostgreSQL takes it, in MEM; NULL when it is not one. */
static const char *
hour(struct mem *mem, const char *text)
{
	static const char	shape[] = "0000-00-00T00";
	size_t			i;

	if (text == NULL || strlen(text) != strlen(shape))
		return NULL;
	for (i = 0; shape[i] != '\0'; i++)
		if (shape[i] == '0' ? strchr("0123456789", text[i]) == NULL :
		    text[i] != shape[i])
			return NULL;
	return mem_format(mem, "%s:00Z", text);
}

static int
is_few(const char *text)
{
	size_t	length = strlen(text);

	return length > 0 && length < 3 &&
	    strspn(text, "0123456789") == length;
}

static int
usage(void)
{
	fputs(command_purge_help, stderr);
	return COMMAND_USAGE;
}

static int
read_options(struct purge *p, int argc, char **argv)
{
	static const struct option	options[] = {
		{ "plan", no_argument, NULL, 'p' },
		{ "json", no_argument, NULL, 'j' },
		{ "flood", required_argument, NULL, 'f' },
		{ "forms", required_argument, NULL, 'n' },
		{ "groups", no_argument, NULL, 'g' },
		{ "session", required_argument, NULL, 's' },
		{ NULL, 0, NULL, 0 }
	};
	int				option;

	while ((option = getopt_long(argc, argv, "+", options, NULL)) != -1) {
		if (option == 'p')
			p->plan = 1;
		else if (option == 'j')
			p->json = 1;
		else if (option == 'g')
			p->groups = "true";
		else if (option == 's')
			p->which = optarg;
		else if (option == 'n' && is_few(optarg))
			p->forms = optarg;
		else if (option == 'f' && optind < argc) {
			p->from = hour(p->mem, optarg);
			p->to = hour(p->mem, argv[optind++]);
			if (p->from == NULL || p->to == NULL)
				return -1;
		} else
			return -1;
	}
	return optind == argc && (p->which == NULL || p->from == NULL) ?
	    0 : -1;
}

int
command_purge(int argc, char **argv)
{
	struct purge	p = { .mem = mem_new(), .forms = "1",
			    .groups = "false" };
	int		status;

	if (read_options(&p, argc, argv) == -1)
		return usage();
	p.db = command_database();
	status = p.which == NULL ? work(&p) : purge_session(p.db, p.mem,
	    p.which, p.plan, p.json);
	db_close(p.db);
	mem_free(p.mem);
	return status;
}
