/*
 * main.c - a worker: start, answer one request after the other, stop.
 *
 * Environment:
 *
 *	PROFINT_ROOT	folder of templates/, i18n/ and build/static.map
 *	PROFINT_REALM	which pages: "site" or "learn", see routes.def
 *	PROFINT_DB	libpq conninfo of the realm's role
 *	PROFINT_SECRET	the host's secret, realm learn only: web/secret.h
 *	PROFINT_HOST_KEY  a file, realm learn only: web/host_key.h
 *	PROFINT_CONF	the host's settings, see web/settings.h
 */
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "adapt/box.h"
#include "adapt/db.h"
#include "adapt/gate.h"
#include "adapt/icu.h"
#include "adapt/json.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/limit.h"
#include "base/log.h"
#include "base/mem.h"
#include "route.h"
#include "web/app.h"
#include "web/assets.h"
#include "web/common.h"
#include "web/error.h"
#include "web/form.h"
#include "web/host_key.h"
#include "web/messages.h"
#include "web/reply.h"
#include "web/req.h"
#include "web/secret.h"
#include "web/settings.h"
#include "web/tal.h"

#ifndef PROFINT_DATA
#define PROFINT_DATA	"/usr/local/share/profint"
#endif
#ifndef PROFINT_BUILD
#define PROFINT_BUILD	"development"
#endif

/* MB of address space: ten times what a worker has. */
#define MEMORY		600

/* What lives for ever is still reachable at the end: it is no leak. */
static struct app		 app;
static const struct router	*router;

static const char *
environment(const char *name, const char *otherwise)
{
	const char	*value = getenv(name);

	return value != NULL && *value != '\0' ? value : otherwise;
}

/* All languages as seen from one of them, first where a name stands first
 * or alone, with dir where it is another:
 * {"sv":{"name":"suédois","first":"Suédois","dir":null},…}. */
static const struct json *
tongues(struct mem *mem, const struct messages *messages, int from)
{
	const struct language	*here = messages_language(messages, from);
	const struct language	*there;
	struct buf		*text = buf_new(mem, 400);
	int			 i;

	for (i = 0; i < messages_languages(messages); i++) {
		there = messages_language(messages, i);
		buf_char(text, i == 0 ? '{' : ',');
		json_quote(text, there->tag);
		buf_text(text, ":{\"name\":");
		json_quote(text, icu_language(here->tag, mem, there->tag));
		buf_text(text, ",\"first\":");
		json_quote(text,
		    icu_language_first(here->tag, mem, there->tag));
		buf_text(text, ",\"dir\":");
		json_quote(text, strcmp(here->dir, there->dir) == 0 ? NULL :
		    there->dir);
		buf_char(text, '}');
	}
	buf_char(text, '}');
	return json_parse(mem, text->data);
}

/* What the functions of schema learn ask for. */
static void
tell_database(void)
{
	static const char *const	names[] = {
		"keep_months", "spaces_hour", "work_megabytes",
		"sessions_day", "campaigns_day"
	};
	const char			*value;
	size_t				 i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		value = settings_get(app.settings, names[i], NULL);
		if (*value != '\0')
			db_tell(app.db, names[i], value);
	}
}

static void
name_languages(struct mem *mem)
{
	int			  count = messages_languages(app.messages), i;
	const struct json	**all;
	const char		**names, *tag;

	names = mem_get(mem, (size_t)count * sizeof(*names));
	all = mem_get(mem, (size_t)count * sizeof(*all));
	for (i = 0; i < count; i++) {
		tag = messages_language(app.messages, i)->tag;
		names[i] = icu_language(tag, mem, tag);
		all[i] = tongues(mem, app.messages, i);
	}
	app.names = names;
	app.tongues = all;
}

/* Everything that lives as long as the process, in MEM and elsewhere. */
static void
start(struct mem *mem)
{
	const char	*root = environment("PROFINT_ROOT", PROFINT_DATA);

	box_open_door();
	app.build = PROFINT_BUILD;
	app.realm = environment("PROFINT_REALM", "site");
	if (route_realm(app.realm) == 0)
		log_die("PROFINT_REALM: there is no realm %s", app.realm);
	if (getenv("PROFINT_DB") == NULL)
		log_die("PROFINT_DB is not set");
	app.db = db_open(getenv("PROFINT_DB"), app.realm);
	app.messages = messages_load(mem_format(mem, "%s/i18n", root));
	app.tal = tal_load(mem, mem_format(mem, "%s/templates", root),
	    app.messages);
	app.settings = settings_load(environment("PROFINT_CONF", NULL),
	    app.messages);
	app.assets = assets_load(mem_format(mem, "%s/build/static.map",
	    root));
	if (route_realm(app.realm) == LEARN) {
		app.secret = secret_load(environment("PROFINT_SECRET", NULL));
		app.host_key = host_key_load(environment("PROFINT_HOST_KEY",
		    NULL));
		tell_database();
	}
	name_languages(mem);
	common_check(&app);
	error_check(&app);
	db_ready(app.db);	/* bad SQL ends the program now */
	malloc_trim(0);		/* what parsing took and gave back */
}

/* From the gate to a status; what the page wrote is in the request. */
static int
work(struct req *req, struct gate *gate)
{
	int	status, missing;

	if ((status = req_read(req, gate)) != 0)
		return status;
	missing = route_find(router, req);
	if ((status = form_read(req, gate, missing == 0)) != 0 ||
	    (status = missing) != 0 ||
	    (status = req_clean(req, req->route->keys)) != 0)
		return status;
	req->cache = req->route->cache;
	return req->route->page(req);
}

static void
answer(struct gate *gate, struct mem *mem)
{
	static const char *const methods[] = { "-", "GET", "POST" };
	long			 began = clock_us();
	long			 waited = db_waited(app.db);
	long			 received = db_received(app.db);
	struct req		*req = req_new(&app, mem);
	size_t			 length;
	int			 status;

	status = work(req, gate);
	if (status >= 400 &&
	    (status != req->status || req->body->length == 0))
		error_page(req, status);
	req->status = status;
	length = reply_send(req, gate);
	log_request(&(struct log_request){
	    .id = req->id,
	    .route = req->route != NULL ? req->route->pattern : "-",
	    .method = req->head ? "HEAD" : methods[req->method],
	    .status = req->status,
	    .all_us = clock_us() - began,
	    .database_us = db_waited(app.db) - waited,
	    .rows = db_received(app.db) - received,
	    .bytes = (long)length });
}

int
main(void)
{
	struct mem	*forever = mem_new(), *mem = mem_new();
	struct gate	*gate;

	log_open("profint.fcgi");
	limit_memory(MEMORY);
	start(forever);
	router = route_compile(route_list, route_realm(app.realm));
	gate = gate_open();
	while (gate_accept(gate)) {
		answer(gate, mem);
		gate_finish(gate);
		mem_reset(mem);
	}
	gate_close(gate);
	mem_free(mem);
	db_close(app.db);
	mem_free(forever);
	return 0;
}
