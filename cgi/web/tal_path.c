/*
 * tal_path.c - read TALES expressions and split statements.
 *
 * The names of tal:define and tal:repeat are known while compiling, so a
 * path begins at a numbered local or at a hashed name of the view.
 */
#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "web/tal_private.h"

static const char *
skip_blanks(const char *text)
{
	while (isspace((unsigned char)*text))
		text++;
	return text;
}

/* A copy of LENGTH bytes without blanks at the ends. */
static char *
trimmed(struct tal_compile *c, const char *text, size_t length)
{
	while (length > 0 && isspace((unsigned char)text[length - 1]))
		length--;
	while (length > 0 && isspace((unsigned char)*text)) {
		text++;
		length--;
	}
	return mem_copy(c->scratch, text, length);
}

/* --- statements -------------------------------------------------------- */

/* The next of "one; two; three", or NULL.  ";;" is a semicolon. */
char *
tal_statement(struct tal_compile *c, const char **rest)
{
	struct buf	*text = buf_new(c->scratch, 64);
	const char	*at = skip_blanks(*rest);

	if (*at == '\0')
		return NULL;
	for (; *at != '\0' && (at[0] != ';' || at[1] == ';'); at++) {
		buf_char(text, *at);
		if (*at == ';')
			at++;
	}
	*rest = *at == ';' ? at + 1 : at;
	return trimmed(c, text->data, text->length);
}

/* The word in front of the rest of a statement, which must follow. */
char *
tal_word(struct tal_compile *c, int line, const char **rest)
{
	const char	*text = *rest;
	size_t		 length = strcspn(text, " \t\n");

	*rest = skip_blanks(text + length);
	if (length == 0 || **rest == '\0')
		tal_die(c, line, "'%s' should be a name and an expression",
		    text);
	return mem_copy(c->scratch, text, length);
}

/* --- paths ------------------------------------------------------------- */

static int
is_name(const char *text)
{
	static const char	letters[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789-";

	return text[0] != '\0' && text[0] != '-' &&
	    isdigit((unsigned char)text[0]) == 0 &&
	    text[strspn(text, letters)] == '\0';
}

static struct tal_expr *
expr_new(struct tal_compile *c, enum tal_expr_type type, const char *source)
{
	struct tal_expr	*expr = mem_get(c->scratch, sizeof(*expr));

	expr->type = type;
	expr->source = source;
	expr->local = -1;
	return expr;
}

/* Cut the name in front of the next slash off *REST. */
static char *
cut_name(struct tal_compile *c, int line, const char *source, char **rest)
{
	char	*name = *rest, *slash = strchr(name, '/');

	*rest = slash != NULL ? slash + 1 : NULL;
	if (slash != NULL)
		*slash = '\0';
	if (is_name(name) == 0)
		tal_die(c, line, "'%s' is not a path", source);
	return name;
}

static int
find_local(const struct tal_compile *c, const char *name, int loop)
{
	int	i;

	for (i = c->count - 1; i >= 0; i--)
		if (c->locals[i].name != NULL && c->locals[i].loop >= loop &&
		    strcmp(c->locals[i].name, name) == 0)
			return i;
	return -1;
}

/* repeat/NAME/FIELD. */
static void
loop_path(struct tal_compile *c, int line, struct tal_expr *expr, char *rest)
{
	static const char *const	fields[] = {
		[TAL_INDEX] = "index", [TAL_NUMBER] = "number",
		[TAL_FIRST] = "first", [TAL_LAST] = "last",
		[TAL_EVEN] = "even", [TAL_ODD] = "odd",
		[TAL_LENGTH] = "length"
	};
	const char			*name, *field = NULL;
	int				 i = 0;

	expr->type = TAL_LOOP;
	name = rest != NULL ? cut_name(c, line, expr->source, &rest) : NULL;
	if (rest != NULL)
		field = cut_name(c, line, expr->source, &rest);
	while (field != NULL && i <= TAL_LENGTH && strcmp(fields[i], field))
		i++;
	if (field == NULL || i > TAL_LENGTH || rest != NULL)
		tal_die(c, line, "'%s' is not repeat/name/index, number, "
		    "first, last, even, odd or length", expr->source);
	expr->field = (enum tal_loop_field)i;
	expr->local = find_local(c, name, 1);
	/* A macro at home may be used inside a loop that is elsewhere. */
	if (expr->local == -1 && c->loose == 0)
		tal_die(c, line, "'%s': there is no tal:repeat of '%s' around",
		    expr->source, name);
}

/* What follows the first name; "?x" is the name that x is worth. */
static void
add_steps(struct tal_compile *c, int line, struct tal_expr *expr, char *rest)
{
	struct tal_step	**end = &expr->steps, *step;
	int		  variable;

	while (rest != NULL) {
		step = mem_get(c->scratch, sizeof(*step));
		variable = *rest == '?';
		rest += variable;
		step->name = cut_name(c, line, expr->source, &rest);
		if (variable)
			step->named = tal_plain(c, line, step->name);
		step->length = strcmp(step->name, "length") == 0 && !variable;
		step->memory = c->memories++;
		*end = step;
		end = &step->next;
	}
}

static void
check_coming(struct tal_compile *c, int line, const struct tal_expr *expr)
{
	if (expr->local == -1 && c->coming != NULL &&
	    strcmp(c->coming, expr->name) == 0)
		tal_die(c, line, "'%s': tal:define and tal:condition run "
		    "before the tal:repeat on their element", expr->source);
}

static struct tal_expr *
path(struct tal_compile *c, int line, const char *source)
{
	struct tal_expr	*expr = expr_new(c, TAL_PATH, source);
	char		*rest = mem_dup(c->scratch, source);

	if (strcmp(source, "nothing") == 0) {
		expr->type = TAL_NOTHING;
	} else if (strcmp(source, "default") == 0) {
		expr->type = TAL_DEFAULT;
	} else {
		expr->name = cut_name(c, line, source, &rest);
		if (strcmp(expr->name, "repeat") == 0) {
			loop_path(c, line, expr, rest);
			return expr;
		}
		expr->local = find_local(c, expr->name, 0);
		check_coming(c, line, expr);
		expr->hash = view_hash(expr->name);
		add_steps(c, line, expr, rest);
	}
	return expr;
}

/* --- strings ----------------------------------------------------------- */

static void
add_piece(struct tal_compile *c, struct tal_piece ***end, const char *text,
    size_t length, const struct tal_expr *expr)
{
	struct tal_piece	*piece;

	if (expr == NULL && length == 0)
		return;
	piece = mem_get(c->scratch, sizeof(*piece));
	piece->text = expr == NULL ?
	    mem_copy(c->scratch, text, length) : NULL;
	piece->expr = expr;
	**end = piece;
	*end = &piece->next;
}

/* Text with ${paths}; "$$" is a dollar. */
struct tal_expr *
tal_pattern(struct tal_compile *c, int line, const char *text)
{
	struct tal_expr		*expr = expr_new(c, TAL_STRING,
				    mem_dup(c->scratch, text));
	struct tal_piece	**end = &expr->pieces;
	const char		*dollar, *close;

	for (; (dollar = strchr(text, '$')) != NULL; text = close + 1) {
		close = dollar + 1;
		add_piece(c, &end, text,
		    (size_t)(dollar - text) + (*close == '$'), NULL);
		if (*close == '$')
			continue;
		close = *close == '{' ? strchr(close, '}') : NULL;
		if (close == NULL)
			tal_die(c, line, "'%s': write ${path}, or $$ for a "
			    "dollar", expr->source);
		add_piece(c, &end, NULL, 0, tal_plain(c, line, mem_copy(
		    c->scratch, dollar + 2, (size_t)(close - dollar) - 2)));
	}
	add_piece(c, &end, text, strlen(text), NULL);
	return expr;
}

/* --- expressions ------------------------------------------------------- */

static int
begins(const char **text, const char *with)
{
	size_t	length = strlen(with);

	if (strncmp(*text, with, length) != 0)
		return 0;
	*text += length;
	return 1;
}

/* not: and exists: take all that follows, alternatives too. */
static struct tal_expr *
prefixed(struct tal_compile *c, int line, enum tal_expr_type type,
    const char *source, const char *rest)
{
	struct tal_expr	*expr = expr_new(c, type, source);

	expr->operand = tal_plain(c, line, rest);
	return expr;
}

struct tal_expr *
tal_expression(struct tal_compile *c, int line, const char *text)
{
	const char	*source = trimmed(c, text, strlen(text));
	const char	*rest = source, *bar;
	struct tal_expr	*expr;

	if (begins(&rest, "not:"))
		return prefixed(c, line, TAL_NOT, source, rest);
	if (begins(&rest, "exists:"))
		return prefixed(c, line, TAL_EXISTS, source, rest);
	if (begins(&rest, "string:"))
		return tal_pattern(c, line, rest);
	bar = strchr(source, '|');
	expr = path(c, line, trimmed(c, source, bar != NULL ?
	    (size_t)(bar - source) : strlen(source)));
	if (bar != NULL) {
		expr->source = source;
		expr->otherwise = tal_expression(c, line, bar + 1);
	}
	return expr;
}

int
tal_may_default(const struct tal_expr *expr)
{
	for (; expr != NULL; expr = expr->otherwise)
		if (expr->type == TAL_DEFAULT)
			return 1;
	return 0;
}

/* An expression where there is no default to fall back to. */
struct tal_expr *
tal_plain(struct tal_compile *c, int line, const char *text)
{
	struct tal_expr	*expr = tal_expression(c, line, text);

	if (tal_may_default(expr))
		tal_die(c, line, "'%s': default is for tal:content, "
		    "tal:replace and tal:attributes", text);
	return expr;
}

/* The value of a local, for our own use. */
struct tal_expr *
tal_expr_local(struct tal_compile *c, int local)
{
	struct tal_expr	*expr = expr_new(c, TAL_PATH, "");

	expr->local = local;
	return expr;
}
