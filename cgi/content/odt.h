/*
 * odt.h - a document for Word and LibreOffice, made in memory.
 *
 * A writer: call it in the order of the page.  All text is valid UTF-8, of
 * people or of ours; line feeds, tabs and blanks stay what they are, and
 * what XML cannot hold is left out.  LANG is the language tag of a text,
 * NULL: the document's.  Nothing is copied that is not written at once.
 *
 *	odt = odt_new(mem, &(struct odt_about){ .title = …, .lang = "fr",
 *	    .footer = "Profint · CC BY 4.0 · …" });
 *	odt_heading(odt, 2, "Étapes", NULL);
 *	odt_pair(odt, "Objectif", NULL, "Préparer …", NULL);
 *	odt_table(odt, 2, (const struct odt_cell[]){ { "Action", NULL }, … });
 *	odt_row(odt, cells);
 *	odt_table_end(odt);
 *	bytes = odt_bytes(odt, &length);
 */
#ifndef CONTENT_ODT_H
#define CONTENT_ODT_H

#include <stddef.h>

struct mem;
struct odt;

#define ODT_TYPE	"application/vnd.oasis.opendocument.text"

struct odt_about {
	const char	*title;		/* heading and document property */
	const char	*lang;		/* tag of the document */
	int		 rtl;		/* it is written from right to left */
	const char	*footer;	/* left of the page numbers: source and
					 * licence */
	const char	*licence;	/* address of the licence, or NULL */
	int		 landscape;	/* for wide tables */
};

struct odt_cell {
	const char	*text;
	const char	*lang;
};

/* A new document with its title, in MEM. */
struct odt	*odt_new(struct mem *, const struct odt_about *);

/* A heading of LEVEL 2 to 4; 1 is the title. */
void		 odt_heading(struct odt *, int level, const char *text,
		    const char *lang);

/* Body text; the same, smaller, for help and facts; one of a list. */
void		 odt_paragraph(struct odt *, const char *text,
		    const char *lang);
void		 odt_note(struct odt *, const char *text, const char *lang);
void		 odt_item(struct odt *, const char *text, const char *lang);

/* A question and its answer below it.  An empty answer is a line to write
 * on. */
void		 odt_pair(struct odt *, const char *label,
		    const char *label_lang, const char *value,
		    const char *value_lang);

/* A table of COUNT columns (1 to 20) with a head that stands on each page;
 * rows of as many cells; its end. */
void		 odt_table(struct odt *, int count,
		    const struct odt_cell *heads);
void		 odt_row(struct odt *, const struct odt_cell *cells);
void		 odt_table_end(struct odt *);

/* What follows begins on a new page. */
void		 odt_page(struct odt *);

/* The finished document in MEM, its length in *LENGTH.  Called once. */
char		*odt_bytes(struct odt *, size_t *length);

#endif
