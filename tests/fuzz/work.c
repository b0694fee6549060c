/*
 * work.c - any bytes as the file somebody wants to load.
 */
#include <string.h>

#include "base/mem.h"
#include "content/work.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem	*mem = mem_new();
	enum work_fault	 fault;
	struct work	*work, *again;
	size_t		 length, other;
	char		*bytes;

	work = work_read(mem, (const char *)data, size, &fault);
	HOLDS((work != NULL) == (fault == WORK_FINE), "work or a fault");
	if (work != NULL) {
		bytes = work_write(mem, work, &length);
		again = work_read(mem, bytes, length, &fault);
		HOLDS(again != NULL, "what is written can be loaded");
		HOLDS(strcmp(work_write(mem, again, &other), bytes) == 0 &&
		    other == length, "and is the same");
	}
	mem_free(mem);
	return 0;
}
