/*
 * mem.c - a request takes memory and gives it all back at once.
 */
#include <stdint.h>

#include "base/mem.h"

#include "tap.h"

static int	released[3], count;

static void
release(void *thing)
{
	released[count++] = *(int *)thing;
}

static int
is_zero(const char *bytes, size_t length)
{
	size_t	i;

	for (i = 0; i < length; i++)
		if (bytes[i] != 0)
			return 0;
	return 1;
}

static void
test_get(struct mem *mem)
{
	char	*small, *large;
	int	 i, aligned = 1, clean = 1;

	for (i = 1; i < 3000; i++) {
		small = mem_get(mem, (size_t)i);
		aligned &= (uintptr_t)small % sizeof(long double) == 0;
		clean &= is_zero(small, (size_t)i);
		memset(small, 0xff, (size_t)i);
	}
	ok(aligned, "every piece is aligned");
	ok(clean, "every piece is zeroed");
	large = mem_get(mem, 10000000);
	ok(is_zero(large, 10000000), "so is a large one");
	memset(large, 0xff, 10000000);
	mem_reset(mem);
	ok(is_zero(mem_get(mem, 60000), 60000), "and one taken again");
	ok(mem_get(mem, 0) != NULL, "nothing is something too");
}

static void
test_strings(struct mem *mem)
{
	is_text(mem_dup(mem, "une clé"), "une clé", "a copy");
	is_text(mem_copy(mem, "abcdef", 3), "abc", "a part, closed");
	is_text(mem_copy(mem, NULL, 0), "", "no part, closed");
	is_text(mem_format(mem, "%s-%d", "x", 12), "x-12", "a format");
}

static void
test_defer(struct mem *mem)
{
	int	things[3] = { 1, 2, 3 };

	mem_defer(mem, release, &things[0]);
	mem_defer(mem, release, &things[1]);
	mem_reset(mem);
	is_int(count, 2, "what was deferred is released");
	is_int(released[0], 2, "newest first");
	mem_reset(mem);
	is_int(count, 2, "and only once");
	mem_defer(mem, release, &things[2]);
	mem_free(mem);
	is_int(released[2], 3, "also when the arena goes");
}

int
main(void)
{
	struct mem	*mem = mem_new();

	test_get(mem);
	test_strings(mem);
	test_defer(mem);
	mem_free(NULL);
	ok(1, "no arena can be freed");
	return done();
}
