/*
 * warn_words.c - the words of the field: which to use, which not.
 */
#include <string.h>

#include "adapt/xml.h"
#include "base/file.h"
#include "base/mem.h"
#include "content/collection.h"
#include "content/fault.h"
#include "content/item.h"
#include "content/match.h"
#include "content/warn.h"
#include "content/warn_private.h"
#include "web/messages.h"

enum {
	FILE_LIMIT = 1024 * 1024,
	COLUMNS = 64		/* of a list */
};

/* One term: what may stand for it in each language. */
struct term {
	const char		**words;	/* as written, or NULL */
	const char *const	**patterns;
	struct term		 *next;
};

struct forbidden {
	int			 language;
	const char		*words;
	const char *const	*patterns;
	const char *const	*unless;
	const char		*instead;
	struct forbidden	*next;
};

struct warn_lists {
	struct term		*terms;
	struct forbidden	*forbidden;
};

/* --- the lists -------------------------------------------------------- */

struct list {
	struct collection	*all;
	const char		*path;
	char			*rest;		/* lines not read yet */
	int			 line;
	char			*cells[COLUMNS];
	int			 count;		/* of cells */
};

static int
open_list(struct list *list, const char *path)
{
	const char	*why;
	size_t		 length;

	list->path = path;
	list->line = 0;
	list->rest = file_read(list->all->mem, path, FILE_LIMIT, &length,
	    &why);
	if (list->rest != NULL)
		return 0;
	faults_add(list->all->faults, path, 0, "%s", why);
	return -1;
}

/* Read on to the next line that is neither empty nor a comment.  1, or 0
 * at the end. */
static int
next_line(struct list *list)
{
	char	*line, *cell;

	while ((line = strsep(&list->rest, "\n")) != NULL) {
		list->line++;
		if (*line == '\0' || *line == '#')
			continue;
		list->count = 0;
		while ((cell = strsep(&line, "\t")) != NULL)
			if (list->count < COLUMNS)
				list->cells[list->count++] = cell;
		return 1;
	}
	return 0;
}

/* The language each column is in, -1 where there is none of this name. */
static void
read_head(struct list *list, int languages[COLUMNS])
{
	int	i;

	for (i = 0; i < list->count; i++)
		languages[i] = messages_tag(list->all->messages,
		    list->cells[i]);
}

static struct term *
read_term(struct list *list, const int languages[COLUMNS])
{
	struct mem	*mem = list->all->mem;
	size_t		 count;
	struct term	*term;
	int		 i;

	count = (size_t)messages_languages(list->all->messages);
	term = mem_get(mem, sizeof(*term));
	term->words = mem_get(mem, count * sizeof(*term->words));
	term->patterns = mem_get(mem, count * sizeof(*term->patterns));
	for (i = 0; i < list->count; i++) {
		if (languages[i] < 0 || *list->cells[i] == '\0')
			continue;
		term->words[languages[i]] = list->cells[i];
		term->patterns[languages[i]] = match_patterns(mem,
		    list->cells[i]);
	}
	return term;
}

static void
read_terms(struct list *list, struct warn_lists *lists)
{
	struct term	**tail = &lists->terms;
	int		  languages[COLUMNS], columns;

	if (next_line(list) == 0)
		return;
	read_head(list, languages);
	columns = list->count;
	while (next_line(list))
		if (list->count != columns)
			faults_add(list->all->faults, list->path, list->line,
			    "there are %d columns, not %d", list->count,
			    columns);
		else {
			*tail = read_term(list, languages);
			tail = &(*tail)->next;
		}
}

static void
read_forbidden(struct list *list, struct warn_lists *lists)
{
	struct forbidden	**tail = &lists->forbidden, *one;
	struct mem		 *mem = list->all->mem;

	while (next_line(list)) {
		if (list->count != 4) {
			faults_add(list->all->faults, list->path, list->line,
			    "there are %d columns, not 4", list->count);
			continue;
		}
		one = mem_get(mem, sizeof(*one));
		one->language = messages_tag(list->all->messages,
		    list->cells[0]);
		one->words = list->cells[1];
		one->patterns = match_patterns(mem, list->cells[1]);
		one->unless = match_patterns(mem, list->cells[2]);
		one->instead = list->cells[3];
		*tail = one;
		tail = &one->next;
	}
}

struct warn_lists *
warn_open(struct collection *all, const char *folder)
{
	struct list		 list = { .all = all };
	struct warn_lists	*lists;

	lists = mem_get(all->mem, sizeof(*lists));
	if (open_list(&list, mem_format(all->mem, "%s/terms.tsv",
	    folder)) == 0)
		read_terms(&list, lists);
	if (open_list(&list, mem_format(all->mem, "%s/forbidden.tsv",
	    folder)) == 0)
		read_forbidden(&list, lists);
	return lists;
}

/* --- texts ------------------------------------------------------------ */

/* The first segment that has one of PATTERNS, or -1. */
static int
find(const struct warn_segment *segments, int count,
    const char *const *patterns)
{
	int	i;

	for (i = 0; i < count; i++)
		if (match_find(segments[i].words, patterns) != NULL)
			return i;
	return -1;
}

void
warn_terms(const struct warn_pair *pair, const struct warn_lists *lists)
{
	int			 from = pair->item->language;
	int			 to = pair->text->language, i;
	const struct term	*term;

	for (term = lists->terms; term != NULL; term = term->next) {
		if (term->words[from] == NULL || term->words[to] == NULL)
			continue;
		i = find(pair->source, pair->count, term->patterns[from]);
		if (i == -1 || find(pair->here, pair->count,
		    term->patterns[to]) != -1)
			continue;
		faults_add(pair->faults, pair->text->path,
		    pair->here[i].segment->node->line,
		    "the source of %s says %s, and nothing here says %s",
		    pair->here[i].segment->name, term->words[from],
		    term->words[to]);
	}
}

void
warn_forbidden(const struct warn_pair *pair, const struct warn_lists *lists)
{
	const struct forbidden	*one;
	int			 i;

	for (one = lists->forbidden; one != NULL; one = one->next) {
		if (one->language != pair->text->language)
			continue;
		for (i = 0; i < pair->count; i++) {
			if (match_find(pair->here[i].words,
			    one->patterns) == NULL ||
			    match_find(pair->here[i].words,
			    one->unless) != NULL ||
			    match_find(pair->source[i].words,
			    one->unless) != NULL)
				continue;
			faults_add(pair->faults, pair->text->path,
			    pair->here[i].segment->node->line,
			    "%s says %s: %s", pair->here[i].segment->name,
			    one->words, one->instead);
		}
	}
}
