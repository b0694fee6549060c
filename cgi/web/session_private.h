/*
 * session_private.h - what the files of session share: keys and their places.
 */
#ifndef WEB_SESSION_PRIVATE_H
#define WEB_SESSION_PRIVATE_H

#include <stddef.h>

#include "adapt/box.h"

struct req;
struct rows;

/* What is bound to a sealed text: its space, table and place. */
const char	*session_place(struct req *, const char *table,
		    const char *place);

/* The hash that finds a row by a SECRET of LENGTH bytes: hex digits. */
const char	*session_lookup(struct req *, const void *secret,
		    size_t length, const char *purpose);

/* Hex digits as bytea. */
const char	*session_bytea(struct req *, const char *hex);

/* This browser's token is TOKEN from here on. */
void		 session_token(struct req *, const unsigned char *token);

/* What is sealed in COLUMN of the first of ROWS, opened with KEY; NULL
 * unless it is SIZE bytes. */
const void	*session_open_cell(struct req *, const struct box_key *,
		    const struct rows *, const char *column, size_t size);

/* SIZE bytes sealed for COLUMN of the space, as bytea. */
const char	*session_seal_cell(struct req *, const struct box_key *,
		    const char *column, const void *bytes, size_t size);

/* The bytes that the form whose key is KEY makes for WHAT: always the same,
 * and nobody else can. */
struct box_key	 session_name(struct req *, const char *what,
		    const char *key);

/* A token for a browser that has none, made by the form whose key is KEY;
 * send its cookie. */
void		 session_device(struct req *, const char *key);

#endif
