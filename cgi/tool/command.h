/*
 * command.h - what the commands of profint share.
 *
 * A command gets its arguments as main() does, its own name first.
 *
 * Environment: PROFINT_ROOT, the folder of i18n, sql and cgi/content (the
 * working directory); PROFINT_DB, the database as libpq takes it.
 */
#ifndef TOOL_COMMAND_H
#define TOOL_COMMAND_H

struct buf;
struct collection;
struct db;
struct mem;

enum {
	COMMAND_OK = 0,
	COMMAND_FAILED = 1,	/* it was understood, and could not be done */
	COMMAND_USAGE = 2
};

#define COMMAND(name, summary) \
	extern const char command_##name##_help[]; \
	int command_##name(int argc, char **argv);
#include "tool/commands.def"
#undef COMMAND

/* A file or folder below PROFINT_ROOT, in MEM. */
char		*command_path(struct mem *, const char *below);

/* The database, as its owner; connects when first asked. */
struct db	*command_database(void);

/* Say why the database did not do it.  COMMAND_FAILED. */
int		 command_no_database(const struct db *);

/* A collection to read into, with our languages, words and schemas. */
struct collection *command_collection(struct mem *);

/* The collection's name of folder PATH, in MEM: "shipped" for
 * PROFINT_ROOT/i18n/content, else its own name ("shipped here" for
 * another folder called shipped). */
const char	*command_collection_name(struct mem *, const char *path);

/* Read the PATHs from argv[FIRST] on, then check. */
void		 command_read(struct collection *, int first, int argc,
		    char **argv);

/* The faults of COLLECTION on standard error; COMMAND_FAILED when there
 * are any, else COMMAND_OK. */
int		 command_faults(const struct collection *);

/* Make the file at PATH hold TEXT, unless it does.  1 when it was written,
 * 0 when not; what goes wrong is a fault. */
int		 command_write(struct collection *, const char *path,
		    const struct buf *text);

#endif
