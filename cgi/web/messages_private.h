/*
 * messages_private.h - what messages.c and negotiate.c share.
 */
#ifndef WEB_MESSAGES_PRIVATE_H
#define WEB_MESSAGES_PRIVATE_H

#include "web/messages.h"

#define MESSAGES_LANGUAGES	32

struct word;

struct messages {
	struct mem		*mem;
	struct mem		*scratch;	/* while loading */
	struct icu_matcher	*matcher;
	struct language		 language[MESSAGES_LANGUAGES];
	int			 languages;
	const char		**id;		/* sorted */
	int			 count;
	struct word		*word[MESSAGES_LANGUAGES];
};

#endif
