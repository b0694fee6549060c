/*
 * qr.h - the one door to libqrencode: a QR code as one path.
 */
#ifndef ADAPT_QR_H
#define ADAPT_QR_H

struct mem;

#define QR_QUIET	4	/* light modules around, as the standard wants */

/*
 * TEXT as a QR code of error level M (15 % may be covered): the value of an
 * SVG path's d in MEM, for
 *
 *	<svg class="qr" viewBox="0 0 SIZE SIZE"><path d="..."/></svg>
 *
 * with the dark modules one unit wide and the quiet zone inside: *SIZE.
 * Dark must stay darker than its ground, also on a dark page.  NULL (logged)
 * when TEXT is empty or longer than the largest code holds (2,331 bytes).
 */
char	*qr_path(struct mem *, const char *text, int *size);

#endif
