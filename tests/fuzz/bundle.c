/*
 * bundle.c - any bytes as the file somebody wants to load.
 */
#include <string.h>

#include "base/mem.h"
#include "content/bundle.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem	*mem = mem_new();
	enum bundle_fault	 fault;
	struct bundle	*bundle, *again;
	size_t		 length, other;
	char		*bytes;

	bundle = bundle_read(mem, (const char *)data, size, &fault);
	HOLDS((bundle != NULL) == (fault == BUNDLE_FINE), "bundle or a fault");
	if (bundle != NULL) {
		bytes = bundle_write(mem, bundle, &length);
		again = bundle_read(mem, bytes, length, &fault);
		HOLDS(again != NULL, "what is written can be loaded");
		HOLDS(strcmp(bundle_write(mem, again, &other), bytes) == 0 &&
		    other == length, "and is the same");
	}
	mem_free(mem);
	return 0;
}
