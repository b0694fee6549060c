/*
 * gzip.c - deflate with a gzip head, and inflate.
 */
#include <limits.h>

#define ZLIB_CONST
#include <zlib.h>

#include "adapt/gzip.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"

#define LEVEL	4	/* a case: 226 us, 3,906 bytes; level 6: 304 us, 3,821 */
#define GZIP	(15 + 16)	/* largest window, gzip head */
#define MEMORY	8

char *
gzip_pack(struct mem *mem, const char *bytes, size_t length, size_t *packed)
{
	z_stream	 stream = { 0 };
	char		*out;
	size_t		 size;

	if (length > UINT_MAX / 2 || deflateInit2(&stream, LEVEL, Z_DEFLATED,
	    GZIP, MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
		log_die("could not compress %zu bytes", length);
	size = deflateBound(&stream, length);
	out = mem_get(mem, size);
	stream.next_in = (const unsigned char *)bytes;
	stream.avail_in = (unsigned)length;
	stream.next_out = (unsigned char *)out;
	stream.avail_out = (unsigned)size;
	if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
		log_die("could not compress %zu bytes", length);
	*packed = stream.total_out;
	deflateEnd(&stream);
	return out;
}

/* Everything into OUT.  0, or -1: not as it should be. */
static int
inflate_all(z_stream *stream, struct buf *out, size_t limit)
{
	char	bytes[16384];
	int	status;

	do {
		stream->next_out = (unsigned char *)bytes;
		stream->avail_out = sizeof(bytes);
		status = inflate(stream, Z_NO_FLUSH);
		if (status != Z_OK && status != Z_STREAM_END)
			return -1;
		buf_add(out, bytes, sizeof(bytes) - stream->avail_out);
		if (out->length > limit)
			return -1;
	} while (status != Z_STREAM_END);
	return 0;
}

char *
gzip_unpack(struct mem *mem, const char *packed, size_t size, size_t limit,
    size_t *length)
{
	z_stream	 stream = { 0 };
	struct buf	*out;
	int		 status;

	if (size > UINT_MAX || inflateInit2(&stream, GZIP) != Z_OK)
		return NULL;
	stream.next_in = (const unsigned char *)packed;
	stream.avail_in = (unsigned)size;
	out = buf_new(mem, size * 3 + 1);
	status = inflate_all(&stream, out, limit);
	inflateEnd(&stream);
	*length = out->length;
	return status == 0 ? out->data : NULL;
}
