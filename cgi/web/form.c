/*
 * form.c - what a reader sent with a form, decoded once.
 *
 * Values stay in the order they were sent.  Lookup goes through an index
 * by name, made at the first question: a form has up to thousands.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "adapt/gate.h"
#include "base/mem.h"
#include "web/decode.h"
#include "web/form.h"
#include "web/req.h"

#define TYPE		"application/x-www-form-urlencoded"
#define PARTS		"multipart/form-data;"
#define UNWANTED	65536	/* bytes of a body that no route takes */
#define SOME		64	/* values there is room for at first */

struct form {
	struct mem		*mem;
	struct pair		*pairs;
	const struct pair	**index;	/* by name, then as sent */
	int			 count;
	int			 room;
	int			 is_indexed;
};

struct form *
form_new(struct mem *mem)
{
	struct form	*form = mem_get(mem, sizeof(*form));

	form->mem = mem;
	return form;
}

static void
grow(struct form *form)
{
	struct pair	*pairs;
	int		 room = form->room == 0 ? SOME : form->room * 2;

	pairs = mem_get(form->mem, (size_t)room * sizeof(*pairs));
	if (form->count > 0)
		memcpy(pairs, form->pairs,
		    (size_t)form->count * sizeof(*pairs));
	form->pairs = pairs;
	form->room = room;
}

void
form_add(struct form *form, const char *name, const char *value)
{
	if (form->count == form->room)
		grow(form);
	form->pairs[form->count++] = (struct pair){ name, value };
	form->is_indexed = 0;
}

void
form_join(struct form *form, struct form *other)
{
	int	i;

	for (i = 0; i < other->count; i++)
		form_add(form, other->pairs[i].name, other->pairs[i].value);
}

/* --- reading ---------------------------------------------------------- */

/* One part of a body.  0, or the status to answer. */
static int
add_part(struct form *form, const char *raw, size_t length)
{
	const char	*equals = memchr(raw, '=', length);
	size_t		 name_length;
	char		*name, *value;

	if (form->count == FORM_PAIRS)
		return 413;
	name_length = equals != NULL ? (size_t)(equals - raw) : length;
	name = decode_url(form->mem, raw, name_length, 1);
	value = equals == NULL ? mem_dup(form->mem, "") :
	    decode_lines(form->mem, equals + 1, length - name_length - 1);
	if (name == NULL || value == NULL)
		return 400;
	if (strlen(value) > FORM_VALUE)
		return 413;
	form_add(form, name, value);
	return 0;
}

struct form *
form_parse(struct mem *mem, const char *body, size_t length, int *status)
{
	struct form	*form = form_new(mem);
	const char	*end = body + length, *stop;

	*status = 0;
	for (; body < end; body = stop < end ? stop + 1 : end) {
		stop = memchr(body, '&', (size_t)(end - body));
		if (stop == NULL)
			stop = end;
		if (stop > body)
			*status = add_part(form, body,
			    (size_t)(stop - body));
		if (*status != 0)
			return NULL;
	}
	return form;
}

/* Is the body, of LENGTH bytes, said to be a form?  No body is one. */
static int
is_form(const struct gate *gate, size_t length)
{
	const char	*type = gate_param(gate, "CONTENT_TYPE");
	size_t		 known = sizeof(TYPE) - 1;

	if (type == NULL)
		return length == 0;
	return strncasecmp(type, TYPE, known) == 0 &&
	    (type[known] == '\0' || strchr("; \t", type[known]) != NULL);
}

int
form_read(struct req *req, struct gate *gate, int is_wanted)
{
	const char	*type = gate_param(gate, "CONTENT_TYPE");
	char		*body;
	size_t		 length;
	int		 status, has_parts;

	is_wanted = is_wanted && req->method == POST;
	has_parts = is_wanted && type != NULL &&
	    strncasecmp(type, PARTS, strlen(PARTS)) == 0;
	body = gate_body(gate, req->mem, has_parts ? FORM_FILE :
	    is_wanted ? FORM_BODY : UNWANTED, &length);
	if (body == NULL)
		return 413;
	if (is_wanted == 0)
		return 0;
	if (has_parts) {
		req->form = form_parts(req->mem, type, body, length, &status);
		return status;
	}
	if (is_form(gate, length) == 0)
		return 400;
	req->form = form_parse(req->mem, body, length, &status);
	return status;
}

/* --- asking ----------------------------------------------------------- */

static int
by_name(const void *a, const void *b)
{
	const struct pair	*one = *(const struct pair *const *)a;
	const struct pair	*two = *(const struct pair *const *)b;
	int			 order = strcmp(one->name, two->name);

	return order != 0 ? order : one < two ? -1 : one > two;
}

static void
make_index(struct form *form)
{
	int	i;

	form->index = mem_get(form->mem,
	    (size_t)form->count * sizeof(*form->index));
	for (i = 0; i < form->count; i++)
		form->index[i] = &form->pairs[i];
	if (form->count > 1)
		qsort(form->index, (size_t)form->count, sizeof(*form->index),
		    by_name);
	form->is_indexed = 1;
}

const char *
form_get_at(struct form *form, const char *name, int n)
{
	int	low = 0, high, middle;

	if (form == NULL)
		return NULL;
	if (form->is_indexed == 0)
		make_index(form);
	high = form->count;
	while (low < high) {
		middle = low + (high - low) / 2;
		if (strcmp(form->index[middle]->name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (n < 0 || n >= form->count - low ||
	    strcmp(form->index[low + n]->name, name) != 0)
		return NULL;
	return form->index[low + n]->value;
}

const char *
form_get(struct form *form, const char *name)
{
	return form_get_at(form, name, 0);
}

const char *
form_next(struct form *form, const char *prefix, int *at,
    const char **value)
{
	const struct pair	*pair;

	while (form != NULL && *at < form->count) {
		pair = &form->pairs[(*at)++];
		if (strncmp(pair->name, prefix, strlen(prefix)) != 0)
			continue;
		*value = pair->value;
		return pair->name;
	}
	return NULL;
}

int
form_count(struct form *form)
{
	return form != NULL ? form->count : 0;
}
