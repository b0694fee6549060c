/*
 * qr.c - a telephone reads the code from the card.
 *
 * The reader here is our own, after ISO/IEC 18004, for version 3, level M,
 * one block, bytes: it shares nothing with the library that writes.
 */
#include <stdlib.h>

#include "adapt/qr.h"
#include "base/mem.h"

#include "tap.h"

#define WIDTH	29		/* of version 3 */
#define LINK	"https://profint.example/fr/join/7K3M-9QXT"

static struct mem	*mem;
static unsigned char	 dark[177][177];

/* Paint what the path draws; the number of modules outside the code. */
static int
paint(const char *path, int size)
{
	int	x, y, width, i, outside = 0;

	memset(dark, 0, sizeof(dark));
	while (*path == 'M') {
		if (sscanf(path, "M%d %dh%dv1", &x, &y, &width) != 3)
			return -1;
		for (i = 0; i < width; i++) {
			if (x + i < QR_QUIET || y < QR_QUIET ||
			    x + i >= size - QR_QUIET || y >= size - QR_QUIET)
				outside++;
			else
				dark[y - QR_QUIET][x + i - QR_QUIET] = 1;
		}
		path = strchr(path, 'z') + 1;
	}
	return *path == '\0' ? outside : -1;
}

/* 1 when row Y, column X is no data: finders, timing, format, alignment. */
static int
is_fixed(int y, int x)
{
	if ((y < 9 && x < 9) || (y < 9 && x >= WIDTH - 8) ||
	    (y >= WIDTH - 8 && x < 9) || y == 6 || x == 6)
		return 1;
	return abs(y - 22) <= 2 && abs(x - 22) <= 2;
}

static int
is_masked(int mask, int y, int x)
{
	switch (mask) {
	case 0:	return (y + x) % 2 == 0;
	case 1:	return y % 2 == 0;
	case 2:	return x % 3 == 0;
	case 3:	return (y + x) % 3 == 0;
	case 4:	return (y / 2 + x / 3) % 2 == 0;
	case 5:	return y * x % 2 + y * x % 3 == 0;
	case 6:	return (y * x % 2 + y * x % 3) % 2 == 0;
	default: return ((y + x) % 2 + y * x % 3) % 2 == 0;
	}
}

/* The five bits that say level and mask. */
static int
format(void)
{
	int	x, bits = 0;

	for (x = 0; x < 5; x++)
		bits = bits << 1 | dark[8][x];
	return bits ^ 0x15;
}

/* The data bits in their order: columns in pairs from the right, up and
 * down in turn. */
static int
read_bits(unsigned char *bits, int mask)
{
	int	right, step, y, x, count = 0, up = 1;

	for (right = WIDTH - 1; right > 0; right -= 2, up = !up) {
		right -= right == 6;
		for (step = 0; step < WIDTH; step++) {
			y = up ? WIDTH - 1 - step : step;
			for (x = right; x > right - 2; x--)
				if (!is_fixed(y, x))
					bits[count++] = dark[y][x] ^
					    is_masked(mask, y, x);
		}
	}
	return count;
}

static int
number(const unsigned char *bits, int from, int length)
{
	int	value = 0;

	while (length-- > 0)
		value = value << 1 | bits[from++];
	return value;
}

static void
test_read(void)
{
	unsigned char	bits[WIDTH * WIDTH];
	char		text[64] = "";
	char		*path;
	int		size = 0, i, length;

	path = qr_path(mem, LINK, &size);
	is_int(size, WIDTH + 2 * QR_QUIET, "an address needs 29 modules");
	is_int(paint(path, size), 0, "four light ones around");
	is_int(format() >> 3, 0, "level M");
	is_int(read_bits(bits, format() & 7), 567, "so many bits");
	is_int(number(bits, 0, 4), 4, "bytes");
	length = number(bits, 4, 8);
	is_int(length, (long)strlen(LINK), "as many as there are");
	for (i = 0; i < length && i < 63; i++)
		text[i] = (char)number(bits, 12 + 8 * i, 8);
	is_text(text, LINK, "and they are the address");
}

static void
test_sizes(void)
{
	char	text[2400];
	int	size = 0;

	memset(text, 'x', sizeof(text));
	text[2331] = '\0';
	ok(qr_path(mem, text, &size) != NULL && size == 177 + 2 * QR_QUIET,
	    "2,331 bytes are the most");
	text[2331] = 'x';
	text[2332] = '\0';
	ok(qr_path(mem, text, &size) == NULL, "one more is refused");
	ok(qr_path(mem, "", &size) == NULL, "so is nothing");
	ok(qr_path(mem, "Vårdcentral, à bientôt", &size) != NULL,
	    "letters of any language");
}

int
main(void)
{
	mem = mem_new();
	test_read();
	test_sizes();
	mem_free(mem);
	return done();
}
