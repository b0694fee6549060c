/*
 * code_private.h - what the files of code share: typed letters.
 */
#ifndef WEB_CODE_PRIVATE_H
#define WEB_CODE_PRIVATE_H

#include <stddef.h>

#include "web/code.h"

#define CODE_LETTERS	5	/* in a group */
#define CODE_TYPED	60	/* letters: more than that is no code */

/* Of the groups of a code: which bits a letter has. */
#define CODE_SHIFT	((const int[CODE_LETTERS]){ 12, 10, 6, 4, 0 })
#define CODE_CONSONANTS	"bdfghjklmnprstvz"
#define CODE_VOWELS	"aiou"

/* Consonants and vowels take turns. */
#define CODE_IS_CONSONANT(place)	((place) % 2 == 0)

struct code_letters {
	char	text[CODE_TYPED];
	int	number;			/* of them */
	int	group[CODE_TYPED];	/* which one of the typist, from 1 */
	int	groups;
};

/* Bytes at TEXT that divide groups, 0 when a letter begins there. */
size_t			 code_divides(const char *text);

/* The letters of TEXT. */
void			 code_letters(struct code_letters *,
			    const char *text);

/* The group whose five letters begin at TEXT, or -1. */
long			 code_group(const char *text);

/* Where is the mistake when the number of letters is not a code's? */
struct code_found	 code_count(const struct code_letters *);

#endif
