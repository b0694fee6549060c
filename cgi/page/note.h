/*
 * note.h - the places of a page where a person writes, and what is there.
 *
 * A place belongs to a segment of an item, in whatever language it is
 * read.  In the form it is a field ("m.situate-contacts"), and beside it,
 * as "v." and the field's name, the version that was shown and a hash of
 * its words: who has changed nothing overwrites nothing.
 */
#ifndef PAGE_NOTE_H
#define PAGE_NOTE_H

struct buf;
struct req;
struct rows;

struct note {
	const char	*kind;		/* of the item that asks */
	const char	*slug;		/* under which it is filed */
	const char	*segment;
	const char	*field;		/* its name in the form */
	const char	*text;		/* to be shown in the box, "" for none */
	const char	*saved;		/* what is kept, "" for nothing */
	const char	*theirs;	/* what another device saved meanwhile */
	const char	*mine;		/* and this form would have replaced */
	int		 version;	/* of what is kept, 0: nothing */
	int		 is_choice;	/* the name of an option, not words */
	int		 is_put;	/* see note_put() */
	struct note	*next;
};

struct notes {
	struct note	*first;		/* NULL: no place to write */
	struct note	**last;
};

/* What a case asks, and what the person here answered. */
struct asked {
	struct rows	*questions;	/* step-questions, or NULL */
	struct rows	*answers;	/* note-list, or NULL */
};

/* No places, in *NOTES. */
void		 note_begin(struct notes *);

/* One more place: field PREFIX and "." and SEGMENT.  Strings are kept. */
struct note	*note_add(struct req *, struct notes *, const char *prefix,
		    const char *kind, const char *slug, const char *segment);

/* The place of a segment, NULL when there is none. */
struct note	*note_find(const struct notes *, const char *kind,
		    const char *segment);

/* What is kept of an item's places: rows of note-list.  After
 * session_take().  What was written under a name that the item once had
 * stays filed there. */
void		 note_fill(struct req *, struct notes *, const char *kind,
		    const char *slug, const struct rows *);

/* Queue what case SLUG asks; and after req_run(), a place for each question
 * with what is kept there. */
void		 note_ask_case(struct req *, struct asked *,
		    const char *slug);
void		 note_add_case(struct req *, struct notes *,
		    const struct asked *, const char *slug);

/* What the form brought takes the place of what is shown. */
void		 note_take(struct req *, struct notes *);

/* TEXT takes the place of what was kept when note_fill() read it, whatever
 * the form says. */
void		 note_put(struct note *, const char *text);

/* 1 when the form brought any words at all. */
int		 note_is_written(const struct notes *);

/* What is to be saved, for note-save, in *JSON; how many. */
int		 note_pending(struct req *, const struct notes *,
		    struct buf *json);

/* Rows of note-save: 1 when another device's words were in the way; then
 * these places hold both. */
int		 note_conflicts(struct req *, struct notes *,
		    const struct rows *saved);

/* 1 when the button that was pressed is worth ACTION. */
int		 note_wants(const struct req *, const char *action);

/* A form's first questions, as learn_check(); one whose cookie opens
 * nothing any more comes back filled, too. */
int		 note_check(struct req *);

/* Queues how far somebody has come; the second is what note_keep() got. */
typedef void	 note_reach(struct req *, const void *reached);

/*
 * Keep what the form brought, and how far its writer has come, all or
 * nothing; without a space, make one.  0, or the status of a page that is
 * made already.  *CONFLICTS is 1 when another device's words were in the
 * way: the places hold both, to be shown with req->status, which is 409.
 */
int		 note_keep(struct req *, struct notes *, note_reach *,
		    const void *reached, int *conflicts);

/* The two ends of note_keep(), for who keeps more: begin the pipeline, in
 * the writer's space or a new one; after req_run(), rows of note-save are
 * answered as note_keep() does. */
void		 note_open(struct req *);
int		 note_answer(struct req *, struct notes *,
		    const struct rows *saved, int *conflicts);

/* Give the template NAME: by field's name field, text, base, theirs, mine,
 * is_kept. */
void		 note_view(struct req *, const struct notes *,
		    const char *name);

#endif
