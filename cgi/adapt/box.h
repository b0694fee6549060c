/*
 * box.h - the door to libsodium's secrets: keys, sealed texts, chance.
 *
 * A secret (a device's token, a resume code, the host's file) is never used
 * as it is: box_derive() makes from it one key for each purpose, and none
 * of them tells about another.
 */
#ifndef ADAPT_BOX_H
#define ADAPT_BOX_H

#include <stddef.h>

struct mem;

#define BOX_KEY		32	/* bytes of a key */
#define BOX_SHORTEST	16	/* bytes a secret has at least, 64 at most */

struct box_key {
	unsigned char	bytes[BOX_KEY];
};

/* Must come before the others; ends the program when there is no source of
 * chance. */
void		 box_open_door(void);

/* LENGTH bytes nobody can guess. */
void		 box_random(void *bytes, size_t length);

/* The key for PURPOSE ("note", "lookup") that follows from a secret of
 * LENGTH bytes (BOX_SHORTEST to 64). */
struct box_key	 box_derive(const void *secret, size_t length,
		    const char *purpose);

/*
 * The key that follows from a short CODE of LENGTH bytes, made slowly
 * (Argon2id, 19 MiB, two passes), so that whoever has what it opens cannot
 * try all codes.  SALT: BOX_SALT bytes.
 */
#define BOX_SALT	16
struct box_key	 box_stretch(const void *code, size_t length,
		    const void *salt);

/*
 * TEXT (LENGTH bytes) sealed with KEY, in MEM; *SEALED its length.  PLACE
 * says where it belongs: at another place it does not open.
 */
unsigned char	*box_seal(struct mem *, const struct box_key *,
		    const char *place, const void *text, size_t length,
		    size_t *sealed);

/* What was sealed, closed with '\0' behind *LENGTH bytes, in MEM.  NULL
 * when it was changed, moved or sealed with another key. */
char		*box_open(struct mem *, const struct box_key *,
		    const char *place, const void *sealed, size_t size,
		    size_t *length);

/*
 * A letter box: whoever has the PUBLIC key drops in a text of LENGTH bytes,
 * and nobody but the holder of the SECRET one takes it out, not even who
 * dropped it.  *SEALED is LENGTH + BOX_DROP.  What does not open is NULL.
 */
#define BOX_DROP	48
void		 box_pair(struct box_key *public, struct box_key *secret);
unsigned char	*box_drop(struct mem *, const struct box_key *public,
		    const void *text, size_t length, size_t *sealed);
char		*box_collect(struct mem *, const struct box_key *public,
		    const struct box_key *secret, const void *sealed,
		    size_t size, size_t *length);

/* 1 when both are the same LENGTH bytes; takes as long when not. */
int		 box_same(const void *one, const void *two, size_t length);

/* Forget a secret. */
void		 box_wipe(void *bytes, size_t length);

/* Bytes as small hex digits, in MEM. */
char		*box_hex(struct mem *, const void *bytes, size_t length);

/* Hex digits, after "\x" if there is one (PostgreSQL's bytea), as bytes in
 * MEM; *LENGTH of them.  NULL when TEXT is NULL or no such digits. */
unsigned char	*box_unhex(struct mem *, const char *text, size_t *length);

#endif
