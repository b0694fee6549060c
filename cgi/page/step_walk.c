/*
 * step_walk.c - from step to step, also by who has written nothing yet.
 *
 * As long as nothing is kept, the address remembers the steps that were
 * read ("?read=situate.case"), for the first save: nobody gets a cookie, or
 * rows in the database, for reading.
 */
#include <string.h>

#include "adapt/db.h"
#include "base/mem.h"
#include "page/step_private.h"
#include "web/req.h"

const char *
step_address(struct req *req, const struct step *step, const char *name)
{
	if (name == NULL)
		return mem_format(req->mem, "/%s/my", req->tag);
	return mem_format(req->mem, "/%s/step/%s/%s%s%s", req->tag,
	    step->module, name, step->read != NULL ? "?read=" : "",
	    step->read != NULL ? step->read : "");
}

int
step_is_read(const struct step *step, int i)
{
	const char	*name = rows_get(step->steps, i, "name");
	const char	*at = step->read;
	size_t		 length = strlen(name);

	for (; at != NULL; at = strchr(at, '.')) {
		at += *at == '.';
		if (strncmp(at, name, length) == 0 &&
		    (at[length] == '.' || at[length] == '\0'))
			return 1;
	}
	return 0;
}

void
step_reads(struct req *req, struct step *step, int is_shown_too)
{
	const char	*read = NULL;
	int		 i;

	for (i = 0; i < rows_count(step->steps); i++)
		if ((is_shown_too && i == step->shown) ||
		    step_is_read(step, i))
			read = mem_format(req->mem, "%s%s%s",
			    read != NULL ? read : "",
			    read != NULL ? "." : "",
			    rows_get(step->steps, i, "name"));
	step->read = read;
}
