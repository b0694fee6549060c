/*
 * secret.h - the host's secret: a file outside the database and its backups.
 *
 * One line of 64 hex digits, made by `profint secret`.  Who has it cannot
 * read anybody's work; it keys what must not be guessed or made elsewhere:
 * the tokens of forms, the names of a first save, records of completion.
 */
#ifndef WEB_SECRET_H
#define WEB_SECRET_H

#include "adapt/box.h"

struct secret;

/* Read it.  Ends the program with the reason when PATH is NULL, cannot be
 * read or is no such file.  Lives for ever. */
struct secret	*secret_load(const char *path);

/* The key for PURPOSE.  Where something varies it stands in PURPOSE:
 * "form|..." */
struct box_key	 secret_key(const struct secret *, const char *purpose);

#endif
