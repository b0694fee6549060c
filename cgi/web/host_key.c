/*
 * host_key.c - the key that a host may ask of those who open a session.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/box.h"
#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "web/host_key.h"

#define SHORTEST	12
#define LONGEST		64	/* bytes: what box_derive() takes */

struct host_key {
	struct box_key	key;	/* derived: the words are not kept */
};

/* What is the same for the same words only: TEXT without blanks around it,
 * its length in *LENGTH, filled up with zeros. */
static struct box_key
digest(const char *text, size_t *length)
{
	unsigned char	whole[LONGEST] = { 0 };
	struct box_key	key;

	text += strspn(text, " \t\r\n");
	*length = strcspn(text, "\r\n");
	while (*length > 0 && strchr(" \t", text[*length - 1]) != NULL)
		(*length)--;
	memcpy(whole, text, *length < LONGEST ? *length : LONGEST);
	key = box_derive(whole, sizeof(whole), "host-key");
	box_wipe(whole, sizeof(whole));
	return key;
}

struct host_key *
host_key_load(const char *path)
{
	struct host_key	*key;
	struct mem	*mem;
	const char	*why;
	char		*text;
	size_t		 length;

	if (path == NULL)
		return NULL;
	key = calloc(1, sizeof(*key));
	mem = mem_new();
	text = file_read(mem, path, 1000, &length, &why);
	if (text == NULL)
		log_die("%s: %s", path, why);
	if (key == NULL || utf8_is_text(text, length) == 0)
		log_die("%s: not UTF-8 text", path);
	key->key = digest(text, &length);
	if (length < SHORTEST || length > LONGEST)
		log_die("%s: a host's key has %d to %d bytes", path,
		    SHORTEST, LONGEST);
	box_wipe(text, strlen(text));
	mem_free(mem);
	return key;
}

int
host_key_fits(const struct host_key *host, const char *typed)
{
	struct box_key	key;
	size_t		length;

	if (host == NULL)
		return 1;
	if (typed == NULL)
		return 0;
	key = digest(typed, &length);
	return box_same(&key, &host->key, sizeof(key)) && length <= LONGEST;
}
