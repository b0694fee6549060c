/*
 * kind.c - the kinds of items, as kinds.def lists them.
 */
#include <string.h>

#include "content/kind.h"

static const struct {
	const char	*name;
	const char	*group;
} kinds[] = {
#define KIND(name, group)	{ #name, #group },
#include "content/kinds.def"
#undef KIND
};

const char *
kind_name(int kind)
{
	return kinds[kind].name;
}

const char *
kind_group(int kind)
{
	return kinds[kind].group;
}

int
kind_find(const char *name)
{
	int	kind;

	for (kind = 0; kind < KIND__MAX; kind++)
		if (strcmp(kinds[kind].name, name) == 0)
			return kind;
	return -1;
}
