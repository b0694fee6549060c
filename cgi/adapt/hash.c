/*
 * hash.c - fingerprints of content, by libsodium.
 */
#include <sodium.h>

#include "adapt/hash.h"
#include "base/mem.h"

char *
hash_hex(struct mem *mem, const void *bytes, size_t length, int digits)
{
	unsigned char	sum[crypto_hash_sha256_BYTES];
	char		hex[2 * sizeof(sum) + 1];

	crypto_hash_sha256(sum, bytes, length);
	sodium_bin2hex(hex, sizeof(hex), sum, sizeof(sum));
	return mem_copy(mem, hex, (size_t)digits);
}
