/*
 * literals.h - the string literals of a C source.
 */
#ifndef TOOL_LITERALS_H
#define TOOL_LITERALS_H

struct mem;

struct literal {
	const char	*text;		/* escapes but \" and \\ dropped */
	const char	*call;		/* the function or macro whose argument
					 * it is, or "" */
	int		 line;
};

typedef void	literal_fn(void *context, const struct literal *);

/* Hand each literal of TEXT, a C source, to FN; the strings live in MEM.
 * Comments and characters are skipped. */
void	literals_each(struct mem *, const char *text, literal_fn *,
	    void *context);

#endif
