/*
 * settings.c - the host's file, read once.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "web/messages.h"
#include "web/settings.h"

#define DEFAULT_PATH	"/etc/profint/profint.conf"
#define LARGEST		65536		/* bytes of the file */

static const char *const	keys[] = {
	"base", "operator", "address", "contact", "privacy_contact", "legal",
	"keep_months", "spaces_hour", "work_megabytes", "sessions_day",
	"campaigns_day",
	NULL
};

/* Those that are numbers, from 1 to a most. */
static const struct {
	const char	*key;
	long		 most;
} numbers[] = {
	{ "keep_months", 24 },
	{ "spaces_hour", 1000000 },
	{ "work_megabytes", 100000000 },
	{ "sessions_day", 1000000 },
	{ "campaigns_day", 1000000 }
};

struct setting {
	struct setting	*next;
	const char	*key;
	const char	*tag;		/* NULL: for all languages */
	const char	*value;
};

struct settings {
	struct mem	*mem;
	struct setting	*first;
};

/* Where the reader of the file stands. */
struct place {
	const char	*path;
	int		 line;
};

const char *const *
settings_keys(void)
{
	return keys;
}

static int
is_key(const char *key)
{
	int	i;

	for (i = 0; keys[i] != NULL; i++)
		if (strcmp(keys[i], key) == 0)
			return 1;
	return 0;
}

static const struct setting *
find(const struct settings *settings, const char *key, const char *tag)
{
	const struct setting	*one;

	for (one = settings->first; one != NULL; one = one->next)
		if (strcmp(one->key, key) == 0 && (tag == NULL ?
		    one->tag == NULL :
		    one->tag != NULL && strcmp(one->tag, tag) == 0))
			return one;
	return NULL;
}

const char *
settings_get(const struct settings *settings, const char *key,
    const char *tag)
{
	const struct setting	*found;

	if (is_key(key) == 0)
		log_die("there is no setting %s", key);
	found = find(settings, key, tag);
	if (found == NULL && tag != NULL)
		found = find(settings, key, NULL);
	if (found != NULL)
		return found->value;
	return strcmp(key, "base") == 0 ? "http://localhost:8080" : "";
}

/* TEXT without white space at either end, in place. */
static char *
trim(char *text)
{
	char	*end;

	while (isspace((unsigned char)*text))
		text++;
	end = text + strlen(text);
	while (end > text && isspace((unsigned char)end[-1]))
		*--end = '\0';
	return text;
}

/* An address like "https://host" or "http://host:8080/folder". */
static int
is_base(const char *value)
{
	const char	*host;

	if (strncmp(value, "https://", 8) == 0)
		host = value + 8;
	else if (strncmp(value, "http://", 7) == 0)
		host = value + 7;
	else
		return 0;
	return *host != '\0' && strpbrk(value, " \t\"'<>&?#\\") == NULL &&
	    value[strlen(value) - 1] != '/';
}

static int
is_address(const char *value)
{
	const char	*at = strchr(value, '@');

	return at != NULL && at > value && at[1] != '\0' &&
	    strpbrk(value, " \t\"'<>?&#\\") == NULL;
}

static void
check_number(struct place place, const struct setting *new)
{
	size_t	i;
	long	value;

	for (i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		if (strcmp(numbers[i].key, new->key) != 0)
			continue;
		value = strtol(new->value, NULL, 10);
		if (new->tag != NULL || strlen(new->value) > 9 ||
		    new->value[strspn(new->value, "0123456789")] != '\0' ||
		    value < 1 || value > numbers[i].most)
			log_die("%s:%d: %s is one number, from 1 to %ld",
			    place.path, place.line, new->key,
			    numbers[i].most);
	}
}

static void
check(struct place place, const struct settings *settings,
    const struct setting *new, const struct messages *messages)
{
	if (is_key(new->key) == 0)
		log_die("%s:%d: there is no setting \"%s\"", place.path,
		    place.line, new->key);
	if (new->tag != NULL && messages_tag(messages, new->tag) < 0)
		log_die("%s:%d: there is no language \"%s\"", place.path,
		    place.line, new->tag);
	if (find(settings, new->key, new->tag) != NULL)
		log_die("%s:%d: \"%s\" is set twice", place.path, place.line,
		    new->key);
	if (strcmp(new->key, "base") == 0 &&
	    (new->tag != NULL || is_base(new->value) == 0))
		log_die("%s:%d: base is one address for all languages, like "
		    "https://profint.example, without a slash at the end",
		    place.path, place.line);
	if (strstr(new->key, "contact") != NULL && *new->value != '\0' &&
	    is_address(new->value) == 0)
		log_die("%s:%d: %s is not an e-mail address", place.path,
		    place.line, new->key);
	check_number(place, new);
}

static void
read_line(struct settings *settings, struct place place, char *line,
    const struct messages *messages)
{
	struct setting	*new;
	char		*equals, *dot, *key;

	line = trim(line);
	if (*line == '\0' || *line == '#')
		return;
	equals = strchr(line, '=');
	if (equals == NULL)
		log_die("%s:%d: not \"key = value\"", place.path, place.line);
	*equals = '\0';
	key = trim(line);
	dot = strchr(key, '.');
	if (dot != NULL)
		*dot = '\0';
	new = mem_get(settings->mem, sizeof(*new));
	new->key = key;
	new->tag = dot != NULL ? dot + 1 : NULL;
	new->value = trim(equals + 1);
	check(place, settings, new, messages);
	new->next = settings->first;
	settings->first = new;
}

struct settings *
settings_load(const char *path, const struct messages *messages)
{
	struct settings	*settings;
	struct mem	*mem = mem_new();
	struct place	 place = { .path = path };
	const char	*why;
	char		*text, *line;
	size_t		 length;

	settings = mem_get(mem, sizeof(*settings));
	settings->mem = mem;
	if (path == NULL) {
		place.path = DEFAULT_PATH;
		if (access(DEFAULT_PATH, F_OK) != 0)
			return settings;
	}
	text = file_read(mem, place.path, LARGEST, &length, &why);
	if (text == NULL)
		log_die("%s: %s", place.path, why);
	if (utf8_is_text(text, length) == 0)
		log_die("%s: not UTF-8 text", place.path);
	while ((line = strsep(&text, "\n")) != NULL) {
		place.line++;
		read_line(settings, place, line, messages);
	}
	return settings;
}
