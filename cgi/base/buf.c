/*
 * buf.c - a growing run of bytes; it doubles when it is full.
 */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"

struct buf *
buf_new(struct mem *mem, size_t size)
{
	struct buf	*buf;

	buf = mem_get(mem, sizeof(*buf));
	buf->mem = mem;
	buf->size = size > 0 ? size : 1;
	buf->data = mem_get(mem, buf->size);
	return buf;
}

/* Room for LENGTH more bytes and the NUL. */
static void
make_room(struct buf *buf, size_t length)
{
	char	*data;
	size_t	 size;

	if (length < buf->size - buf->length)
		return;
	if (length > SIZE_MAX / 8 || buf->size > SIZE_MAX / 8)
		log_die("out of memory for %zu bytes", length);
	size = buf->size * 2;
	if (size < buf->length + length + 1)
		size = buf->length + length + 1;
	data = mem_get(buf->mem, size);
	memcpy(data, buf->data, buf->length + 1);
	buf->data = data;
	buf->size = size;
}

void
buf_add(struct buf *buf, const void *bytes, size_t length)
{
	if (length == 0)
		return;
	make_room(buf, length);
	memcpy(buf->data + buf->length, bytes, length);
	buf->length += length;
	buf->data[buf->length] = '\0';
}

void
buf_text(struct buf *buf, const char *string)
{
	buf_add(buf, string, strlen(string));
}

void
buf_char(struct buf *buf, char byte)
{
	make_room(buf, 1);
	buf->data[buf->length++] = byte;
	buf->data[buf->length] = '\0';
}

void
buf_format(struct buf *buf, const char *format, ...)
{
	va_list	 list;
	int	 length;

	va_start(list, format);
	length = vsnprintf(NULL, 0, format, list);
	va_end(list);
	if (length < 0)
		log_die("could not format \"%s\"", format);

	make_room(buf, (size_t)length);
	va_start(list, format);
	vsnprintf(buf->data + buf->length, (size_t)length + 1, format, list);
	va_end(list);
	buf->length += (size_t)length;
}

void
buf_clear(struct buf *buf)
{
	buf->length = 0;
	buf->data[0] = '\0';
}
