/*
 * secret.c - the host's secret.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"
#include "web/secret.h"

struct secret {
	struct box_key	key;
};

struct secret *
secret_load(const char *path)
{
	struct secret	*secret = calloc(1, sizeof(*secret));
	struct mem	*mem = mem_new();
	const char	*why;
	unsigned char	*bytes;
	char		*text;
	size_t		 length;

	if (path == NULL)
		log_die("PROFINT_SECRET is not set");
	text = file_read(mem, path, 1000, &length, &why);
	if (text == NULL)
		log_die("%s: %s", path, why);
	text[strcspn(text, "\n")] = '\0';
	bytes = box_unhex(mem, text, &length);
	if (secret == NULL || bytes == NULL || length != BOX_KEY)
		log_die("%s: not made by profint secret", path);
	memcpy(secret->key.bytes, bytes, BOX_KEY);
	mem_free(mem);
	return secret;
}

struct box_key
secret_key(const struct secret *secret, const char *purpose)
{
	return box_derive(&secret->key, sizeof(secret->key), purpose);
}
