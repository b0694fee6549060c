/*
 * buf.c - a page grows piece by piece.
 */
#include "base/buf.h"
#include "base/mem.h"

#include "tap.h"

int
main(void)
{
	struct mem	*mem = mem_new();
	struct buf	*buf;
	int		 i;

	buf = buf_new(mem, 0);
	is_text(buf->data, "", "a new buffer is an empty string");
	buf_text(buf, "a");
	buf_char(buf, 'b');
	buf_add(buf, "cd\0e", 4);
	is_int((long)buf->length, 6, "bytes may be NUL");
	ok(memcmp(buf->data, "abcd\0e", 7) == 0, "and are closed with one");

	buf_clear(buf);
	is_text(buf->data, "", "a cleared buffer is empty");
	buf_format(buf, "%s %d", "page", 7);
	is_text(buf->data, "page 7", "a format");
	buf_add(buf, NULL, 0);
	is_text(buf->data, "page 7", "nothing changes nothing");

	buf_clear(buf);
	for (i = 0; i < 100000; i++)
		buf_format(buf, "%d,", i % 10);
	is_int((long)buf->length, 200000, "it grows");
	ok(strncmp(buf->data + 199990, "5,6,7,8,9,", 10) == 0,
	    "and keeps what it had");
	is_int((long)strlen(buf->data), 200000, "and is closed");
	mem_free(mem);
	return done();
}
