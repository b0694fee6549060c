/*
 * sheet_private.h - what the files of sheet.h share.
 */
#ifndef CONTENT_SHEET_PRIVATE_H
#define CONTENT_SHEET_PRIVATE_H

struct mem;
struct sheet;
struct sheet_field;

/* Give TABLE one more row, with an id that no other has. */
void	sheet_add_row(struct sheet *, struct sheet_field *table);

/* Four letters and digits that are not taken for one another. */
char	*sheet_random_id(struct mem *);

/* 1 when TEXT may be the id of a row or an added field. */
int	 sheet_is_id(const char *text);

#endif
