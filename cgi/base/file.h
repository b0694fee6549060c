/*
 * file.h - read and write a small file whole.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stddef.h>

struct mem;

/*
 * The content of the regular file PATH in MEM, closed with a NUL, its
 * length in *LENGTH; or NULL and a sentence in *WHY when it cannot be
 * read or is larger than LIMIT bytes (nothing is read then).
 */
char	*file_read(struct mem *, const char *path, size_t limit,
	    size_t *length, const char **why);

/*
 * Make PATH hold LENGTH bytes: a new file takes the old one's place in one
 * step, or nothing changes.  0, or -1 and a sentence in *WHY (in MEM).
 */
int	 file_write(struct mem *, const char *path, const char *bytes,
	    size_t length, const char **why);

/* 1 when there is anything at PATH; a folder; a regular file.  A symbolic
 * link is none of the last two. */
int	 file_is_there(const char *path);
int	 file_is_folder(const char *path);
int	 file_is_plain(const char *path);

/*
 * The names in folder PATH in MEM, sorted by byte, those that begin with a
 * dot left out; closed with NULL.  NULL when it cannot be read.
 */
char	**file_names(struct mem *, const char *path);

#endif
