/*
 * accept.c - any bytes as an Accept-Language header.
 */
#include <string.h>

#include "base/mem.h"
#include "web/accept.h"
#include "web/messages.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct messages	*messages;
	struct accept_range	 ranges[ACCEPT_RANGES];
	struct mem		*mem = mem_new();
	char			*header = mem_copy(mem, data, size);
	int			 count, i, language;

	if (messages == NULL)
		messages = messages_load("i18n");
	count = accept_read(ranges, header);
	HOLDS(count >= 0 && count <= ACCEPT_RANGES, "so many ranges");
	for (i = 0; i < count; i++) {
		HOLDS(ranges[i].weight >= 0 && ranges[i].weight <= 1000,
		    "a weight is between 0 and 1");
		HOLDS(i == 0 || ranges[i - 1].weight >= ranges[i].weight,
		    "best first");
		HOLDS(ranges[i].tag[strspn(ranges[i].tag, "*-0123456789"
		    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")]
		    == '\0', "a tag is a tag");
	}
	language = messages_negotiate(messages, NULL, header);
	HOLDS(language >= 0 && language < messages_languages(messages),
	    "there is a language");
	mem_free(mem);
	return 0;
}
