/*
 * tal.h - TAL, METAL and I18N templates, compiled once.
 *
 * The language is described in templates/README.md.
 */
#ifndef WEB_TAL_H
#define WEB_TAL_H

struct buf;
struct mem;
struct messages;
struct tal;
struct view;

/* Compile every *.xml below FOLDER into MEM.  A mistake ends the program with file,
 * line and reason: unknown statement, bad path, unknown message, an
 * argument a message does not take, a macro that is not there … */
struct tal	*tal_load(struct mem *, const char *folder,
		    const struct messages *);

/* 1 when there is a template NAME ("case" is templates/case.xml). */
int		 tal_has(const struct tal *, const char *name);

/*
 * Add NAME, rendered in LANGUAGE, to OUT.  0, or -1 (logged with file and
 * line, OUT as it was) when the template asks for a name that nobody gave,
 * or the page grows beyond 8 MiB.
 * Scratch memory comes from MEM.
 */
int		 tal_render(const struct tal *, const char *name,
		    const struct view *, const struct messages *, int language,
		    struct mem *, struct buf *out);

/* 1 when some template names message number MESSAGE: for lint. */
int		 tal_uses(const struct tal *, int message);

#endif
