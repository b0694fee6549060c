/*
 * messages.c - the languages and the words of the interface.
 *
 * A message without arguments is formatted once, at start.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/icu.h"
#include "adapt/xml.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/messages.h"
#include "web/messages_private.h"

/* One message in one language. */
struct word {
	struct icu_message	*format;
	const char		*text;		/* when it takes no arguments */
	int			 line;		/* of its unit */
};

static char *
next_field(char **line)
{
	char	*field;

	while (isspace((unsigned char)**line))
		(*line)++;
	if (**line == '\0')
		return NULL;
	field = *line;
	while (**line != '\0' && !isspace((unsigned char)**line))
		(*line)++;
	if (**line != '\0')
		*(*line)++ = '\0';
	return field;
}

static void
read_locale(struct messages *m, const char *path, int number, char *line)
{
	struct language	*language;
	const char	*tag, *search, *dir;

	if ((tag = next_field(&line)) == NULL || tag[0] == '#')
		return;
	search = next_field(&line);
	dir = next_field(&line);
	if (dir == NULL || (strcmp(dir, "ltr") != 0 && strcmp(dir, "rtl") != 0))
		log_die("%s:%d: a language is: tag search dir near…, "
		    "and dir is ltr or rtl", path, number);
	if (m->languages == MESSAGES_LANGUAGES)
		log_die("%s:%d: more than %d languages", path, number,
		    MESSAGES_LANGUAGES);
	line += strspn(line, " \t\n");
	line[strcspn(line, "\n")] = '\0';
	language = &m->language[m->languages++];
	language->tag = mem_dup(m->mem, tag);
	language->search = mem_dup(m->mem, search);
	language->dir = mem_dup(m->mem, dir);
	language->near = mem_dup(m->mem, line);
}

static void
read_locales(struct messages *m, const char *path)
{
	FILE	*file;
	char	*line = NULL;
	size_t	 size = 0;
	int	 number;

	if ((file = fopen(path, "r")) == NULL)
		log_die("could not read %s: %m", path);
	for (number = 1; getline(&line, &size, file) != -1; number++)
		read_locale(m, path, number, line);
	free(line);
	fclose(file);
	if (m->languages == 0)
		log_die("%s: no language", path);
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The message's text in one unit: the target, or in the source language's
 * own file the source. */
static const char *
unit_text(struct messages *m, const char *path, struct xml *unit, int language)
{
	struct xml	*segment, *text;

	segment = xml_child(unit, "segment");
	text = segment != NULL ?
	    xml_child(segment, language == 0 ? "source" : "target") : NULL;
	if (text == NULL)
		log_die("%s:%d: unit %s has no %s", path, unit->line,
		    xml_attr(unit, "id"), language == 0 ? "source" : "target");
	return xml_text(text, m->scratch);
}

static void
compile(struct messages *m, const char *path, struct xml *unit, int language,
    int message)
{
	struct word	*word = &m->word[language][message];
	const char	*text;
	char		 why[400];
	int		 count;

	if (word->format != NULL)
		log_die("%s:%d: unit %s is there twice", path, unit->line,
		    m->id[message]);
	text = unit_text(m, path, unit, language);
	if (strchr(text, '\'') != NULL)
		log_die("%s:%d: unit %s: write ’, since ' quotes in ICU",
		    path, unit->line, m->id[message]);
	word->line = unit->line;
	word->format = icu_message(m->language[language].tag, text, why);
	if (word->format == NULL)
		log_die("%s:%d: unit %s: %s", path, unit->line,
		    m->id[message], why);
	icu_message_arguments(word->format, &count);
	if (count > 0)
		return;
	word->text = icu_format(word->format, m->mem, NULL, 0);
	icu_message_done(word->format);
}

/* The first unit of a language's file; its siblings are the others. */
static struct xml *
first_unit(struct messages *m, const char *path, int language)
{
	struct xml_error	 error;
	struct xml		*root, *file;
	const char		*tag;

	if ((root = xml_read(m->scratch, path, NULL, &error)) == NULL)
		log_die("%s:%d: %s", error.file, error.line, error.text);
	tag = xml_attr(root, language == 0 ? "srcLang" : "trgLang");
	if (tag == NULL || strcmp(tag, m->language[language].tag) != 0)
		log_die("%s:%d: the words are not in %s", path, root->line,
		    m->language[language].tag);
	file = xml_child(root, "file");
	if (file == NULL || xml_child(file, "unit") == NULL)
		log_die("%s:%d: no XLIFF file with units", path, root->line);
	return xml_child(file, "unit");
}

/* The default language's file says which messages there are. */
static void
read_ids(struct messages *m, const char *path)
{
	struct xml	*first, *unit;
	const char	*id;
	int		 i = 0;

	first = first_unit(m, path, 0);
	for (unit = first; unit != NULL; unit = xml_next(unit))
		m->count++;
	m->id = mem_get(m->mem, m->count * sizeof(*m->id));
	for (unit = first; unit != NULL; unit = xml_next(unit)) {
		if ((id = xml_attr(unit, "id")) == NULL)
			log_die("%s:%d: a unit without id", path, unit->line);
		m->id[i++] = mem_dup(m->mem, id);
	}
	qsort(m->id, m->count, sizeof(*m->id), by_id);
}

static void
same_arguments(struct messages *m, const char *path, int language, int message)
{
	const char *const	*here, *const *there;
	int			 count, expected, i;

	there = icu_message_arguments(m->word[0][message].format, &expected);
	here = icu_message_arguments(m->word[language][message].format,
	    &count);
	for (i = 0; i < count && i < expected; i++)
		if (strcmp(here[i], there[i]) != 0)
			break;
	if (i != count || i != expected)
		log_die("%s:%d: unit %s takes other arguments than in %s",
		    path, m->word[language][message].line, m->id[message],
		    m->language[0].tag);
}

static void
read_words(struct messages *m, const char *path, int language)
{
	struct xml	*unit;
	const char	*id;
	int		 i, message;

	m->word[language] = mem_get(m->mem, m->count * sizeof(struct word));
	for (unit = first_unit(m, path, language); unit != NULL;
	    unit = xml_next(unit)) {
		if ((id = xml_attr(unit, "id")) == NULL)
			log_die("%s:%d: a unit without id", path, unit->line);
		if ((message = messages_find(m, id)) == -1)
			log_die("%s:%d: unit %s is not in %s.xlf", path,
			    unit->line, id, m->language[0].tag);
		compile(m, path, unit, language, message);
	}
	for (i = 0; i < m->count; i++) {
		if (m->word[language][i].format == NULL)
			log_die("%s: unit %s is missing, which is in "
			    "%s.xlf:%d", path, m->id[i], m->language[0].tag,
			    m->word[0][i].line);
		same_arguments(m, path, language, i);
	}
}

struct messages *
messages_load(const char *folder)
{
	struct mem	*mem = mem_new();
	struct messages	*m = mem_get(mem, sizeof(*m));
	const char	*tags[MESSAGES_LANGUAGES];
	int		 i;

	m->mem = mem;
	m->scratch = mem_new();
	read_locales(m, mem_format(mem, "%s/LOCALES", folder));
	read_ids(m, mem_format(mem, "%s/messages/%s.xlf", folder,
	    m->language[0].tag));
	for (i = 0; i < m->languages; i++) {
		read_words(m, mem_format(mem, "%s/messages/%s.xlf", folder,
		    m->language[i].tag), i);
		tags[i] = m->language[i].tag;
	}
	mem_free(m->scratch);
	m->scratch = NULL;
	m->matcher = icu_matcher(tags, m->languages);
	return m;
}

int
messages_languages(const struct messages *m)
{
	return m->languages;
}

const struct language *
messages_language(const struct messages *m, int language)
{
	return &m->language[language];
}

int
messages_tag(const struct messages *m, const char *tag)
{
	int	i;

	for (i = 0; i < m->languages; i++)
		if (strcmp(m->language[i].tag, tag) == 0)
			return i;
	return -1;
}

int
messages_find(const struct messages *m, const char *id)
{
	const char	**found;

	found = id == NULL ? NULL : bsearch(&id, m->id, m->count,
	    sizeof(*m->id), by_id);
	return found == NULL ? -1 : (int)(found - m->id);
}

const char *const *
messages_arguments(const struct messages *m, int message, int *count)
{
	return icu_message_arguments(m->word[0][message].format, count);
}

const char *
messages_text(const struct messages *m, struct mem *mem, int language,
    int message, const struct icu_argument *arguments, int count)
{
	const struct word	*word = &m->word[language][message];

	if (word->text != NULL)
		return word->text;
	return icu_format(word->format, mem, arguments, count);
}

const char *
messages_word(const struct messages *m, int language, const char *id)
{
	int	message;

	if ((message = messages_find(m, id)) == -1)
		log_die("there is no message %s", id);
	return m->word[language][message].text;
}

int
messages_count(const struct messages *m)
{
	return m->count;
}

const char *
messages_id(const struct messages *m, int message)
{
	return m->id[message];
}
