/*
 * qr.c - a QR code as one path, by libqrencode.
 */
#include <errno.h>
#include <string.h>

#include <qrencode.h>

#include "adapt/qr.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"

#define SMALLEST	0	/* version: as small as TEXT allows */

/* The dark runs of row Y. */
static void
draw_row(struct buf *path, const unsigned char *row, int width, int y)
{
	int	x, end;

	for (x = 0; x < width; x = end) {
		for (end = x + 1; end < width &&
		    (row[end] & 1) == (row[x] & 1); end++)
			;
		if (row[x] & 1)
			buf_format(path, "M%d %dh%dv1h-%dz", x + QR_QUIET,
			    y + QR_QUIET, end - x, end - x);
	}
}

char *
qr_path(struct mem *mem, const char *text, int *size)
{
	struct buf	*path;
	QRcode		*code;
	int		 y;

	code = QRcode_encodeString8bit(text, SMALLEST, QR_ECLEVEL_M);
	if (code == NULL) {
		log_warn("could not make a QR code of %zu bytes: %s",
		    strlen(text), strerror(errno));
		return NULL;
	}
	path = buf_new(mem, 8192);
	for (y = 0; y < code->width; y++)
		draw_row(path, code->data + y * code->width, code->width, y);
	*size = code->width + 2 * QR_QUIET;
	QRcode_free(code);
	return path->data;
}
