/*
 * code.c - any bytes as a resume code or a join code.
 */
#include <string.h>

#include "base/mem.h"
#include "web/code.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	unsigned char		bytes[CODE_BYTES], again[CODE_BYTES];
	char			written[CODE_TEXT];
	struct code_found	found;
	struct mem		*mem = mem_new();
	char			*text = mem_copy(mem, data, size);

	found = code_read(bytes, text);
	HOLDS(found.group >= 0 && found.group <= CODE_GROUPS &&
	    found.other >= 0 && found.other <= CODE_GROUPS &&
	    found.count >= 0, "groups are numbered 1 to 9");
	HOLDS((found.group > 0) == (found.verdict == CODE_GROUP ||
	    found.verdict == CODE_LIKELY || found.verdict == CODE_SWAPPED),
	    "a group is named or none");
	HOLDS((found.other > found.group) == (found.verdict == CODE_SWAPPED),
	    "two of them when they changed places");
	if (found.verdict == CODE_RIGHT) {
		code_write(written, bytes);
		HOLDS(code_read(again, written).verdict == CODE_RIGHT &&
		    memcmp(bytes, again, CODE_BYTES) == 0,
		    "what was read is written and read again");
	}
	if (code_join_read(bytes, text) == 0) {
		code_join_write(written, bytes);
		HOLDS(code_join_read(again, written) == 0 &&
		    memcmp(bytes, again, JOIN_BYTES) == 0,
		    "what was read is written and read again");
	}
	mem_free(mem);
	return 0;
}
