/*
 * icu_private.h - what the files of icu share, and nobody else.
 */
#ifndef ADAPT_ICU_PRIVATE_H
#define ADAPT_ICU_PRIVATE_H

#include <unicode/unistr.h>

extern "C" {
#include "adapt/icu.h"
#include "base/log.h"
#include "base/mem.h"
}

/* ICU only fails here when its data is missing: nothing can go on. */
void	 need(UErrorCode, const char *what);

/* TEXT in UTF-8, in the arena. */
char	*keep(struct mem *, const icu::UnicodeString &text);

#endif
