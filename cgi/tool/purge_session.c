/*
 * purge_session.c - profint purge --session: one session, or those of long
 * ago, are erased for a host who is asked to.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/box.h"
#include "base/mem.h"
#include "tool/command.h"
#include "tool/purge.h"
#include "web/code.h"
#include "web/group.h"
#include "web/secret.h"

#define ID_DIGITS	32

/* By what it is found; the others are NULL. */
struct wanted {
	const char	*space;		/* its number, hex */
	const char	*code;		/* hash of its resume code, hex */
	const char	*join;		/* hash of its join code, hex */
	const char	*before;	/* ISO date */
};

static int
is_day(const char *text)
{
	static const char	shape[] = "0000-00-00";
	size_t			i;

	if (strlen(text) != strlen(shape))
		return 0;
	for (i = 0; shape[i] != '\0'; i++)
		if (shape[i] == '0' ? strchr("0123456789", text[i]) == NULL :
		    text[i] != shape[i])
			return 0;
	return 1;
}

/* The number in an address, or TEXT itself if it is one; else NULL. */
static const char *
number_in(struct mem *mem, const char *text)
{
	static const char *const	before[] = {
		"/session/", "/campaign/"
	};
	const char			*found = text, *at;
	size_t				 i;

	for (i = 0; i < sizeof(before) / sizeof(*before); i++)
		if ((at = strstr(text, before[i])) != NULL)
			found = at + strlen(before[i]);
	if (strspn(found, "0123456789abcdef") != ID_DIGITS ||
	    (found == text && text[ID_DIGITS] != '\0'))
		return NULL;
	return mem_copy(mem, found, ID_DIGITS);
}

/* 0, or -1 when TEXT is none of all these. */
static int
read_wanted(struct mem *mem, struct wanted *wanted, const char *text)
{
	unsigned char	 code[CODE_BYTES], join[JOIN_BYTES];
	struct box_key	 hash;

	memset(wanted, 0, sizeof(*wanted));
	if (is_day(text))
		wanted->before = text;
	else if ((wanted->space = number_in(mem, text)) != NULL)
		return 0;
	else if (code_read(code, text).verdict == CODE_RIGHT) {
		hash = box_derive(code, CODE_BYTES, "code");
		wanted->code = box_hex(mem, &hash, sizeof(hash));
	} else if (code_join_read(join, text) == 0)
		wanted->join = group_hash(mem,
		    secret_load(getenv("PROFINT_SECRET")), join);
	else
		return -1;
	return 0;
}

static long
count(struct db *db, struct mem *mem, int plan)
{
	struct rows	*rows;

	if (plan == 0)
		return purge_all(db, mem, Q_PURGE_SESSION, DB_NO_ARGS);
	rows = db_ask(db, mem, Q_PURGE_SESSION_PLAN, DB_NO_ARGS);
	return db_run(db) != DB_OK ? -1 :
	    strtol(rows_get(rows, 0, "count"), NULL, 10);
}

int
purge_session(struct db *db, struct mem *mem, const char *which, int plan,
    int json)
{
	struct wanted	wanted;
	long		gone;

	box_open_door();
	if (read_wanted(mem, &wanted, which) == -1) {
		fprintf(stderr, "profint: no day, number or code: %s\n",
		    which);
		return COMMAND_USAGE;
	}
	db_ask(db, mem, Q_PURGE_WANTED, DB_ARGS(wanted.space, wanted.code,
	    wanted.join, wanted.before));
	if (db_run(db) != DB_OK || (gone = count(db, mem, plan)) == -1)
		return command_no_database(db);
	printf(json ? "{\"sessions\":%ld}\n" :
	    "%8ld  sessions or campaigns\n", gone);
	return gone == 0 && wanted.before == NULL ? COMMAND_FAILED :
	    COMMAND_OK;
}
