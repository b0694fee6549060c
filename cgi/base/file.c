/*
 * file.c - read and write a small file whole.
 */
#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

static const char *
reason(struct mem *mem, const char *what)
{
	return mem_format(mem, "%s: %s", what, strerror(errno));
}

static char *
slurp(struct mem *mem, int file, size_t size)
{
	size_t	 length = 0;
	ssize_t	 got;
	char	*bytes;

	bytes = mem_get(mem, size + 1);
	while (length < size) {
		got = read(file, bytes + length, size - length);
		if (got == -1 && errno == EINTR)
			continue;
		if (got <= 0)
			return NULL;
		length += (size_t)got;
	}
	return bytes;
}

char *
file_read(struct mem *mem, const char *path, size_t limit, size_t *length,
    const char **why)
{
	struct stat	 facts;
	char		*bytes = NULL;
	int		 file;

	/* O_NONBLOCK: a named pipe must not hold us up. */
	file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file == -1) {
		*why = reason(mem, "the file cannot be opened");
		return NULL;
	}
	if (fstat(file, &facts) == -1 || S_ISREG(facts.st_mode) == 0)
		*why = "this is not a regular file";
	else if (facts.st_size > (off_t)limit)
		*why = mem_format(mem, "the file is larger than %zu KiB",
		    limit / 1024);
	else if ((bytes = slurp(mem, file, (size_t)facts.st_size)) == NULL)
		*why = "the file cannot be read whole";
	else
		*length = (size_t)facts.st_size;
	close(file);
	return bytes;
}

static int
spill(int file, const char *bytes, size_t length)
{
	ssize_t	put;

	while (length > 0) {
		put = write(file, bytes, length);
		if (put == -1 && errno == EINTR)
			continue;
		if (put == -1)
			return -1;
		bytes += put;
		length -= (size_t)put;
	}
	return 0;
}

int
file_write(struct mem *mem, const char *path, const char *bytes,
    size_t length, const char **why)
{
	char	*fresh;
	int	 file;

	fresh = mem_format(mem, "%s.XXXXXX", path);
	file = mkstemp(fresh);
	if (file == -1) {
		*why = reason(mem, "the file cannot be made");
		return -1;
	}
	if (spill(file, bytes, length) == -1 || fchmod(file, 0644) == -1 ||
	    rename(fresh, path) == -1) {
		*why = reason(mem, "the file cannot be written");
		unlink(fresh);
		close(file);
		return -1;
	}
	close(file);
	return 0;
}

int
file_is_there(const char *path)
{
	struct stat	facts;

	return lstat(path, &facts) == 0;
}

int
file_is_plain(const char *path)
{
	struct stat	facts;

	return lstat(path, &facts) == 0 && S_ISREG(facts.st_mode);
}

int
file_is_folder(const char *path)
{
	struct stat	facts;

	return lstat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **
file_names(struct mem *mem, const char *path)
{
	struct dirent	 *entry;
	char		**names, **more;
	size_t		  count = 0, room = 64;
	DIR		 *folder;

	folder = opendir(path);
	if (folder == NULL)
		return NULL;
	names = mem_get(mem, room * sizeof(*names));
	while ((entry = readdir(folder)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		if (count + 1 == room) {
			more = mem_get(mem, 2 * room * sizeof(*names));
			memcpy(more, names, room * sizeof(*names));
			names = more;
			room *= 2;
		}
		names[count++] = mem_dup(mem, entry->d_name);
	}
	closedir(folder);
	names[count] = NULL;
	qsort(names, count, sizeof(*names), by_name);
	return names;
}
