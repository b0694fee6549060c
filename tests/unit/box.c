/*
 * box.c - what is sealed opens only with its key, at its place, unchanged.
 */
#include <string.h>

#include "adapt/box.h"
#include "base/mem.h"

#include "tap.h"

#define TEXT	"Trois appels, aucun « oui ».\n"

static struct mem	*mem;
static struct box_key	 key;

static void
test_seal(void)
{
	unsigned char	*sealed, *again;
	size_t		 size, other, length, i, opened = 0;

	sealed = box_seal(mem, &key, "a|note|q1", TEXT, strlen(TEXT), &size);
	again = box_seal(mem, &key, "a|note|q1", TEXT, strlen(TEXT), &other);
	ok(size == other && memcmp(sealed, again, size) != 0,
	    "the same words are never sealed alike");
	ok(memmem(sealed, size, "appels", 6) == NULL, "no word is readable");
	is_text(box_open(mem, &key, "a|note|q1", sealed, size, &length), TEXT,
	    "they open");
	is_int((long)length, (long)strlen(TEXT), "as long as they were");
	ok(box_open(mem, &key, "b|note|q1", sealed, size, &length) == NULL,
	    "not in another space");
	ok(box_open(mem, &key, "a|note|q", sealed, size, &length) == NULL,
	    "nor at another place");
	for (i = 0; i < size; i++) {
		sealed[i] ^= 1;
		opened += box_open(mem, &key, "a|note|q1", sealed, size,
		    &length) != NULL;
		sealed[i] ^= 1;
	}
	is_int((long)opened, 0, "nor with any byte changed");
	for (i = 0; i < size; i++)
		opened += box_open(mem, &key, "a|note|q1", sealed, i,
		    &length) != NULL;
	is_int((long)opened, 0, "nor cut short");
	ok(box_open(mem, &key, "", NULL, 0, &length) == NULL,
	    "nothing does not open");
	sealed = box_seal(mem, &key, "", "", 0, &size);
	is_text(box_open(mem, &key, "", sealed, size, &length), "",
	    "an empty text is one");
}

static void
test_keys(void)
{
	unsigned char	 secret[64], *sealed;
	struct box_key	 one, two, three;
	size_t		 size, length;

	box_random(secret, sizeof(secret));
	one = box_derive(secret, 32, "lookup");
	two = box_derive(secret, 32, "lookup");
	ok(box_same(&one, &two, sizeof(one)), "a key can be derived again");
	two = box_derive(secret, 32, "wrap");
	ok(!box_same(&one, &two, sizeof(one)), "another purpose, another key");
	three = box_derive(secret, 31, "lookup");
	ok(!box_same(&one, &three, sizeof(one)), "another secret, too");
	one = box_derive(secret, 16, "code");
	one = box_derive(secret, 64, "code");
	sealed = box_seal(mem, &one, "device", &key, sizeof(key), &size);
	ok(box_open(mem, &two, "device", sealed, size, &length) == NULL,
	    "a wrapped key opens with no other");
	ok(memcmp(box_open(mem, &one, "device", sealed, size, &length), &key,
	    sizeof(key)) == 0 && length == sizeof(key), "and with its own");
	box_wipe(secret, sizeof(secret));
	ok(secret[0] == 0 && memcmp(secret, secret + 1, 63) == 0,
	    "what is wiped is gone");
}

static void
test_letter_box(void)
{
	struct box_key	 public, secret, other, others;
	unsigned char	*sealed, *again;
	size_t		 size, length, i, opened = 0;

	box_pair(&public, &secret);
	box_pair(&other, &others);
	sealed = box_drop(mem, &public, TEXT, strlen(TEXT), &size);
	again = box_drop(mem, &public, TEXT, strlen(TEXT), &length);
	ok(size == strlen(TEXT) + BOX_DROP && length == size &&
	    memcmp(sealed, again, size) != 0,
	    "what is dropped never looks alike");
	is_text(box_collect(mem, &public, &secret, sealed, size, &length),
	    TEXT, "who has the secret key takes it out");
	ok(box_collect(mem, &other, &others, sealed, size, &length) == NULL,
	    "no other box's");
	ok(box_collect(mem, &public, &public, sealed, size, &length) == NULL,
	    "nor who has dropped it in");
	for (i = 0; i < size; i++) {
		sealed[i] ^= 1;
		opened += box_collect(mem, &public, &secret, sealed, size,
		    &length) != NULL;
		sealed[i] ^= 1;
		opened += box_collect(mem, &public, &secret, sealed, i,
		    &length) != NULL;
	}
	is_int((long)opened, 0, "nothing that was changed or cut short");
}

static void
test_hex(void)
{
	unsigned char	*bytes;
	size_t		 length = 0;

	is_text(box_hex(mem, "\x00\xff\x10", 3), "00ff10", "bytes as hex");
	bytes = box_unhex(mem, "\\x00ff10", &length);
	ok(length == 3 && memcmp(bytes, "\x00\xff\x10", 3) == 0,
	    "and back, as PostgreSQL writes them");
	bytes = box_unhex(mem, "", &length);
	ok(bytes != NULL && length == 0, "none is a number of them, too");
	ok(box_unhex(mem, "0", &length) == NULL, "half a byte is none");
	ok(box_unhex(mem, "0g", &length) == NULL, "a letter is no digit");
	ok(box_unhex(mem, "00 11", &length) == NULL, "nor is a blank");
	ok(box_unhex(mem, NULL, &length) == NULL, "nothing is nothing");
}

int
main(void)
{
	box_open_door();
	mem = mem_new();
	box_random(&key, sizeof(key));
	test_seal();
	test_keys();
	test_letter_box();
	test_hex();
	mem_free(mem);
	return done();
}
