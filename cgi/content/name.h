/*
 * name.h - what names and addresses in content may look like.
 */
#ifndef CONTENT_NAME_H
#define CONTENT_NAME_H

struct mem;

/* 1 when TEXT is one, else 0. */
int	name_is_slug(const char *text);		/* f01-full-integration */
int	name_is_id(const char *text);		/* step3-what */
int	name_is_code(const char *text);		/* WT1 */
int	name_is_language(const char *text);	/* sv, pt-BR */
int	name_is_country(const char *text);	/* SE */
int	name_is_date(const char *text);		/* 2026-11-21 */
int	name_is_web(const char *text);		/* http: or https: address */
int	name_is_link(const char *text);		/* that, or mailto: */

/* Cut KIND/SLUG into *KIND (in MEM) and *SLUG (inside TEXT).  0, or -1
 * when it is not of that form. */
int	name_cut(struct mem *, const char *text, const char **kind,
	    const char **slug);

#endif
