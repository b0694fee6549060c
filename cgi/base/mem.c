/*
 * mem.c - an arena: chunks of memory, and a list of things to release.
 */
#include <stdarg.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/mem.h"

/* Under AddressSanitizer each piece is a chunk of its own, so that it sees
 * overruns and use after mem_reset(). */
#ifdef __SANITIZE_ADDRESS__
#define CHUNK	((size_t)0)
#else
#define CHUNK	((size_t)128 * 1024)
#endif

#define ALIGNED(n) \
	(((n) + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1))

struct chunk {
	struct chunk		*next;
	size_t			 size;		/* of bytes */
	size_t			 used;
	alignas(max_align_t) char bytes[];
};

struct defer {
	struct defer	*next;
	void		(*release)(void *);
	void		*thing;
};

struct mem {
	struct chunk	*first;		/* kept over a reset */
	struct chunk	*now;		/* the one with room */
	struct chunk	*others;	/* all but the first */
	struct defer	*defers;	/* newest first */
};

static struct chunk *
chunk_new(size_t size)
{
	struct chunk	*chunk;

	if (size > SIZE_MAX / 2 ||
	    (chunk = malloc(sizeof(*chunk) + size)) == NULL)
		log_die("out of memory for %zu bytes", size);
	chunk->next = NULL;
	chunk->size = size;
	chunk->used = 0;
	return chunk;
}

static struct chunk *
chunk_add(struct mem *mem, size_t size)
{
	struct chunk	*chunk;

	chunk = chunk_new(size);
	chunk->next = mem->others;
	mem->others = chunk;
	return chunk;
}

struct mem *
mem_new(void)
{
	struct mem	*mem;

	mem = malloc(sizeof(*mem));
	if (mem == NULL)
		log_die("out of memory for an arena");
	mem->first = mem->now = chunk_new(CHUNK);
	mem->others = NULL;
	mem->defers = NULL;
	return mem;
}

void *
mem_get(struct mem *mem, size_t size)
{
	struct chunk	*chunk;
	size_t		 whole;
	char		*piece;

	if (size > SIZE_MAX / 4)
		log_die("out of memory for %zu bytes", size);
	whole = ALIGNED(size);
	chunk = mem->now;
	if (whole > CHUNK / 4)
		chunk = chunk_add(mem, size);
	else if (whole > chunk->size - chunk->used)
		chunk = mem->now = chunk_add(mem, CHUNK);
	piece = chunk->bytes + chunk->used;
	chunk->used += whole;
	return memset(piece, 0, size);
}

char *
mem_copy(struct mem *mem, const void *bytes, size_t length)
{
	char	*copy;

	copy = mem_get(mem, length + 1);
	if (length > 0)
		memcpy(copy, bytes, length);
	return copy;
}

char *
mem_dup(struct mem *mem, const char *string)
{
	return mem_copy(mem, string, strlen(string));
}

char *
mem_format(struct mem *mem, const char *format, ...)
{
	va_list	 list;
	char	*string;
	int	 length;

	va_start(list, format);
	length = vsnprintf(NULL, 0, format, list);
	va_end(list);
	if (length < 0)
		log_die("could not format \"%s\"", format);

	string = mem_get(mem, (size_t)length + 1);
	va_start(list, format);
	vsnprintf(string, (size_t)length + 1, format, list);
	va_end(list);
	return string;
}

void
mem_defer(struct mem *mem, void (*release)(void *), void *thing)
{
	struct defer	*defer;

	defer = mem_get(mem, sizeof(*defer));
	defer->release = release;
	defer->thing = thing;
	defer->next = mem->defers;
	mem->defers = defer;
}

void
mem_reset(struct mem *mem)
{
	struct defer	*defer;
	struct chunk	*chunk;

	while ((defer = mem->defers) != NULL) {
		mem->defers = defer->next;
		defer->release(defer->thing);
	}
	while ((chunk = mem->others) != NULL) {
		mem->others = chunk->next;
		free(chunk);
	}
	mem->now = mem->first;
	mem->first->used = 0;
}

void
mem_free(struct mem *mem)
{
	if (mem == NULL)
		return;
	mem_reset(mem);
	free(mem->first);
	free(mem);
}
