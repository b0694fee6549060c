/*
 * log.c - lines for the log, each written in one go.
 *
 * Lines are built in a fixed buffer: the log must work when memory is out.
 * A log that cannot be written is no reason to stop serving.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/utf8.h"

#define TEXT	1500		/* bytes of a text before quoting */
#define LINE	(TEXT * 6 + 500)

static const char	*name;		/* of the program; NULL: plain text */

static void
put(const char *line, size_t length)
{
	if (write(STDERR_FILENO, line, length) < 0)
		return;
}

/* TEXT as the inside of a JSON string in OUT, which has room for six bytes
 * per byte.  What is not UTF-8 becomes "?". */
static void
quote(char *out, const char *text)
{
	size_t	left, step;

	for (left = strlen(text); left > 0; text += step, left -= step) {
		step = utf8_step(text);
		if (step > left || utf8_valid(text, step) == 0) {
			step = 1;
			*out++ = '?';
		} else if ((unsigned char)*text < 0x20 || *text == 0x7f) {
			out += sprintf(out, "\\u%04x", *text);
		} else {
			if (*text == '"' || *text == '\\')
				*out++ = '\\';
			memcpy(out, text, step);
			out += step;
		}
	}
	*out = '\0';
}

/* "2026-11-21T19:40:00.123Z" into OUT. */
static void
stamp(char out[40])
{
	struct timespec	now;
	struct tm	tm;
	size_t		length;

	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &tm);
	length = strftime(out, 40, "%Y-%m-%dT%H:%M:%S", &tm);
	snprintf(out + length, 40 - length, ".%03ldZ", now.tv_nsec / 1000000);
}

static void
say(const char *level, const char *format, va_list list)
{
	char	text[TEXT], quoted[TEXT * 6], time[40], line[LINE];
	int	length;

	vsnprintf(text, sizeof(text), format, list);
	if (name == NULL) {
		length = snprintf(line, sizeof(line), "%s\n", text);
		put(line, (size_t)length);
		return;
	}
	quote(quoted, text);
	stamp(time);
	length = snprintf(line, sizeof(line),
	    "{\"time\":\"%s\",\"level\":\"%s\",\"program\":\"%s\","
	    "\"pid\":%ld,\"text\":\"%s\"}\n",
	    time, level, name, (long)getpid(), quoted);
	put(line, (size_t)length);
}

void
log_open(const char *program)
{
	name = program;
}

void
log_info(const char *format, ...)
{
	va_list	list;

	va_start(list, format);
	say("info", format, list);
	va_end(list);
}

void
log_warn(const char *format, ...)
{
	va_list	list;

	va_start(list, format);
	say("warning", format, list);
	va_end(list);
}

void
log_die(const char *format, ...)
{
	va_list	list;

	va_start(list, format);
	say("fatal", format, list);
	va_end(list);
	exit(1);
}

/* Every text here is the program's own or was checked: nothing to quote. */
void
log_request(const struct log_request *did)
{
	char	time[40], line[LINE];
	int	length;

	stamp(time);
	length = snprintf(line, sizeof(line),
	    "{\"time\":\"%s\",\"level\":\"info\",\"program\":\"%s\","
	    "\"pid\":%ld,\"request\":\"%.40s\",\"route\":\"%.100s\","
	    "\"method\":\"%.10s\",\"status\":%d,\"us\":%ld,"
	    "\"database_us\":%ld,\"rows\":%ld,\"bytes\":%ld}\n",
	    time, name != NULL ? name : "", (long)getpid(), did->id,
	    did->route, did->method, did->status, did->all_us,
	    did->database_us, did->rows, did->bytes);
	put(line, (size_t)length);
}
