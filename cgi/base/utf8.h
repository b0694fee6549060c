/*
 * utf8.h - is it text?
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stddef.h>

/* 1 when the LENGTH bytes are well-formed UTF-8 (no surrogates, no
 * overlong forms, nothing above U+10FFFF), else 0. */
int	utf8_valid(const char *bytes, size_t length);

/* 1 when utf8_valid() and free of control characters (C0, DEL, C1)
 * other than tab, line feed and carriage return, else 0. */
int	utf8_is_text(const char *bytes, size_t length);

/* Bytes of the first code point of a valid, non-empty string. */
size_t	utf8_step(const char *string);

#endif
