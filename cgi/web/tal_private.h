/*
 * tal_private.h - what the files of the template engine share.
 *
 * tal.c reads the folder.  tal_compile.c, tal_tag.c, tal_attribute.c,
 * tal_metal.c and tal_i18n.c turn elements into instructions, tal_path.c
 * reads expressions.  At a request tal_render.c runs the instructions,
 * tal_eval.c answers expressions, tal_say.c formats messages and
 * tal_write.c escapes.  What compiling makes lives in tal->mem, for ever.
 */
#ifndef WEB_TAL_PRIVATE_H
#define WEB_TAL_PRIVATE_H

#include <stddef.h>

#include "web/tal.h"
#include "web/value.h"

struct buf;
struct xml;

/* --- expressions ------------------------------------------------------- */

enum tal_expr_type {
	TAL_PATH,		/* a/b/c */
	TAL_LOOP,		/* repeat/item/number */
	TAL_STRING,		/* string:text ${a/b} text */
	TAL_NOT,
	TAL_EXISTS,
	TAL_NOTHING,
	TAL_DEFAULT
};

enum tal_loop_field {
	TAL_INDEX, TAL_NUMBER, TAL_FIRST, TAL_LAST, TAL_EVEN, TAL_ODD,
	TAL_LENGTH
};

/* One name after a slash. */
struct tal_step {
	const char	*name;
	const struct tal_expr	*named;	/* of "?x": its worth is the name */
	int		 length;	/* 1: it is "length", a list's own */
	int		 memory;	/* where rendering keeps its column */
	struct tal_step	*next;
};

/* A piece of a string: literal text, or a path. */
struct tal_piece {
	const char		*text;
	const struct tal_expr	*expr;
	struct tal_piece	*next;
};

struct tal_expr {
	enum tal_expr_type	 type;
	const char		*source;	/* as written, for errors */
	int			 local;		/* its number, -1: the view's */
	const char		*name;		/* in the view */
	unsigned		 hash;
	enum tal_loop_field	 field;
	struct tal_step		*steps;
	struct tal_piece	*pieces;
	const struct tal_expr	*operand;	/* of not: and exists: */
	const struct tal_expr	*otherwise;	/* after | */
};

/* --- messages ---------------------------------------------------------- */

enum { TAL_ARGUMENTS = 12 };

struct tal_argument {
	const char		*name;
	const struct tal_expr	*expr;		/* NULL: markup, captured */
};

struct tal_message {
	int			 number;	/* -1: a family, see id */
	const struct tal_expr	*id;		/* "kind.${item/kind}" */
	struct tal_argument	 arguments[TAL_ARGUMENTS];
	int			 count;
	int			 captured;	/* arguments that are markup */
};

/* --- instructions ------------------------------------------------------ */

enum tal_context {
	TAL_CONTEXT_TEXT,
	TAL_CONTEXT_URL,	/* http, https, mailto, local paths */
	TAL_CONTEXT_SWITCH,	/* hidden, checked …: there or not */
	TAL_CONTEXT_CODE	/* style, onclick …: never */
};

struct tal_attribute {
	const char		*name;
	const char		*written;	/* in the template, or NULL */
	const struct tal_expr	*expr;
	const struct tal_message *message;	/* instead of expr */
	enum tal_context	 context;
};

enum tal_code {
	TAL_END,
	TAL_WRITE,		/* text, length; local: 1 when soft */
	TAL_JUMP,
	TAL_SET,		/* local = expr */
	TAL_UNLESS,		/* jump when expr is false */
	TAL_IF,			/* jump when expr is true */
	TAL_EACH,		/* first item of expr, or jump */
	TAL_NEXT,		/* next item and jump, or go on */
	TAL_CONTENT,		/* write expr; jump when it is default */
	TAL_STRUCTURE,		/* the same, xml as it is */
	TAL_MARKED,		/* the same, marks become mark elements */
	TAL_PUT,		/* write attribute */
	TAL_OPEN,		/* message has captured arguments: make room */
	TAL_CAPTURE,		/* what is written from here … */
	TAL_CAPTURED,		/* … to here is argument number `local` */
	TAL_SAY			/* write message */
};

struct tal_op {
	enum tal_code	 code;
	int		 line;
	const char	*file;
	int		 local;
	int		 jump;		/* number of an instruction */
	size_t		 length;
	union {
		const char			*text;
		const struct tal_expr		*expr;
		const struct tal_attribute	*attribute;
		const struct tal_message	*message;
	};
};

/* --- templates --------------------------------------------------------- */

struct tal_file {
	const char	*name;		/* "part/card" */
	const char	*path;		/* "templates/part/card.xml" */
	struct xml	*root;		/* while compiling */
	struct tal_op	*ops;
	int		 locals;	/* how many at once */
	int		 memories;	/* columns to remember */
};

struct tal_store;

struct tal {
	struct mem		*mem;
	struct tal_store	*store;		/* while compiling */
	const struct messages	*messages;
	struct tal_file		*files;		/* sorted by name */
	int			 count;
	char			*used;		/* by message number */
};

const struct tal_file *tal_file(const struct tal *, const char *name);

/* --- compiling --------------------------------------------------------- */

enum { TAL_LOCALS = 64, TAL_DEPTH = 32 };

/* A name that tal:define or tal:repeat made. */
struct tal_local {
	const char	*name;
	int		 loop;		/* by tal:repeat */
};

struct tal_frame;

struct tal_compile {
	struct tal		*tal;
	struct mem		*scratch;	/* dies after compiling */
	const struct tal_frame	*frame;		/* tal_metal.c */
	const struct xml	*placed;	/* a macro or slot's filling */
	struct buf		*ops;
	struct buf		*literal;	/* output, no instruction yet */
	int			 soft;		/* begins with a line break */
	struct tal_local	 locals[TAL_LOCALS];
	int			 count;		/* of locals, now */
	int			 most;		/* of locals, ever */
	int			 memories;
	int			 open;		/* elements written around */
	int			 svg;		/* inside an svg element */
	int			 keep;		/* white space stays: pre */
	int			 wordless;	/* inside translate="no" */
	int			 loose;		/* inside a macro not in use */
	int			 named;		/* next element is i18n:name */
	const char		*coming;	/* the next tal:repeat */
};

/* What an element's statements say; NULL: nothing. */
struct tal_element {
	const struct xml	*xml;
	const char		*define;
	const char		*condition;
	const char		*repeat;
	const char		*content;
	const char		*replace;
	const char		*attributes;
	const char		*omit;
	const char		*use_macro;
	const char		*define_macro;
	const char		*define_slot;
	const char		*fill_slot;
	const char		*translate;
	const char		*name;
	const char		*translations;	/* i18n:attributes */
};

/* Ends the program: file, LINE and the sentence. */
void	 tal_die(const struct tal_compile *, int line, const char *format, ...)
	    __attribute__((format(printf, 3, 4), noreturn));

/* tal_compile.c */
void	 tal_compile(struct tal *, struct mem *scratch, struct tal_file *);
int	 tal_emit(struct tal_compile *, int line, enum tal_code);
struct tal_op *tal_op(struct tal_compile *, int number);
int	 tal_here(struct tal_compile *);
void	 tal_land(struct tal_compile *, int number);
int	 tal_local(struct tal_compile *, int line, const char *name, int loop);
int	 tal_value(struct tal_compile *, int line, const char *text,
	    int *may_default);
void	 tal_statements(struct tal_compile *, const struct xml *,
	    struct tal_element *);
int	 tal_is_statement(const char *attribute);
void	 tal_element(struct tal_compile *, const struct xml *);
void	 tal_children(struct tal_compile *, const struct xml *);

/* tal_keep.c */
struct tal_store *tal_store(struct mem *, struct mem *scratch);
void	 tal_keep(struct tal_store *, struct tal_op *);

/* tal_tag.c */
void	 tal_tag(struct tal_compile *, const struct tal_element *);

/* tal_attribute.c */
void	 tal_attributes(struct tal_compile *, const struct tal_element *);
int	 tal_has_words(const char *text);

/* tal_metal.c */
void	 tal_frame_home(struct tal_compile *, const struct tal_file *);
const char *tal_frame_path(const struct tal_compile *);
void	 tal_use_macro(struct tal_compile *, const struct tal_element *);
int	 tal_fill(struct tal_compile *, const struct tal_element *);

/* tal_i18n.c */
void	 tal_translate(struct tal_compile *, const struct tal_element *);
struct tal_message *tal_message(struct tal_compile *, int line,
	    const char *text);
const char *tal_message_odd(const struct messages *, int number,
	    const struct tal_message *);
void	 tal_message_check(struct tal_compile *, int line,
	    const struct tal_message *);

/* tal_path.c */
struct tal_expr *tal_expression(struct tal_compile *, int line,
	    const char *text);
struct tal_expr *tal_plain(struct tal_compile *, int line, const char *text);
struct tal_expr *tal_pattern(struct tal_compile *, int line,
	    const char *text);
struct tal_expr *tal_expr_local(struct tal_compile *, int local);
int	 tal_may_default(const struct tal_expr *);
char	*tal_statement(struct tal_compile *, const char **rest);
char	*tal_word(struct tal_compile *, int line, const char **rest);

/* --- rendering --------------------------------------------------------- */

enum tal_result {
	TAL_FOUND = 0,
	TAL_MISSING = -1,	/* nobody gave it; an alternative may do */
	TAL_FAILED = -2		/* logged */
};

struct tal_slot {
	struct value		 value;
	struct value		 list;		/* of a loop */
	const struct json	*item;		/* the current one */
	int			 index;
	int			 length;
};

/* The column a step found in these rows. */
struct tal_memory {
	const struct rows	*rows;
	int			 column;
};

/* Captured markup of a message's arguments. */
struct tal_capture {
	struct tal_capture	*outer;
	size_t			 start;
	struct {
		const char	*text;
		size_t		 length;
	}			 pieces[TAL_ARGUMENTS];
};

struct tal_render {
	const struct view	*view;
	const struct messages	*messages;
	int			 language;
	struct mem		*mem;
	struct buf		*out;
	const struct tal_op	*start;
	const struct tal_op	*op;		/* the one that runs */
	struct tal_slot		*slots;
	struct tal_memory	*memories;
	struct tal_capture	*capture;
	const char		*json_text;	/* the last json read */
	struct value		 json;
};

/* Log file and line of the instruction and the sentence; TAL_FAILED. */
int	 tal_fail(const struct tal_render *, const char *format, ...)
	    __attribute__((format(printf, 2, 3)));

/* tal_eval.c */
int	 tal_find(struct tal_render *, const struct tal_expr *,
	    struct value *);
int	 tal_eval(struct tal_render *, const struct tal_expr *,
	    struct value *);
const char *tal_text(struct tal_render *, const struct tal_expr *,
	    const struct value *);
int	 tal_read(struct tal_render *, struct value *);

/* tal_say.c */
int	 tal_say(struct tal_render *, const struct tal_message *);
int	 tal_say_attribute(struct tal_render *, const struct tal_attribute *);
void	 tal_open(struct tal_render *);
void	 tal_captured(struct tal_render *, int argument);

/* tal_render.c */
int	 tal_run(struct tal_render *, const struct tal_file *);
int	 tal_put(struct tal_render *, const char *name, const char *text);

/* tal_write.c */
void	 tal_write_text(struct buf *, const char *, size_t length);
void	 tal_write_attribute(struct buf *, const char *);
void	 tal_write_marked(struct buf *, const char *);
int	 tal_url_fits(const char *);
enum tal_context tal_context(const char *name);

#endif
