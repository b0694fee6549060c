/*
 * code.h - codes that people read aloud and type: resume codes, join codes,
 * check codes.
 *
 * All are the same in every language.  Nothing here is secret or random:
 * bytes become letters and letters bytes.
 *
 * A resume code is 16 bytes as eight groups of five letters (proquints:
 * b d f g h j k l m n p r s t v z, and a i o u, "lusab") and a ninth that
 * checks them:
 *
 *	lusab-babad-gutih-tugad-mudof-sakat-sanil-dovop-zurib
 *
 * It is read in any case, with blanks, hyphens, dots, line breaks or
 * nothing between the letters, with the groups numbered or not.  A letter
 * is known by its place, so what looks alike is taken for what it must
 * be: 0 is o; 1, I and | are l among consonants, 1, l and | are i among
 * vowels; 2 is z, 5 is s, 8 is b, 9 is g.
 *
 * What a mistake is told as is certain for:
 *   - a letter that no group has at that place, a group of another length;
 *   - one wrong letter anywhere in an otherwise right code;
 * and found with no doubt, but not always named:
 *   - any mistakes within one group; two wrong letters anywhere; two
 *     groups that changed places (named unless chance gives a second
 *     explanation; two wrong letters of one group are named 14 times in 15).
 * Anything else passes with a chance of 1 in 65,536, and then opens
 * nothing.
 */
#ifndef WEB_CODE_H
#define WEB_CODE_H

#define CODE_BYTES	16
#define CODE_GROUPS	9	/* the last checks the others */
#define CODE_TEXT	54	/* bytes of a written code, NUL included */

#define JOIN_BYTES	5
#define JOIN_TEXT	10	/* of "7K3M-9QXT", NUL included */

#define CHECK_BYTES	10
#define CHECK_TEXT	20	/* of "7K3M-9QXT-0123-4567", NUL included */

enum code_verdict {
	CODE_RIGHT,
	CODE_EMPTY,		/* not a letter */
	CODE_COUNT,		/* there are `count` groups, not nine */
	CODE_GROUP,		/* group `group` is wrong, for certain if
				 * the others are right */
	CODE_LIKELY,		/* look at group `group` first */
	CODE_SWAPPED,		/* `group` and `other` changed places */
	CODE_WRONG		/* somewhere: compare all */
};

/* What reading found; numbers of groups begin with 1, 0 is none. */
struct code_found {
	enum code_verdict	verdict;
	int			group;
	int			other;
	int			count;	/* groups there are */
};

/* BYTES as a resume code, groups divided by hyphens: fit for a path of a
 * URL. */
void			 code_write(char text[CODE_TEXT],
			    const unsigned char bytes[CODE_BYTES]);

/* Read what somebody typed: UTF-8, closed with a NUL.  BYTES are filled
 * when the verdict is CODE_RIGHT, else they are zero. */
struct code_found	 code_read(unsigned char bytes[CODE_BYTES],
			    const char *text);

/*
 * A join code: 5 bytes as eight of 0-9 and A-Z without I, L, O and U,
 * shown 4-4.
 */
void			 code_join_write(char text[JOIN_TEXT],
			    const unsigned char bytes[JOIN_BYTES]);

/* Read one in any case, with anything but letters and digits between:
 * o is 0; i and l are 1; u is V.  0, or -1 when it is none. */
int			 code_join_read(unsigned char bytes[JOIN_BYTES],
			    const char *text);

/* The same with twice as many signs, for codes that nobody may guess. */
void			 code_check_write(char text[CHECK_TEXT],
			    const unsigned char bytes[CHECK_BYTES]);
int			 code_check_read(unsigned char bytes[CHECK_BYTES],
			    const char *text);

#endif
