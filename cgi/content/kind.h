/*
 * kind.h - the kinds of items, as kinds.def lists them.
 */
#ifndef CONTENT_KIND_H
#define CONTENT_KIND_H

#define KIND(name, group)	KIND_##name,
enum kind {
#include "content/kinds.def"
	KIND__MAX
};
#undef KIND

/* "case", and where readers find it: "resource". */
const char	*kind_name(int kind);
const char	*kind_group(int kind);

/* The kind with this name, or -1. */
int		 kind_find(const char *name);

#endif
