/*
 * zip.c - an archive in memory.
 */
#include <string.h>

#include <zip.h>

#include "adapt/zip.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/utf8.h"

#define LEVEL		6	/* a kit is made once and sent often */
#define FIRST_TIME	0	/* midnight, 1 January 1980, as DOS says it: */
#define FIRST_DATE	0x21	/* without a time zone */
#define LONGEST		255	/* bytes of a part of a name */

struct archive {
	struct mem	*mem;
	zip_t		*zip;		/* NULL: closed */
	zip_source_t	*source;	/* what it is written to */
	const char	*refused;	/* the first entry that was */
	const char	*why;
};

static void
release(void *thing)
{
	struct archive	*archive = thing;

	if (archive->zip != NULL)
		zip_discard(archive->zip);
	zip_source_free(archive->source);
}

struct archive *
zip_new(struct mem *mem)
{
	struct archive	*archive = mem_get(mem, sizeof(*archive));

	archive->mem = mem;
	archive->source = zip_source_buffer_create(NULL, 0, 0, NULL);
	if (archive->source == NULL)
		log_die("could not make an archive");
	archive->zip = zip_open_from_source(archive->source, ZIP_TRUNCATE,
	    NULL);
	if (archive->zip == NULL)
		log_die("could not open an archive");
	/* Closing or discarding the archive lets go of one of the two. */
	zip_source_keep(archive->source);
	mem_defer(mem, release, archive);
	return archive;
}

static int
is_part(const char *part, size_t length)
{
	return length > 0 && length <= LONGEST &&
	    strncmp(part, "..", length) != 0;
}

/* A name that every system can unpack, and that stays in its folder. */
static int
is_name(const char *name)
{
	const unsigned char	*p = (const unsigned char *)name;
	size_t			 length;

	for (; *p != '\0'; p++)
		if (*p < 0x20 || *p == 0x7f || strchr("\\:*?\"<>|", *p) != NULL)
			return 0;
	for (;;) {
		length = strcspn(name, "/");
		if (is_part(name, length) == 0)
			return 0;
		if (name[length] == '\0')
			return 1;
		name += length + 1;
	}
}

static int
put(struct archive *archive, const char *name, const void *bytes,
    size_t length, enum zip_how how)
{
	zip_source_t	*source;
	zip_int64_t	 index;

	source = zip_source_buffer(archive->zip, bytes, length, 0);
	if (source == NULL)
		return -1;
	index = zip_file_add(archive->zip, name, source, ZIP_FL_ENC_UTF_8);
	if (index < 0) {
		zip_source_free(source);
		return -1;
	}
	if (zip_set_file_compression(archive->zip, (zip_uint64_t)index,
	    how == ZIP_STORED ? ZIP_CM_STORE : ZIP_CM_DEFLATE, LEVEL) != 0)
		return -1;
	return zip_file_set_dostime(archive->zip, (zip_uint64_t)index,
	    FIRST_TIME, FIRST_DATE, 0);
}

void
zip_put(struct archive *archive, const char *name, const void *bytes,
    size_t length, enum zip_how how)
{
	if (archive->refused != NULL)
		return;
	if (utf8_valid(name, strlen(name)) == 0 || is_name(name) == 0) {
		archive->refused = "an entry";
		archive->why = "its name is none";
	} else if (put(archive, name, bytes, length, how) != 0) {
		archive->refused = mem_dup(archive->mem, name);
		archive->why = mem_dup(archive->mem,
		    zip_strerror(archive->zip));
	}
}

/* What was written to the source, in the arena. */
static char *
read_back(struct archive *archive, size_t *length)
{
	zip_stat_t	 stat;
	char		*bytes = NULL;

	if (zip_source_open(archive->source) != 0)
		return NULL;
	if (zip_source_stat(archive->source, &stat) == 0 &&
	    (stat.valid & ZIP_STAT_SIZE) != 0) {
		bytes = mem_get(archive->mem, stat.size + 1);
		*length = stat.size;
		if (zip_source_read(archive->source, bytes, stat.size) !=
		    (zip_int64_t)stat.size)
			bytes = NULL;
	}
	zip_source_close(archive->source);
	return bytes;
}

char *
zip_bytes(struct archive *archive, size_t *length)
{
	char	*bytes;

	if (archive->refused == NULL &&
	    zip_get_num_entries(archive->zip, 0) == 0) {
		archive->refused = "an archive";
		archive->why = "it is empty";
	}
	if (archive->refused != NULL) {
		log_warn("could not pack %s: %s", archive->refused,
		    archive->why);
		return NULL;
	}
	if (zip_close(archive->zip) != 0) {
		log_warn("could not close an archive: %s",
		    zip_strerror(archive->zip));
		return NULL;
	}
	archive->zip = NULL;
	if ((bytes = read_back(archive, length)) == NULL)
		log_warn("could not read an archive back");
	return bytes;
}
