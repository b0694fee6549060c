/*
 * sheet_private.h - what the files of sheet.h share.
 */
#ifndef CONTENT_SHEET_PRIVATE_H
#define CONTENT_SHEET_PRIVATE_H

struct sheet;
struct sheet_field;

/* Give TABLE one more row, with an id that no other has. */
void	sheet_add_row(struct sheet *, struct sheet_field *table);

#endif
