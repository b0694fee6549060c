/*
 * name.c - what names and addresses in content may look like.
 */
#include <string.h>

#include "base/mem.h"
#include "content/name.h"

#define LOWER	"abcdefghijklmnopqrstuvwxyz"
#define UPPER	"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS	"0123456789"

enum {
	NAME_LENGTH = 80,
	CODE_LENGTH = 8
};

int
name_is_slug(const char *text)
{
	size_t	length = strlen(text);

	return length > 0 && length <= NAME_LENGTH &&
	    strspn(text, LOWER DIGITS "-") == length &&
	    text[0] != '-' && text[length - 1] != '-' &&
	    strstr(text, "--") == NULL;
}

int
name_is_id(const char *text)
{
	size_t	length = strlen(text);

	return length > 0 && length <= NAME_LENGTH &&
	    strspn(text, LOWER) > 0 &&
	    strspn(text, LOWER DIGITS "-") == length;
}

int
name_is_code(const char *text)
{
	size_t	length = strlen(text);

	return length > 0 && length <= CODE_LENGTH &&
	    strspn(text, UPPER DIGITS) == length;
}

int
name_is_language(const char *text)
{
	size_t	length = strlen(text), first;

	first = strspn(text, LOWER);
	return length <= NAME_LENGTH && (first == 2 || first == 3) &&
	    (text[first] == '\0' || text[first] == '-') &&
	    strspn(text, LOWER UPPER DIGITS "-") == length &&
	    text[length - 1] != '-' && strstr(text, "--") == NULL;
}

int
name_is_country(const char *text)
{
	return strlen(text) == 2 && strspn(text, UPPER) == 2;
}

int
name_is_date(const char *text)
{
	return strlen(text) == 10 && strspn(text, DIGITS) == 4 &&
	    text[4] == '-' && strspn(text + 5, DIGITS) == 2 &&
	    text[7] == '-' && strspn(text + 8, DIGITS) == 2;
}

/* Nothing that could end the attribute or mean another host to a browser. */
static int
is_address(const char *text)
{
	return *text != '\0' && strpbrk(text, " \t\r\n\"'<>\\^`{|}") == NULL;
}

int
name_is_web(const char *text)
{
	if (strncmp(text, "https://", 8) == 0)
		text += 8;
	else if (strncmp(text, "http://", 7) == 0)
		text += 7;
	else
		return 0;
	return is_address(text) && strspn(text, LOWER UPPER DIGITS "[") > 0;
}

int
name_is_link(const char *text)
{
	if (strncmp(text, "mailto:", 7) == 0)
		return is_address(text + 7) && strchr(text, '@') != NULL;
	return name_is_web(text);
}

int
name_cut(struct mem *mem, const char *text, const char **kind,
    const char **slug)
{
	const char	*slash;

	slash = strchr(text, '/');
	if (slash == NULL || name_is_slug(slash + 1) == 0)
		return -1;
	*kind = mem_copy(mem, text, (size_t)(slash - text));
	*slug = slash + 1;
	return name_is_id(*kind) ? 0 : -1;
}
