/*
 * tally.c - many people's answers to one tool, counted.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/box.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/sheet.h"
#include "content/tally.h"

struct person {
	const char	*lang;
	unsigned char	*levels;	/* by field; 0: none */
	char		*progress;	/* by field: y n - */
};

struct tally {
	struct mem		*mem;
	const struct sheet	*sheet;
	struct person		*people;
	int			 count;
	int			 room;
	int			*first;		/* of each domain, and one more */
	int			 domains;
	const char		**languages;
	int			 language_count;
};

/* --- one answer ------------------------------------------------------------- */

/* The number of the option called NAME, from 1; 0: none. */
static int
level_of(const struct sheet_field *field, const char *name)
{
	int	i;

	for (i = 0; i < field->option_count && i < TALLY_LEVELS; i++)
		if (strcmp(field->options[i].name, name) == 0)
			return i + 1;
	return 0;
}

/* " q01=y2", or nothing. */
static void
write_field(struct mem *mem, struct buf *line, const struct sheet *sheet,
    const struct sheet_field *field)
{
	const char	*said = sheet_get(sheet, field->name), *progress = "";
	int		 level;

	if (field->type != SHEET_PROGRESS && field->type != SHEET_SCALE)
		return;
	if (field->type == SHEET_PROGRESS) {
		if (*said != '\0')
			progress = *said == 'y' ? "y" : "n";
		said = sheet_get(sheet,
		    mem_format(mem, "%s.matters", field->name));
	}
	level = level_of(field, said);
	if (level > 0)
		buf_format(line, " %s=%s%d", field->name, progress, level);
	else if (*progress != '\0')
		buf_format(line, " %s=%s", field->name, progress);
}

const char *
tally_write(struct mem *mem, const struct sheet *sheet, const char *lang)
{
	struct buf	*line = buf_new(mem, TALLY_LINE + 1);
	size_t		 empty;
	int		 i;

	buf_text(line, lang);
	empty = line->length;
	for (i = 0; i < sheet->field_count; i++)
		write_field(mem, line, sheet, &sheet->fields[i]);
	if (line->length == empty || line->length > TALLY_LINE)
		return NULL;
	while (line->length < TALLY_LINE)
		buf_char(line, ' ');
	return line->data;
}

/* "q01=y2", of a person. */
static void
read_field(const struct tally *tally, struct person *person, char *part)
{
	char	*said = strchr(part, '=');
	int	 i, level;

	if (said == NULL)
		return;
	*said++ = '\0';
	for (i = 0; i < tally->sheet->field_count; i++)
		if (strcmp(tally->sheet->fields[i].name, part) == 0)
			break;
	if (i == tally->sheet->field_count)
		return;
	if (*said == 'y' || *said == 'n')
		person->progress[i] = *said++;
	level = *said >= '1' && *said <= '9' ? *said - '0' : 0;
	if (level <= tally->sheet->fields[i].option_count)
		person->levels[i] = (unsigned char)level;
}

/* --- all of them ------------------------------------------------------------ */

static int
same_group(const struct sheet_field *one, const struct sheet_field *two)
{
	return one->group.words != NULL && two->group.words != NULL &&
	    strcmp(one->group.words, two->group.words) == 0;
}

struct tally *
tally_new(struct mem *mem, const struct sheet *sheet)
{
	struct tally	*tally = mem_get(mem, sizeof(*tally));
	int		 i, count = sheet->field_count;

	tally->mem = mem;
	tally->sheet = sheet;
	tally->first = mem_get(mem, (size_t)(count + 1) *
	    sizeof(*tally->first));
	for (i = 0; i < count; i++)
		if (i == 0 || !same_group(&sheet->fields[i - 1],
		    &sheet->fields[i]))
			tally->first[tally->domains++] = i;
	tally->first[tally->domains] = count;
	return tally;
}

static void
make_room(struct tally *tally)
{
	struct person	*more;

	if (tally->count < tally->room)
		return;
	tally->room = tally->room == 0 ? 32 : 2 * tally->room;
	more = mem_get(tally->mem, (size_t)tally->room * sizeof(*more));
	if (tally->count > 0)
		memcpy(more, tally->people,
		    (size_t)tally->count * sizeof(*more));
	tally->people = more;
}

/* Keep the languages in order, each once. */
static void
note_language(struct tally *tally, const char *lang)
{
	const char	**more;
	int		  i, at = 0;

	while (at < tally->language_count &&
	    strcmp(tally->languages[at], lang) < 0)
		at++;
	if (at < tally->language_count &&
	    strcmp(tally->languages[at], lang) == 0)
		return;
	more = mem_get(tally->mem, (size_t)(tally->language_count + 1) *
	    sizeof(*more));
	for (i = 0; i < tally->language_count; i++)
		more[i + (i >= at)] = tally->languages[i];
	more[at] = lang;
	tally->languages = more;
	tally->language_count++;
}

void
tally_add(struct tally *tally, const char *line)
{
	size_t		 fields = (size_t)tally->sheet->field_count;
	struct person	*person;
	char		*rest, *part;

	rest = mem_dup(tally->mem, line);
	part = strsep(&rest, " ");
	if (*part == '\0' || strchr(part, '=') != NULL || rest == NULL)
		return;
	make_room(tally);
	person = &tally->people[tally->count++];
	person->lang = part;
	person->levels = mem_get(tally->mem, fields + 1);
	person->progress = mem_get(tally->mem, fields + 1);
	memset(person->progress, '-', fields);
	note_language(tally, part);
	while ((part = strsep(&rest, " ")) != NULL)
		read_field(tally, person, part);
}

void
tally_shuffle(struct tally *tally)
{
	struct person	 other;
	unsigned int	 chance;
	int		 i, at;

	for (i = tally->count - 1; i > 0; i--) {
		box_random(&chance, sizeof(chance));
		at = (int)(chance % (unsigned int)(i + 1));
		other = tally->people[i];
		tally->people[i] = tally->people[at];
		tally->people[at] = other;
	}
}

int
tally_people(const struct tally *tally)
{
	return tally->count;
}

int
tally_is_shown(const struct tally *tally)
{
	return tally->count >= TALLY_PEOPLE;
}

/* --- domains ---------------------------------------------------------------- */

int
tally_domains(const struct tally *tally)
{
	return tally->domains;
}

int
tally_field(const struct tally *tally, int domain)
{
	return tally->first[domain];
}

/* One person's mean in a domain, NaN when they said nothing there. */
static double
mean_of(const struct tally *tally, const struct person *person, int domain)
{
	int	i, sum = 0, count = 0;

	for (i = tally->first[domain]; i < tally->first[domain + 1]; i++) {
		sum += person->levels[i];
		count += person->levels[i] > 0;
	}
	return count == 0 ? NAN : (double)sum / count;
}

double
tally_mean(const struct tally *tally, int domain, const char *lang,
    int *people)
{
	double	mean, sum = 0;
	int	i;

	*people = 0;
	for (i = 0; i < tally->count; i++) {
		if (lang != NULL && strcmp(lang, tally->people[i].lang) != 0)
			continue;
		mean = mean_of(tally, &tally->people[i], domain);
		if (isnan(mean))
			continue;
		sum += mean;
		++*people;
	}
	return *people < TALLY_PEOPLE ? NAN : sum / *people;
}

int
tally_moved(const struct tally *tally, int domain, int *people)
{
	const char	*progress;
	int		 i, j, yes, said, moved = 0;

	*people = 0;
	for (i = 0; i < tally->count; i++) {
		progress = tally->people[i].progress;
		yes = said = 0;
		for (j = tally->first[domain]; j < tally->first[domain + 1];
		    j++) {
			yes |= progress[j] == 'y';
			said |= progress[j] != '-';
		}
		moved += yes;
		*people += said;
	}
	return moved;
}

/* May this language stand beside the others? */
static int
may_stand(const struct tally *tally, const char *lang)
{
	int	i, domain, people = 0;

	for (i = 0; i < tally->count; i++)
		people += strcmp(tally->people[i].lang, lang) == 0;
	if (people < TALLY_PEOPLE)
		return 0;
	for (domain = 0; domain < tally->domains; domain++) {
		(void)tally_mean(tally, domain, lang, &people);
		if (people > 0 && people < TALLY_PEOPLE)
			return 0;
	}
	return 1;
}

const char *
tally_language(const struct tally *tally, int n)
{
	int	i;

	if (n >= tally->language_count || tally->language_count < 2)
		return NULL;
	for (i = 0; i < tally->language_count; i++)
		if (may_stand(tally, tally->languages[i]) == 0)
			return NULL;
	return tally->languages[n];
}

/* --- people ----------------------------------------------------------------- */

int
tally_count(const struct tally *tally, int field, int level)
{
	int	i, count = 0;

	for (i = 0; i < tally->count; i++)
		count += tally->people[i].levels[field] == level;
	return count;
}

const char *
tally_lang(const struct tally *tally, int person)
{
	return tally->people[person].lang;
}

int
tally_level(const struct tally *tally, int person, int field)
{
	return tally->people[person].levels[field];
}

char
tally_progress(const struct tally *tally, int person, int field)
{
	return tally->people[person].progress[field];
}
