/*
 * tal_eval.c - what an expression is worth now.
 */
#include <string.h>

#include "adapt/db.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "web/tal_private.h"

/* Columns of json stay text until someone looks inside.  The same text is
 * often asked for twice in a row: tal:condition, then tal:repeat. */
int
tal_read(struct tal_render *r, struct value *value)
{
	const struct json	*json;

	if (value->type != VALUE_JSON)
		return TAL_FOUND;
	if (r->json_text != value->text) {
		json = json_parse(r->mem, value->text);
		if (json == NULL)
			return tal_fail(r, "a value that should be json "
			    "is not");
		r->json_text = value->text;
		r->json = value_json(json);
	}
	*value = r->json;
	return TAL_FOUND;
}

/* --- steps ------------------------------------------------------------- */

/* The name a step takes; NULL, and logged, when a variable has none. */
static const char *
step_name(struct tal_render *r, const struct tal_step *step)
{
	struct value	value;

	if (step->named == NULL)
		return step->name;
	if (tal_eval(r, step->named, &value) != TAL_FOUND)
		return NULL;
	return tal_text(r, step->named, &value);
}

/* The column NAME, or -1; remembered for the next row. */
static int
column(struct tal_render *r, const struct tal_step *step, const char *name,
    const struct rows *rows)
{
	struct tal_memory	*memory = &r->memories[step->memory];
	int			 i, columns;

	if (memory->rows == rows && step->named == NULL)
		return memory->column;
	columns = rows_columns(rows);
	for (i = 0; i < columns; i++)
		if (strcmp(rows_name(rows, i), name) == 0)
			break;
	memory->rows = rows;
	memory->column = i < columns ? i : -1;
	return memory->column;
}

static int
member(const struct json *record, const char *name, struct value *value)
{
	const struct json	*child;

	for (child = record->child; child != NULL; child = child->next)
		if (strcmp(child->name, name) == 0) {
			*value = value_json(child);
			return TAL_FOUND;
		}
	return TAL_MISSING;
}

static int
take_step(struct tal_render *r, const struct tal_step *step,
    struct value *value)
{
	const char	*name;
	int		 at;

	if (value->type == VALUE_LIST && step->length) {
		*value = value_number(r->mem, value_length(value));
		return TAL_FOUND;
	}
	if (value->type != VALUE_RECORD)
		return TAL_MISSING;
	if ((name = step_name(r, step)) == NULL)
		return TAL_FAILED;
	if (value->rows == NULL)
		return member(value->json, name, value);
	at = column(r, step, name, value->rows);
	if (at == -1)
		return TAL_MISSING;
	*value = value_cell(value->rows, value->number, at);
	return tal_read(r, value);
}

static int
path(struct tal_render *r, const struct tal_expr *expr, struct value *value)
{
	const struct tal_step	*step;
	int			 result;

	if (expr->local != -1)
		*value = r->slots[expr->local].value;
	else if (view_find(r->view, expr->name, expr->hash, value) == 0)
		return TAL_MISSING;
	result = tal_read(r, value);
	for (step = expr->steps; step != NULL && result == TAL_FOUND;
	    step = step->next)
		result = take_step(r, step, value);
	return result;
}

/* --- the other kinds --------------------------------------------------- */

static int
loop(struct tal_render *r, const struct tal_expr *expr, struct value *value)
{
	const struct tal_slot	*slot;

	if (expr->local == -1)
		return TAL_MISSING;
	slot = &r->slots[expr->local];
	switch (expr->field) {
	case TAL_INDEX:
		*value = value_number(r->mem, slot->index);
		break;
	case TAL_NUMBER:
		*value = value_number(r->mem, slot->index + 1);
		break;
	case TAL_FIRST:
		*value = value_truth(slot->index == 0);
		break;
	case TAL_LAST:
		*value = value_truth(slot->index + 1 == slot->length);
		break;
	case TAL_EVEN:
		*value = value_truth(slot->index % 2 == 0);
		break;
	case TAL_ODD:
		*value = value_truth(slot->index % 2 == 1);
		break;
	case TAL_LENGTH:
		*value = value_number(r->mem, slot->length);
		break;
	}
	return TAL_FOUND;
}

static int
string(struct tal_render *r, const struct tal_expr *expr, struct value *value)
{
	struct buf		*text = buf_new(r->mem, 64);
	const struct tal_piece	*piece;
	struct value		 part;
	const char		*words;

	for (piece = expr->pieces; piece != NULL; piece = piece->next) {
		words = piece->text;
		if (piece->expr != NULL) {
			if (tal_eval(r, piece->expr, &part) != TAL_FOUND)
				return TAL_FAILED;
			words = tal_text(r, piece->expr, &part);
			if (words == NULL)
				return TAL_FAILED;
		}
		buf_text(text, words);
	}
	*value = value_text(text->data);
	return TAL_FOUND;
}

static int
opposite(struct tal_render *r, const struct tal_expr *expr,
    struct value *value)
{
	int	result = tal_find(r, expr->operand, value);

	if (result == TAL_FOUND)
		*value = value_truth(value_true(value) == 0);
	return result;
}

static int
exists(struct tal_render *r, const struct tal_expr *expr, struct value *value)
{
	int	result = tal_find(r, expr->operand, value);

	*value = value_truth(result == TAL_FOUND);
	return result == TAL_FAILED ? TAL_FAILED : TAL_FOUND;
}

static int
constant(struct tal_render *r, const struct tal_expr *expr,
    struct value *value)
{
	(void)r;
	*value = (struct value){
		.type = expr->type == TAL_DEFAULT ? VALUE_DEFAULT :
		    VALUE_NOTHING
	};
	return TAL_FOUND;
}

/* --- expressions ------------------------------------------------------- */

/* The first alternative that somebody gave. */
int
tal_find(struct tal_render *r, const struct tal_expr *expr,
    struct value *value)
{
	static int	(*const find[])(struct tal_render *,
			    const struct tal_expr *, struct value *) = {
		[TAL_PATH] = path,
		[TAL_LOOP] = loop,
		[TAL_STRING] = string,
		[TAL_NOT] = opposite,
		[TAL_EXISTS] = exists,
		[TAL_NOTHING] = constant,
		[TAL_DEFAULT] = constant
	};
	int		result = TAL_MISSING;

	for (; expr != NULL && result == TAL_MISSING; expr = expr->otherwise)
		result = find[expr->type](r, expr, value);
	return result;
}

/* The same; a value that nobody gave is an error. */
int
tal_eval(struct tal_render *r, const struct tal_expr *expr,
    struct value *value)
{
	int	result = tal_find(r, expr, value);

	return result == TAL_MISSING ?
	    tal_fail(r, "nobody gave '%s'", expr->source) : result;
}

/* A value in words: "" for nothing.  NULL, and logged, for what has none:
 * lists, records, markup. */
const char *
tal_text(struct tal_render *r, const struct tal_expr *expr,
    const struct value *value)
{
	switch (value->type) {
	case VALUE_TEXT:
	case VALUE_NUMBER:
		return value->text;
	case VALUE_NOTHING:
		return "";
	case VALUE_TRUTH:
		return value->number ? "true" : "false";
	default:
		tal_fail(r, "'%s' is %s, not text", expr->source,
		    value_type(value));
		return NULL;
	}
}
