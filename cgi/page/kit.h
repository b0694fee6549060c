/*
 * kit.h - the kit of a module: one archive of pages that need no network.
 */
#ifndef PAGE_KIT_H
#define PAGE_KIT_H

struct buf;
struct mem;
struct req;
struct rows;

/* A sort of documents. */
struct kit_part {
	const char	*name;		/* its template is kit/<name> */
	const char	*word;		/* message that is its title; NULL: the
					   item's own */
	const char	*before;	/* message before the item's title */
	int		 once;		/* both languages in one */
};

/* A page of the site that travels in the kit. */
struct kit_place {
	const char	*path;		/* on the site: "/fr/tool/wt1" */
	const char	*file;		/* in the kit: "06-wt1.html" */
};

/* A document of the kit. */
struct kit_document {
	const struct kit_part	*part;
	int			 language;
	const char		*kind;		/* of the item it shows */
	const char		*slug;
	struct rows		*item;		/* of item-page */
	struct rows		*sections;
	const char		*title;
	const char		*title_lang;
	const char		*file;		/* its name in the kit */
	struct kit_document	*next;
};

/* A kit in the making. */
struct kit {
	struct req		*req;
	const char		*slug;		/* of the module */
	int			 other;		/* second language, or -1 */
	struct rows		*item[2];	/* of item-page, in both */
	struct rows		*sections[2];	/* of item-kit */
	struct rows		*steps;		/* of item-steps */
	struct rows		*linked;	/* of kit-documents */
	struct kit_document	*first;
	struct kit_document	**tail;
	struct kit_place	*places;	/* closed with a NULL path */
};

/*
 * Fill the kit of module SLUG in the request's language and OTHER, -1: in
 * one only, but for the files' bytes.  0, or the status to return.
 */
int		 kit_plan(struct kit *, struct req *, const char *slug,
		    int other);

/*
 * The second language as JSON, "null" when there is none: tag, dir, name,
 * title, summary, kind, section/ROLE and step/STEP, and the state of the
 * module's translation as templates/part/state.xml knows it.
 */
const char	*kit_other(const struct kit *);

/*
 * PAGE as it stands in a kit, in MEM: a link to one of PLACES (the last one
 * has no path) leads to its file, any other local one to BASE; drawings of
 * the sprite ICONS (the text of icons.svg) stand where they are used;
 * anchors of paragraphs, which two languages share, are left out: an id
 * begins with "kit-".  PAGE: what tal_render() made.
 */
struct buf	*kit_pack(struct mem *, const struct buf *page,
		    const struct kit_place *places, const char *base,
		    const char *icons);

#endif
