/*
 * messages.c - words in every language, or a clear word about the fault.
 */
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "adapt/icu.h"
#include "base/mem.h"
#include "web/messages.h"

#include "tap.h"

#define LOCALES	"# comment\nfr\tfrench\tltr\tca\n\nsv\tswedish\tltr\tda nb\n"
#define UNIT(id, rest)	"<unit id=\"" id "\"><segment>" rest \
			"</segment></unit>\n"
#define TARGET(text)	"<source/><target>" text "</target>"

static struct mem	*mem;
static struct messages	*messages, *five;
static char		 folder[] = "/tmp/profint-messages-XXXXXX";

/* --- faults ------------------------------------------------------------ */

static void
write_file(const char *name, const char *text)
{
	FILE	*file;

	file = fopen(mem_format(mem, "%s/%s", folder, name), "w");
	if (file == NULL || fputs(text, file) == EOF || fclose(file) == EOF) {
		perror(name);
		exit(1);
	}
}

/* A language's file: the root in line 1, UNITS from line 2 on. */
static void
write_words(const char *tag, const char *units)
{
	write_file(mem_format(mem, "messages/%s.xlf", tag), mem_format(mem,
	    "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
	    "version=\"2.1\" srcLang=\"fr\" trgLang=\"%s\"><file id=\"i\">\n"
	    "%s</file></xliff>\n", tag, units));
}

/* What messages_load() of the folder says on standard error; "" when it
 * does not end the program with status 1. */
static const char *
load_apart(void)
{
	char	*said = mem_get(mem, 1024);
	int	 ends[2], status;
	pid_t	 child;
	size_t	 length = 0;
	ssize_t	 got;

	fflush(stdout);
	if (pipe(ends) == -1 || (child = fork()) == -1) {
		perror("fork");
		exit(1);
	}
	if (child == 0) {
		dup2(ends[1], 2);
		close(ends[0]);
		messages_load(folder);
		_exit(0);
	}
	close(ends[1]);
	while ((got = read(ends[0], said + length, 1023 - length)) > 0)
		length += (size_t)got;
	close(ends[0]);
	waitpid(child, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 1 ? said : "";
}

static void
refused(const char *where, const char *why, const char *sentence)
{
	const char	*said = load_apart();

	if (ok(strstr(said, where) != NULL && strstr(said, why) != NULL,
	    sentence) == 0)
		printf("# said: %s\n# want: %s … %s\n", said, where, why);
}

static void
refused_words(const char *fr, const char *sv, const char *where,
    const char *why, const char *sentence)
{
	write_file("LOCALES", LOCALES);
	write_words("fr", fr);
	write_words("sv", sv);
	refused(where, why, sentence);
}

#define FR_A	UNIT("a", "<source>un</source>")
#define FR_N	UNIT("n", "<source>{count} cas</source>")
#define SV_A	UNIT("a", TARGET("ett"))

static void
test_units(void)
{
	refused_words(FR_A FR_N, SV_A, "/sv.xlf", "unit n is missing",
	    "a unit that is missing in a language");
	refused_words(FR_A FR_N, SV_A, "fr.xlf:3", "missing",
	    "and where it is");
	refused_words(FR_A, SV_A UNIT("b", TARGET("två")), "/sv.xlf:3:",
	    "unit b is not in fr.xlf", "a unit the source does not have");
	refused_words(FR_A, SV_A SV_A, "/sv.xlf:3:", "unit a is there twice",
	    "a unit that is there twice");
	refused_words(FR_A FR_A, SV_A, "/fr.xlf:3:", "unit a is there twice",
	    "the same in the source");
	refused_words(FR_A, UNIT("a", "<source>un</source>"), "/sv.xlf:2:",
	    "unit a has no target", "a unit that is not translated");
	refused_words("<unit id=\"a\"/>", SV_A, "/fr.xlf:2:",
	    "unit a has no source", "a unit without a segment");
	refused_words("<unit/>", SV_A, "/fr.xlf:2:", "a unit without id",
	    "a unit without id");
	refused_words(FR_A, SV_A "<unit/>", "/sv.xlf:3:",
	    "a unit without id", "the same in a translation");
	refused_words("", SV_A, "/fr.xlf:1:", "no XLIFF file with units",
	    "a file without units");
}

static void
test_patterns(void)
{
	refused_words(FR_A, UNIT("a", TARGET("it's")), "/sv.xlf:2:",
	    "write ’", "an ASCII apostrophe, which quotes in ICU");
	refused_words(FR_A, UNIT("a", TARGET("ett {")), "/sv.xlf:2:",
	    "unit a: U_UNMATCHED_BRACES", "a brace that is not closed");
	refused_words(FR_N, UNIT("n",
	    TARGET("{count, plural, one {ett fall}}")), "/sv.xlf:2:",
	    "unit n: U_DEFAULT_KEYWORD_MISSING", "a plural without other");
	refused_words(FR_N, UNIT("n", TARGET("{antal} fall")), "/sv.xlf:2:",
	    "unit n takes other arguments", "an argument by another name");
	refused_words(FR_N, UNIT("n", TARGET("fall")), "/sv.xlf:2:",
	    "unit n takes other arguments", "an argument too few");
	refused_words(FR_A FR_N, SV_A UNIT("n", TARGET("{count} {b} fall")),
	    "/sv.xlf:3:", "unit n takes other arguments",
	    "an argument too many");
}

static void
test_files(void)
{
	refused_words(FR_A, "<!-- -->" SV_A "</unit>", "/sv.xlf:3", "",
	    "a file that is not well-formed");
	write_words("sv", SV_A);
	write_words("fr", FR_A);
	write_file("messages/sv.xlf", "<xliff srcLang=\"fr\" "
	    "trgLang=\"it\"><file>" SV_A "</file></xliff>");
	refused("/sv.xlf:1:", "not in sv", "a file in another language");
	unlink(mem_format(mem, "%s/messages/sv.xlf", folder));
	refused("/sv.xlf", "", "a language without a file");
	write_file("LOCALES", "fr\tfrench\tltr\nar\tarabic\tright\n");
	refused("/LOCALES:2:", "dir is ltr or rtl",
	    "a language of unknown direction");
	write_file("LOCALES", "fr\tfrench\n");
	refused("/LOCALES:1:", "a language is", "a language cut short");
	write_file("LOCALES", "# none\n");
	refused("/LOCALES", "no language", "a list without languages");
	unlink(mem_format(mem, "%s/LOCALES", folder));
	refused("/LOCALES", "could not read", "no list at all");
}

static void
test_fifth(void)
{
	write_file("LOCALES", "fr\tfrench\tltr\nar\tarabic\trtl\n");
	write_words("fr", FR_A FR_N);
	write_words("ar", UNIT("n", TARGET("{count, plural, zero {لا حالات} "
	    "one {حالة} two {حالتان} few {# حالات} many {# حالة} "
	    "other {# حالة}}")) UNIT("a", TARGET("واحد")));
	five = messages_load(folder);
	is_int(messages_languages(five), 2, "Arabic is one line and a file");
	is_text(messages_language(five, 1)->dir, "rtl",
	    "it is written from right to left");
	is_text(messages_word(five, 1, "a"), "واحد", "it has its words");
	is_text(messages_text(five, mem, 1, messages_find(five, "n"),
	    &(struct icu_argument){ "count", NULL, 2 }, 1), "حالتان",
	    "and its own plurals");
	is_text(messages_language(five, messages_negotiate(five, NULL,
	    "ar-MA"))->tag, "ar", "its readers are served it");
}

static void
remove_folder(void)
{
	static const char *const names[] = { "messages/fr.xlf",
	    "messages/ar.xlf", "messages/sv.xlf", "messages", "LOCALES", "" };
	size_t	i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		remove(mem_format(mem, "%s/%s", folder, names[i]));
}

/* --- our own words ----------------------------------------------------- */

static void
counted(const char *tag, const char *id, const char *name, double number,
    const char *want)
{
	struct icu_argument	argument = { name, NULL, number };

	is_text(messages_text(messages, mem, messages_tag(messages, tag),
	    messages_find(messages, id), &argument, 1), want,
	    mem_format(mem, "%s of %g in %s", id, number, tag));
}

static void
test_plurals(void)
{
	counted("fr", "catalogue.total", "total", 0, "Aucune ressource");
	counted("fr", "catalogue.total", "total", 1, "1 ressource");
	counted("fr", "catalogue.total", "total", 2, "2 ressources");
	counted("fr", "catalogue.total", "total", 1234,
	    "1\u202f234 ressources");
	counted("en", "catalogue.total", "total", 0, "No resources");
	counted("en", "catalogue.total", "total", 1, "1 resource");
	counted("en", "catalogue.total", "total", 1234, "1,234 resources");
	counted("it", "catalogue.total", "total", 0, "Nessuna risorsa");
	counted("it", "catalogue.total", "total", 1, "1 risorsa");
	counted("it", "catalogue.total", "total", 12345, "12.345 risorse");
	counted("sv", "catalogue.total", "total", 0, "Inga resurser");
	counted("sv", "catalogue.total", "total", 1, "1 resurs");
	counted("sv", "catalogue.total", "total", 1234,
	    "1\u00a0234 resurser");
	counted("fr", "filter.title", "count", 0, "Filtrer");
	counted("sv", "filter.title", "count", 2, "Filtrera (2)");
}

static void
test_words(void)
{
	const struct icu_argument	id = { "id", "a{b}'c <d>", 0 };
	const char *const		*names;
	int				 message, count;

	is_text(messages_word(messages, messages_tag(messages, "it"),
	    "nav.model"), "Il modello", "a word by name");
	is_int(messages_find(messages, "nav.nothing"), -1,
	    "a word that is not there");
	is_int(messages_find(messages, NULL), -1, "no name is not there");
	message = messages_find(messages, "error.reference");
	names = messages_arguments(messages, message, &count);
	is_int(count, 1, "how many arguments a message takes");
	is_text(names[0], "id", "and their names");
	is_text(messages_text(messages, mem, 1, message, &id, 1),
	    "Reference: a{b}'c <d>", "an argument is text, never a pattern");
	is_text(messages_id(messages, message), "error.reference",
	    "a message's name by number");
	is_text(messages_language(messages, 0)->tag, "fr",
	    "French is the first language");
	is_int(messages_tag(messages, "de"), -1, "German is none of ours");
}

int
main(void)
{
	mem = mem_new();
	if (mkdtemp(folder) == NULL ||
	    mkdir(mem_format(mem, "%s/messages", folder), 0700) == -1) {
		perror(folder);
		return 1;
	}
	test_units();
	test_patterns();
	test_files();
	test_fifth();
	remove_folder();
	messages = messages_load("i18n");
	test_words();
	test_plurals();
	mem_free(mem);
	return done();
}
