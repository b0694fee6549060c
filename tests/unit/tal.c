/*
 * tal.c - a designer writes templates, good ones and bad ones.
 *
 * tests/unit/tal/good: NAME.xml must render as NAME.html.  bad: must be
 * refused at start, fail: at a request, with the line and the words of the
 * file's first comment.
 */
#include <sys/wait.h>

#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "adapt/db_private.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "web/messages.h"
#include "web/tal.h"
#include "web/tal_private.h"
#include "web/view.h"

#include "tap.h"

#define DATA	"tests/unit/tal"

static struct mem	*mem;
static struct messages	*messages;
static struct view	*view;
static struct tal	*good, *fail;
static char		 folder[] = "/tmp/profint-tal-XXXXXX";

/* --- what the templates know ------------------------------------------- */

static struct rows *
sample_rows(int rows_wanted)
{
	PGresAttDesc	 columns[] = {
		{ .name = "title", .typid = 25 },
		{ .name = "n", .typid = 23 },
		{ .name = "ok", .typid = 16 },
		{ .name = "tags", .typid = 3802 },
		{ .name = "body", .typid = 142, .tableid = 1 },
		{ .name = "made", .typid = 142 }
	};
	static char	*cells[3][6] = {
		{ "A <1>", "1", "t", "[\"x\",\"y\"]", "<em>markup</em>",
		    "<b>made</b>" },
		{ "B", "2", "f", "[]", "", "" },
		{ "C", "3", "f", NULL, NULL, NULL }
	};
	struct rows	*rows = mem_get(mem, sizeof(*rows));
	int		 i, j;

	rows->result = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PQsetResultAttrs(rows->result, 6, columns);
	for (i = 0; i < rows_wanted; i++)
		for (j = 0; j < 6; j++)
			PQsetvalue(rows->result, i, j, cells[i][j],
			    cells[i][j] != NULL ? (int)strlen(cells[i][j]) :
			    -1);
	mem_defer(mem, (void (*)(void *))PQclear, rows->result);
	return rows;
}

static void
fill_view(void)
{
	struct rows	*items = sample_rows(3);

	view = view_new(mem);
	view_row(view, items, 0);
	view_text(view, "title", "Mots & <métier> \"x\"");
	view_text(view, "row_title", "One row");
	view_text(view, "none", NULL);
	view_text(view, "empty", "");
	view_text(view, "tag", "en");
	view_text(view, "kind", "case");
	view_text(view, "plain", "plain");
	view_text(view, "url", "/fr/x?a=1&b=2");
	view_text(view, "script", "java\tscript:alert(1)");
	view_text(view, "lines", "\ntwo");
	view_text(view, "snippet",
	    "a \ue000word\ue001 & \ue000two\ue001 \ue002");
	view_text(view, "typed", "\ue100y\ue101");
	view_text(view, "cut", "x\ue001\ue000\ue000y");
	view_number(view, "count", 3);
	view_number(view, "zero", 0);
	view_true(view, "yes", 1);
	view_true(view, "no", 0);
	view_list(view, "items", items);
	view_list(view, "nobody", sample_rows(0));
	view_record(view, "record", items, 0);
	view_json(view, "steps", "[{\"name\":\"first\",\"list\":[1,2]},"
	    "{\"name\":\"second\",\"list\":[3]}]");
	view_json(view, "names", "{\"en\":\"English\",\"fr\":\"<French>\"}");
	view_json(view, "broken", "[1,");
}

/* --- helpers ----------------------------------------------------------- */

static char *
read_all(const char *path)
{
	const char	*why;
	size_t		 length;
	char		*text;

	text = file_read(mem, path, 1 << 20, &length, &why);
	if (text == NULL) {
		printf("Bail out! %s: %s\n", path, why);
		exit(1);
	}
	return text;
}

/* "page.xml" without its end, or NULL when it ends otherwise. */
static char *
stem(const char *name)
{
	size_t	length = strlen(name);

	if (length < 4 || strcmp(name + length - 4, ".xml") != 0)
		return NULL;
	return mem_copy(mem, name, length - 4);
}

/* Standard error goes into a file until log_end(). */
static int
log_begin(void)
{
	int	kept = dup(STDERR_FILENO), file;

	file = open(mem_format(mem, "%s.log", folder),
	    O_CREAT | O_TRUNC | O_WRONLY, 0600);
	dup2(file, STDERR_FILENO);
	close(file);
	return kept;
}

static char *
log_end(int kept)
{
	dup2(kept, STDERR_FILENO);
	close(kept);
	return read_all(mem_format(mem, "%s.log", folder));
}

/* The log names NAME.xml, and the line and words of PATH's first comment:
 * "LINE: words". */
static void
says(const char *log, const char *name, const char *path,
    const char *sentence)
{
	char	*comment = read_all(path) + strlen("<!-- "), *words;
	int	 line = (int)strtol(comment, &words, 10);

	words += strlen(": ");
	*strstr(words, " -->") = '\0';
	if (ok(strstr(log, mem_format(mem, "/%s.xml:%d: ", name, line)) &&
	    strstr(log, words), sentence) == 0)
		printf("# got:  %s# want: %d: %s\n", log, line, words);
}

/* --- the three folders ------------------------------------------------- */

static void
test_good(void)
{
	char		**names = file_names(mem, DATA "/good"), *name;
	struct buf	 *out = buf_new(mem, 4096);
	int		  kept;

	good = tal_load(mem, DATA "/good", messages);
	for (; *names != NULL; names++) {
		if ((name = stem(*names)) == NULL)
			continue;
		buf_clear(out);
		kept = log_begin();
		tal_render(good, name, view, messages, 1, mem, out);
		log_end(kept);
		is_text(out->data, read_all(mem_format(mem,
		    DATA "/good/%s.html", name)), name);
	}
	ok(tal_has(good, "page") && tal_has(good, "part/layout") &&
	    tal_has(good, "layout") == 0, "templates are known by name");
	ok(tal_uses(good, messages_find(messages, "greet")) &&
	    tal_uses(good, messages_find(messages, "kind.case")) &&
	    tal_uses(good, messages_find(messages, "kindly")) == 0,
	    "it is known which messages are in use");
}

/* Load a folder that holds this one file, as page.xml. */
static char *
load_alone(const char *path)
{
	char	*page = mem_format(mem, "%s/page.xml", folder);
	char	 whole[PATH_MAX];
	int	 kept, status;
	pid_t	 child;

	if (realpath(path, whole) == NULL || symlink(whole, page) == -1)
		return "no link";
	kept = log_begin();
	fflush(stdout);
	child = fork();
	if (child == 0) {
		tal_load(mem, folder, messages);
		_exit(0);
	}
	waitpid(child, &status, 0);
	unlink(page);
	ok(WIFEXITED(status) && WEXITSTATUS(status) == 1,
	    "a mistake ends the program");
	return log_end(kept);
}

static void
test_bad(void)
{
	char	**names = file_names(mem, DATA "/bad"), *path;

	for (; *names != NULL; names++) {
		path = mem_format(mem, DATA "/bad/%s", *names);
		says(load_alone(path), "page", path, *names);
	}
}

static void
test_fail(void)
{
	char		**names = file_names(mem, DATA "/fail");
	struct buf	 *out = buf_new(mem, 64);
	char		 *name;
	int		  kept, result;

	fail = tal_load(mem, DATA "/fail", messages);
	buf_text(out, "before");
	for (; *names != NULL; names++) {
		name = stem(*names);
		kept = log_begin();
		result = tal_render(fail, name, view, messages, 0, mem, out);
		says(log_end(kept), name, mem_format(mem, DATA "/fail/%s",
		    *names), name);
		is_int(result, -1, "and the page fails");
	}
	is_text(out->data, "before", "a page that failed leaves nothing");
}

/* --- addresses --------------------------------------------------------- */

static void
test_addresses(void)
{
	static const char *const	fit[] = {
		"", "/", "/a/b?c=d:e#f", "?q=a:b", "#top", "a/b:c", "x.html",
		"http://a", "https://a/b", "MAILTO:a@example.org", NULL
	};
	static const char *const	unfit[] = {
		"javascript:a", "JavaScript:a", " javascript:a", "//a.example",
		"/\\a.example", "\\\\a", "java\nscript:a", "\tjavascript:a",
		"data:text/html,x", "vbscript:x", ":", "ftp://a",
		"\x01javascript:a", "/a\x7f" "b", NULL
	};
	int				i;

	for (i = 0; fit[i] != NULL; i++)
		ok(tal_url_fits(fit[i]), "an address we follow");
	for (i = 0; unfit[i] != NULL; i++)
		ok(tal_url_fits(unfit[i]) == 0, "an address we do not follow");
}

int
main(void)
{
	mem = mem_new();
	messages = messages_load(DATA "/i18n");
	if (mkdtemp(folder) == NULL)
		return 1;
	fill_view();
	test_good();
	test_bad();
	test_fail();
	test_addresses();
	unlink(mem_format(mem, "%s.log", folder));
	rmdir(folder);
	return done();
}
