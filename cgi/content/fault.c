/*
 * fault.c - what is wrong with the files, in the order it was found.
 */
#include <stdarg.h>
#include <stdio.h>

#include "base/mem.h"
#include "content/fault.h"

enum {
	FAULTS_KEPT = 1000
};

struct faults *
faults_new(struct mem *mem)
{
	struct faults	*faults;

	faults = mem_get(mem, sizeof(*faults));
	faults->mem = mem;
	return faults;
}

void
faults_add(struct faults *faults, const char *file, int line,
    const char *format, ...)
{
	struct fault	*fault;
	char		 text[600];
	va_list		 list;

	if (faults->count++ >= FAULTS_KEPT)
		return;
	va_start(list, format);
	vsnprintf(text, sizeof(text), format, list);
	va_end(list);
	fault = mem_get(faults->mem, sizeof(*fault));
	fault->file = mem_dup(faults->mem, file);
	fault->line = line;
	fault->text = mem_dup(faults->mem, text);
	if (faults->last != NULL)
		faults->last->next = fault;
	else
		faults->first = fault;
	faults->last = fault;
}

void
faults_print(const struct faults *faults, const char *what)
{
	const struct fault	*fault;

	for (fault = faults->first; fault != NULL; fault = fault->next)
		if (fault->line > 0)
			fprintf(stderr, "%s:%d: %s%s\n", fault->file,
			    fault->line, what, fault->text);
		else
			fprintf(stderr, "%s: %s%s\n", fault->file, what,
			    fault->text);
	if (faults->count > FAULTS_KEPT)
		fprintf(stderr, "and %d more\n", faults->count - FAULTS_KEPT);
}
