/*
 * box.c - the door to libsodium's secrets.
 */
#include <string.h>

#include <sodium.h>

#include "adapt/box.h"
#include "base/log.h"
#include "base/mem.h"

#define NONCE	crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define PASSES	2
#define STRETCH	((size_t)19 * 1024 * 1024)
#define TAG	crypto_aead_xchacha20poly1305_ietf_ABYTES

_Static_assert(BOX_KEY == crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
    "a key fits the cipher");
_Static_assert(BOX_DROP == crypto_box_SEALBYTES &&
    BOX_KEY == crypto_box_PUBLICKEYBYTES &&
    BOX_KEY == crypto_box_SECRETKEYBYTES, "a letter box fits");
_Static_assert(BOX_SALT == crypto_pwhash_SALTBYTES, "a salt fits");
_Static_assert(BOX_SHORTEST == crypto_generichash_KEYBYTES_MIN,
    "a secret fits the hash");

void
box_open_door(void)
{
	if (sodium_init() < 0)
		log_die("libsodium does not start");
}

void
box_random(void *bytes, size_t length)
{
	randombytes_buf(bytes, length);
}

struct box_key
box_derive(const void *secret, size_t length, const char *purpose)
{
	struct box_key	key;

	if (crypto_generichash(key.bytes, sizeof(key.bytes),
	    (const unsigned char *)purpose, strlen(purpose), secret,
	    length) != 0 || length < BOX_SHORTEST)
		log_die("a secret of %zu bytes for %s", length, purpose);
	return key;
}

struct box_key
box_stretch(const void *code, size_t length, const void *salt)
{
	struct box_key	key;

	if (crypto_pwhash(key.bytes, sizeof(key.bytes), code, length, salt,
	    PASSES, STRETCH, crypto_pwhash_ALG_ARGON2ID13) != 0)
		log_die("there is no memory to stretch a code");
	return key;
}

unsigned char *
box_seal(struct mem *mem, const struct box_key *key, const char *place,
    const void *text, size_t length, size_t *sealed)
{
	unsigned char		*out = mem_get(mem, NONCE + length + TAG);
	unsigned long long	 size;

	randombytes_buf(out, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(out + NONCE, &size, text,
	    length, (const unsigned char *)place, strlen(place), NULL, out,
	    key->bytes);
	*sealed = NONCE + (size_t)size;
	return out;
}

char *
box_open(struct mem *mem, const struct box_key *key, const char *place,
    const void *sealed, size_t size, size_t *length)
{
	const unsigned char	*bytes = sealed;
	unsigned long long	 opened;
	char			*text;

	if (bytes == NULL || size < NONCE + TAG)
		return NULL;
	text = mem_get(mem, size - NONCE - TAG + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt((unsigned char *)text,
	    &opened, NULL, bytes + NONCE, size - NONCE,
	    (const unsigned char *)place, strlen(place), bytes,
	    key->bytes) != 0)
		return NULL;
	*length = (size_t)opened;
	return text;
}

void
box_pair(struct box_key *public, struct box_key *secret)
{
	crypto_box_keypair(public->bytes, secret->bytes);
}

unsigned char *
box_drop(struct mem *mem, const struct box_key *public, const void *text,
    size_t length, size_t *sealed)
{
	unsigned char	*out = mem_get(mem, length + BOX_DROP);

	if (crypto_box_seal(out, text, length, public->bytes) != 0)
		log_die("a text does not go into a letter box");
	*sealed = length + BOX_DROP;
	return out;
}

char *
box_collect(struct mem *mem, const struct box_key *public,
    const struct box_key *secret, const void *sealed, size_t size,
    size_t *length)
{
	char	*text;

	if (sealed == NULL || size < BOX_DROP)
		return NULL;
	text = mem_get(mem, size - BOX_DROP + 1);
	if (crypto_box_seal_open((unsigned char *)text, sealed, size,
	    public->bytes, secret->bytes) != 0)
		return NULL;
	*length = size - BOX_DROP;
	return text;
}

int
box_same(const void *one, const void *two, size_t length)
{
	return sodium_memcmp(one, two, length) == 0;
}

void
box_wipe(void *bytes, size_t length)
{
	sodium_memzero(bytes, length);
}

char *
box_hex(struct mem *mem, const void *bytes, size_t length)
{
	char	*hex = mem_get(mem, 2 * length + 1);

	return sodium_bin2hex(hex, 2 * length + 1, bytes, length);
}

unsigned char *
box_unhex(struct mem *mem, const char *text, size_t *length)
{
	unsigned char	*bytes;
	const char	*end;
	size_t		 digits;

	if (text == NULL)
		return NULL;
	if (strncmp(text, "\\x", 2) == 0)
		text += 2;
	digits = strlen(text);
	bytes = mem_get(mem, digits / 2 + 1);
	if (sodium_hex2bin(bytes, digits / 2 + 1, text, digits, NULL, length,
	    &end) != 0 || *end != '\0')
		return NULL;
	return bytes;
}
