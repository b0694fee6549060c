/*
 * tal_keep.c - what compiled templates are made of, each thing once.
 *
 * A macro is compiled wherever it is used: the layout stands in every page.
 * What is compiled dies with the scratch memory; its instructions keep
 * copies, and what is the same to the byte has one copy for all of them.
 * From the leaves up: where the parts are one, so is the whole.
 */
#include <string.h>

#include "base/mem.h"
#include "web/tal_private.h"

enum { BUCKETS = 4096 };

/* A thing that is kept. */
struct kept {
	struct kept	*next;
	unsigned	 hash;
	size_t		 size;
	const void	*bytes;
};

struct tal_store {
	struct mem	*mem;		/* of the things */
	struct mem	*scratch;	/* of all else */
	struct kept	*buckets[BUCKETS];
};

struct tal_store *
tal_store(struct mem *mem, struct mem *scratch)
{
	struct tal_store	*store = mem_get(scratch, sizeof(*store));

	store->mem = mem;
	store->scratch = scratch;
	return store;
}

static const void *
keep(struct tal_store *store, const void *bytes, size_t size)
{
	const unsigned char	*at = bytes;
	unsigned		 hash = 2166136261u;
	struct kept		*one, **bucket;
	size_t			 i;

	for (i = 0; i < size; i++)
		hash = (hash ^ at[i]) * 16777619u;
	bucket = &store->buckets[hash % BUCKETS];
	for (one = *bucket; one != NULL; one = one->next)
		if (one->hash == hash && one->size == size &&
		    memcmp(one->bytes, bytes, size) == 0)
			return one->bytes;
	one = mem_get(store->scratch, sizeof(*one));
	*one = (struct kept){ *bucket, hash, size,
	    mem_copy(store->mem, bytes, size) };
	*bucket = one;
	return one->bytes;
}

/* To be filled with parts that are kept.  The bytes between its members stay
 * zero as long as it is not assigned as a whole. */
static void *
copy_of(struct tal_store *store, const void *thing, size_t size)
{
	return mem_copy(store->scratch, thing, size);
}

static const char *
keep_text(struct tal_store *store, const char *text)
{
	return text == NULL ? NULL : keep(store, text, strlen(text) + 1);
}

static const struct tal_expr *keep_expr(struct tal_store *,
    const struct tal_expr *);

static struct tal_step *
keep_steps(struct tal_store *store, const struct tal_step *step)
{
	struct tal_step	*copy;

	if (step == NULL)
		return NULL;
	copy = copy_of(store, step, sizeof(*step));
	copy->name = keep_text(store, step->name);
	copy->named = keep_expr(store, step->named);
	copy->next = keep_steps(store, step->next);
	return (struct tal_step *)keep(store, copy, sizeof(*copy));
}

static struct tal_piece *
keep_pieces(struct tal_store *store, const struct tal_piece *piece)
{
	struct tal_piece	*copy;

	if (piece == NULL)
		return NULL;
	copy = copy_of(store, piece, sizeof(*piece));
	copy->text = keep_text(store, piece->text);
	copy->expr = keep_expr(store, piece->expr);
	copy->next = keep_pieces(store, piece->next);
	return (struct tal_piece *)keep(store, copy, sizeof(*copy));
}

static const struct tal_expr *
keep_expr(struct tal_store *store, const struct tal_expr *expr)
{
	struct tal_expr	*copy;

	if (expr == NULL)
		return NULL;
	copy = copy_of(store, expr, sizeof(*expr));
	copy->source = keep_text(store, expr->source);
	copy->name = keep_text(store, expr->name);
	copy->steps = keep_steps(store, expr->steps);
	copy->pieces = keep_pieces(store, expr->pieces);
	copy->operand = keep_expr(store, expr->operand);
	copy->otherwise = keep_expr(store, expr->otherwise);
	return keep(store, copy, sizeof(*copy));
}

static const struct tal_message *
keep_message(struct tal_store *store, const struct tal_message *message)
{
	struct tal_message	*copy;
	int			 i;

	if (message == NULL)
		return NULL;
	copy = copy_of(store, message, sizeof(*message));
	copy->id = keep_expr(store, message->id);
	for (i = 0; i < message->count; i++) {
		copy->arguments[i].name = keep_text(store,
		    message->arguments[i].name);
		copy->arguments[i].expr = keep_expr(store,
		    message->arguments[i].expr);
	}
	return keep(store, copy, sizeof(*copy));
}

static const struct tal_attribute *
keep_attribute(struct tal_store *store, const struct tal_attribute *attribute)
{
	struct tal_attribute	*copy;

	copy = copy_of(store, attribute, sizeof(*attribute));
	copy->name = keep_text(store, attribute->name);
	copy->written = keep_text(store, attribute->written);
	copy->expr = keep_expr(store, attribute->expr);
	copy->message = keep_message(store, attribute->message);
	return keep(store, copy, sizeof(*copy));
}

void
tal_keep(struct tal_store *store, struct tal_op *op)
{
	switch (op->code) {
	case TAL_WRITE:
		op->text = keep(store, op->text, op->length);
		break;
	case TAL_SET:
	case TAL_UNLESS:
	case TAL_IF:
	case TAL_EACH:
	case TAL_CONTENT:
	case TAL_STRUCTURE:
	case TAL_MARKED:
		op->expr = keep_expr(store, op->expr);
		break;
	case TAL_PUT:
		op->attribute = keep_attribute(store, op->attribute);
		break;
	case TAL_SAY:
		op->message = keep_message(store, op->message);
		break;
	case TAL_END:
	case TAL_JUMP:
	case TAL_NEXT:
	case TAL_OPEN:
	case TAL_CAPTURE:
	case TAL_CAPTURED:
		break;
	}
}
