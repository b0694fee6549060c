/*
 * kit_other.c - what a kit's pages say in its second language.
 */
#include <string.h>

#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "page/kit.h"
#include "web/app.h"
#include "web/messages.h"
#include "web/req.h"

/* Add "NAME":"VALUE", with a comma unless a record has just begun. */
static void
add(struct buf *json, const char *name, const char *value)
{
	if (json->data[json->length - 1] != '{')
		buf_char(json, ',');
	json_quote(json, name);
	buf_char(json, ':');
	json_quote(json, value);
}

/* Add "FAMILY":{…}, all messages FAMILY.x that take no arguments, as "x". */
static void
add_family(struct buf *json, const struct messages *messages, int language,
    const char *family)
{
	size_t		 length = strlen(family);
	const char	*id;
	int		 i, arguments;

	buf_format(json, ",\"%s\":{", family);
	for (i = 0; i < messages_count(messages); i++) {
		id = messages_id(messages, i);
		messages_arguments(messages, i, &arguments);
		if (arguments == 0 && strncmp(id, family, length) == 0 &&
		    id[length] == '.')
			add(json, id + length + 1, messages_text(messages,
			    json->mem, language, i, NULL, 0));
	}
	buf_char(json, '}');
}

/* Numbers stay numbers: messages count with them. */
static void
add_state(struct buf *json, const struct rows *item, const char *tag)
{
	static const char *const	numbers[] = { "stale", "missing", NULL };
	const char			*on, *number;
	int				 i;

	for (i = 0; numbers[i] != NULL; i++) {
		number = rows_get(item, 0, numbers[i]);
		buf_format(json, ",\"%s\":%s", numbers[i],
		    number != NULL ? number : "null");
	}
	on = rows_get(item, 0, "reviewed_on");
	add(json, "reviewed_by", rows_get(item, 0, "reviewed_by"));
	add(json, "reviewed_date",
	    on == NULL ? NULL : icu_date(tag, json->mem, on));
	buf_format(json, ",\"is\":{\"source\":false,\"machine\":false,"
	    "\"reviewed\":false,\"stale\":false,\"partial\":false,"
	    "\"missing\":false,\"%s\":true}}", rows_get(item, 0, "state"));
}

const char *
kit_other(const struct kit *kit)
{
	const struct app	*app = kit->req->app;
	const struct language	*language;
	const struct rows	*item = kit->item[1];
	struct buf		*json = buf_new(kit->req->mem, 8192);

	if (kit->other < 0)
		return "null";
	language = messages_language(app->messages, kit->other);
	buf_char(json, '{');
	add(json, "tag", language->tag);
	add(json, "dir", language->dir);
	add(json, "kind", messages_word(app->messages, kit->other,
	    "kind.module"));
	add(json, "title", rows_get(item, 0, "title"));
	add(json, "title_lang", rows_get(item, 0, "title_lang"));
	add(json, "summary", rows_get(item, 0, "summary"));
	add(json, "summary_lang", rows_get(item, 0, "summary_lang"));
	add_family(json, app->messages, kit->other, "section");
	add_family(json, app->messages, kit->other, "step");
	/* The state is told in the first language. */
	add_state(json, item, kit->req->tag);
	return json->data;
}
