/*
 * messages.c - profint messages: say what is wrong with the words.
 */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "adapt/xml.h"
#include "base/file.h"
#include "base/mem.h"
#include "content/fault.h"
#include "tool/command.h"
#include "tool/literals.h"
#include "web/messages.h"
#include "web/tal.h"

const char command_messages_help[] =
"usage: profint messages\n"
"\n"
"Says what is wrong with the words of the interface in i18n/messages, apart\n"
"from what no program starts with: a unit that neither a template nor a C\n"
"source names; a name in a C source that is no unit, or a unit that takes\n"
"arguments named where none are given; a translation of what is no longer\n"
"the source's text.  Needs a checkout, but no database.\n";

enum {
	FILE_LIMIT = 2 * 1024 * 1024
};

struct words {
	struct mem		*mem;
	struct faults		*faults;
	const struct messages	*messages;
	const char		*path;		/* of the C source being read */
	char			*used;
	const char		**source;	/* each message in the source */
	int			*line;		/* and where */
};

/* --- the catalogues ---------------------------------------------------- */

static const char *
catalogue(const struct words *words, int language)
{
	return command_path(words->mem, mem_format(words->mem,
	    "i18n/messages/%s.xlf",
	    messages_language(words->messages, language)->tag));
}

static const char *
unit_source(const struct words *words, const struct xml *unit)
{
	const struct xml	*segment, *source;

	segment = xml_child(unit, "segment");
	source = segment == NULL ? NULL : xml_child(segment, "source");
	return source == NULL ? "" : xml_text(source, words->mem);
}

/* Remember, or in a translation compare, each unit's source. */
static void
read_catalogue(struct words *words, int language)
{
	const char		*path = catalogue(words, language);
	struct xml_error	 error;
	struct xml		*root, *unit;
	int			 number;

	if ((root = xml_read(words->mem, path, NULL, &error)) == NULL) {
		faults_add(words->faults, path, error.line, "%s", error.text);
		return;
	}
	unit = xml_child(xml_child(root, "file"), "unit");
	for (; unit != NULL; unit = xml_next(unit)) {
		number = messages_find(words->messages, xml_attr(unit, "id"));
		if (language == 0) {
			words->source[number] = unit_source(words, unit);
			words->line[number] = unit->line;
		} else if (strcmp(unit_source(words, unit),
		    words->source[number]) != 0)
			faults_add(words->faults, path, unit->line,
			    "unit %s translates another text than today's "
			    "source", xml_attr(unit, "id"));
	}
}

/* --- the sources ------------------------------------------------------- */

/* 1 when ID may come of PATTERN, a printf() format: a conversion stands
 * for anything without a dot. */
static int
matches(const char *pattern, const char *id)
{
	size_t	length;

	while (*pattern != '\0' && *pattern != '%')
		if (*pattern++ != *id++)
			return 0;
	if (*pattern == '\0')
		return *id == '\0';
	pattern += strcspn(pattern, "dius");
	length = strcspn(id, ".");
	return *pattern != '\0' && length > 0 &&
	    matches(pattern + 1, id + length);
}

/* "process.%s": every message that may come of it is in use. */
static void
use_family(struct words *words, const char *pattern)
{
	int	i;

	if (strcspn(pattern, ".") > strcspn(pattern, "%"))
		return;
	for (i = 0; i < messages_count(words->messages); i++)
		if (matches(pattern, messages_id(words->messages, i)))
			words->used[i] = 1;
}

/* 1 when CALL takes a message's name; *PLAIN: and gives no arguments. */
static int
takes_name(const char *call, int *plain)
{
	*plain = strcmp(call, "messages_word") == 0 ||
	    strcmp(call, "req_word") == 0;
	return *plain || strcmp(call, "messages_find") == 0 ||
	    strcmp(call, "WORD") == 0;
}

static void
use_literal(void *context, const struct literal *literal)
{
	struct words	*words = context;
	int		 number, count, plain;

	if (strchr(literal->text, '%') != NULL) {
		use_family(words, literal->text);
		return;
	}
	number = messages_find(words->messages, literal->text);
	if (number != -1)
		words->used[number] = 1;
	if (takes_name(literal->call, &plain) == 0)
		return;
	if (number == -1) {
		faults_add(words->faults, words->path, literal->line,
		    "there is no message %s", literal->text);
		return;
	}
	messages_arguments(words->messages, number, &count);
	if (plain && count > 0)
		faults_add(words->faults, words->path, literal->line,
		    "message %s takes arguments", literal->text);
}

static void
read_source(struct words *words, const char *path)
{
	const char	*why;
	char		*text;
	size_t		 length = strlen(path);

	if (strcmp(path + length - 2, ".c") != 0)
		return;
	words->path = path;
	text = file_read(words->mem, path, FILE_LIMIT, &length, &why);
	if (text == NULL)
		faults_add(words->faults, path, 0, "%s", why);
	else
		literals_each(words->mem, text, use_literal, words);
}

/* All C sources in FOLDER and the folders in it. */
static void
read_sources(struct words *words, const char *folder)
{
	const char	*path;
	char		**names;

	if ((names = file_names(words->mem, folder)) == NULL) {
		faults_add(words->faults, folder, 0, "could not be read");
		return;
	}
	for (; *names != NULL; names++) {
		path = mem_format(words->mem, "%s/%s", folder, *names);
		if (file_is_folder(path))
			read_sources(words, path);
		else
			read_source(words, path);
	}
}

static void
find_unused(struct words *words)
{
	const struct tal	*tal;
	int			 i;

	tal = tal_load(words->mem, command_path(words->mem, "templates"),
	    words->messages);
	for (i = 0; i < messages_count(words->messages); i++)
		if (words->used[i] == 0 && tal_uses(tal, i) == 0)
			faults_add(words->faults, catalogue(words, 0),
			    words->line[i], "unit %s is used nowhere",
			    messages_id(words->messages, i));
}

int
command_messages(int argc, char **argv)
{
	static const struct option	 options[] = { { NULL, 0, NULL, 0 } };
	static struct words		 words;	/* what ICU made stays */
	size_t				 count;
	int				 i, status;

	if (getopt_long(argc, argv, "", options, NULL) != -1 ||
	    optind < argc) {
		fputs(command_messages_help, stderr);
		return COMMAND_USAGE;
	}
	words.mem = mem_new();
	words.faults = faults_new(words.mem);
	words.messages = messages_load(command_path(words.mem, "i18n"));
	count = (size_t)messages_count(words.messages);
	words.used = mem_get(words.mem, count);
	words.source = mem_get(words.mem, count * sizeof(*words.source));
	words.line = mem_get(words.mem, count * sizeof(*words.line));
	for (i = 0; i < messages_languages(words.messages); i++)
		read_catalogue(&words, i);
	read_sources(&words, command_path(words.mem, "cgi"));
	find_unused(&words);
	faults_print(words.faults, "");
	status = words.faults->count > 0 ? COMMAND_FAILED : COMMAND_OK;
	mem_free(words.mem);
	return status;
}
