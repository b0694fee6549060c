/*
 * settings.c - a host writes its file, rightly and wrongly.
 */
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "web/messages.h"
#include "web/settings.h"

#include "tap.h"

static struct messages	*messages;
static struct settings	*volatile settings, *volatile defaults;	/* both live for ever */
static char		 path[] = "/tmp/profint-settings-XXXXXX";

static void
write_file(const char *text)
{
	FILE	*file = fopen(path, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		exit(1);
}

/* What the program says when it ends over TEXT, without path and line
 * feed; "" when it does not end. */
static const char *
reason(const char *text)
{
	static char	said[500];
	int		ends[2], status;
	ssize_t		length;
	pid_t		child;

	write_file(text);
	fflush(stdout);
	if (pipe(ends) != 0 || (child = fork()) < 0)
		exit(1);
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		settings_load(path, messages);
		_exit(0);
	}
	close(ends[1]);
	length = read(ends[0], said, sizeof(said) - 1);
	close(ends[0]);
	waitpid(child, &status, 0);
	if (WEXITSTATUS(status) == 0 || length <= 0)
		return "";
	said[length - 1] = '\0';
	return said + strlen(path);
}

static void
test_good(void)
{
	write_file("# our site\n\nbase = https://profint.example\r\n"
	    "operator=Association  Exemple \n"
	    "operator.sv = Föreningen = Exempel\n  contact =\n");
	settings = settings_load(path, messages);
	is_text(settings_get(settings, "base", NULL),
	    "https://profint.example", "a value");
	is_text(settings_get(settings, "operator", "fr"),
	    "Association  Exemple", "for all languages");
	is_text(settings_get(settings, "operator", "sv"),
	    "Föreningen = Exempel", "for one");
	is_text(settings_get(settings, "contact", "fr"), "", "an empty one");
	is_text(settings_get(settings, "legal", "fr"), "", "a default");
	write_file("");
	defaults = settings_load(path, messages);
	is_text(settings_get(defaults, "base", NULL), "http://localhost:8080",
	    "the default address");
}

static void
test_bad(void)
{
	is_text(reason("base = https://a.example\n"), "", "good is good");
	is_text(reason("\nbasis = x\n"),
	    ":2: there is no setting \"basis\"", "an unknown key");
	is_text(reason("operator.xx = x\n"),
	    ":1: there is no language \"xx\"", "an unknown language");
	is_text(reason("operator\n"), ":1: not \"key = value\"",
	    "no equals sign");
	is_text(reason("legal = a\nlegal = b\n"),
	    ":2: \"legal\" is set twice", "the same twice");
	ok(*reason("base = profint.example\n") != '\0', "base without scheme");
	ok(*reason("base = https://a.example/\n") != '\0', "base with slash");
	ok(*reason("base.fr = https://a.example\n") != '\0',
	    "base in one language");
	ok(*reason("contact = nobody\n") != '\0', "contact without @");
	ok(*reason("legal = \xe9\n") != '\0', "Latin-1");
}

int
main(void)
{
	int	file = mkstemp(path);

	if (file < 0)
		return 1;
	close(file);
	messages = messages_load("i18n");
	test_good();
	test_bad();
	unlink(path);
	return done();
}
