/*
 * zip.c - archives: read by unzip, the same from the same, names that stay
 * in their folder.
 */
#include <stdlib.h>
#include <unistd.h>

#include "adapt/zip.h"
#include "base/mem.h"

#include "tap.h"

#define MIMETYPE	"application/vnd.oasis.opendocument.text"

static struct mem	*mem;

static char *
sample(size_t *length)
{
	struct archive	*archive = zip_new(mem);
	char		*page = mem_get(mem, 100001);

	memset(page, 'a', 100000);
	zip_put(archive, "mimetype", MIMETYPE, strlen(MIMETYPE), ZIP_STORED);
	zip_put(archive, "fr/déroulé.html", page, 100000, ZIP_PACKED);
	zip_put(archive, "fr/empty.txt", "", 0, ZIP_PACKED);
	return zip_bytes(archive, length);
}

/* What the shell says of COMMAND, where $f is a file of these bytes. */
static int
shell(const char *bytes, size_t length, const char *command)
{
	char	path[] = "/tmp/profint-zip-XXXXXX";
	int	file = mkstemp(path), status = -1;

	if (file == -1)
		return -1;
	if (write(file, bytes, length) == (ssize_t)length)
		status = system(mem_format(mem, "f=%s; %s", path, command));
	close(file);
	unlink(path);
	return status;
}

static void
test_read(void)
{
	static const char	 head[] = "\x08\0\0\0mimetype" MIMETYPE;
	size_t			 length;
	char			*bytes = sample(&length);

	if (ok(bytes != NULL, "an archive") == 0)
		return;
	is_int(shell(bytes, length, "unzip -tqq $f"), 0,
	    "unzip finds no fault in it");
	is_int(shell(bytes, length, "[ \"$(unzip -Z1 $f | LC_ALL=C sed -n 1p)\""
	    " = mimetype ] && [ \"$(unzip -Z1 $f | wc -l)\" = 3 ]"), 0,
	    "three entries, in their order");
	is_int(shell(bytes, length, "[ \"$(LC_ALL=C.UTF-8 unzip -Z1 $f | "
	    "sed -n 2p)\" = fr/déroulé.html ]"), 0, "names in UTF-8");
	is_int(shell(bytes, length, "[ \"$(unzip -p $f 'fr/d*' | wc -c)\" = "
	    "100000 ]"), 0, "content as it was");
	ok(length < 2000, "packed");
	ok(memcmp(bytes + 26, head, sizeof(head) - 1) == 0,
	    "mimetype where ODF looks for it: stored, no extra field");
}

static void
test_same(void)
{
	size_t	 first_length, length;
	char	*first, *bytes;

	setenv("TZ", "Pacific/Kiritimati", 1);
	first = sample(&first_length);
	setenv("TZ", "Pacific/Pago_Pago", 1);
	bytes = sample(&length);
	ok(first_length == length && memcmp(first, bytes, length) == 0,
	    "the same from the same, wherever it is made");
}

static int
refuses(const char *name)
{
	struct archive	*archive = zip_new(mem);
	size_t		 length;

	zip_put(archive, name, "x", 1, ZIP_STORED);
	return zip_bytes(archive, &length) == NULL;
}

static void
test_names(void)
{
	static const char *const	bad[] = {
		"", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/..",
		"a\\b", "C:a", "a\nb", "a\x7f", "a\"b", "a?", "a\xff", NULL
	};
	static const char *const	good[] = {
		"a", "a/b/c", "...", ".a", "..a", "a.b..c", "é/ö", NULL
	};
	int	i;

	for (i = 0; bad[i] != NULL; i++)
		ok(refuses(bad[i]), mem_format(mem, "no bad name, %d", i));
	for (i = 0; good[i] != NULL; i++)
		ok(refuses(good[i]) == 0, mem_format(mem, "but %s", good[i]));
	ok(refuses(mem_format(mem, "%0256d", 0)), "none too long");
	ok(refuses(mem_format(mem, "a/%0255d/b", 0)) == 0, "just not so");
}

static void
test_refused(void)
{
	struct archive	*archive = zip_new(mem);
	size_t		 length;

	ok(zip_bytes(archive, &length) == NULL, "no archive of nothing");
	archive = zip_new(mem);
	zip_put(archive, "a", "1", 1, ZIP_STORED);
	zip_put(archive, "a", "2", 1, ZIP_STORED);
	zip_put(archive, "b", "3", 1, ZIP_STORED);
	ok(zip_bytes(archive, &length) == NULL, "no name twice");
}

int
main(void)
{
	mem = mem_new();
	test_read();
	test_same();
	test_names();
	test_refused();
	zip_new(mem);	/* and one that nobody finishes */
	mem_free(mem);
	return done();
}
