/*
 * sheet_file.h - a worksheet as a file that people take away.
 *
 * In the reader's language, in the order of the form; a help text only where
 * nothing was answered, since then the file is to be filled in.
 */
#ifndef CONTENT_SHEET_FILE_H
#define CONTENT_SHEET_FILE_H

#include <stddef.h>

struct bundle_sheet;
struct sheet;

struct sheet_about {
	const char	*tool;		/* its title */
	const char	*tool_lang;	/* NULL: the reader's */
	const char	*footer;	/* source and licence, one line */
	const char	*licence;	/* its address */
};

/* As a document (content/odt.h): what is not answered can be written by
 * hand. */
char		*sheet_odt(const struct sheet *, const struct sheet_about *,
		    size_t *length);

/* As a table (content/csv.h): heading, question and answer in a row; below
 * the question of a table its columns and rows. */
char		*sheet_csv(const struct sheet *, const struct sheet_about *,
		    size_t *length);

/* For a bundle (content/bundle.h): its fields as they are kept; the caller
 * sets what else it knows. */
struct bundle_sheet *sheet_bundle(const struct sheet *, const char *tool,
		    const char *id);

#endif
