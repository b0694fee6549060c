/*
 * fault.h - what is wrong with the files, in the order it was found.
 */
#ifndef CONTENT_FAULT_H
#define CONTENT_FAULT_H

struct mem;

struct fault {
	const char	*file;
	int		 line;		/* 0: the file as a whole */
	const char	*text;		/* a sentence without full stop */
	struct fault	*next;
};

struct faults {
	struct mem	*mem;		/* where they are kept */
	struct fault	*first;
	struct fault	*last;
	int		 count;		/* the first thousand are kept */
};

/* No faults yet, in MEM. */
struct faults	*faults_new(struct mem *);

void		 faults_add(struct faults *, const char *file, int line,
		    const char *format, ...)
		    __attribute__((format(printf, 4, 5)));

/* All of them on standard error, as file:line: sentence, with WHAT ("",
 * "warning: ") before it. */
void		 faults_print(const struct faults *, const char *what);

#endif
