/*
 * req.h - one request, decoded once.
 */
#ifndef WEB_REQ_H
#define WEB_REQ_H

#include "adapt/db.h"

struct app;
struct buf;
struct form;
struct gate;
struct mem;
struct route;
struct rows;
struct session;
struct view;

enum method {
	GET = 1,
	POST = 2
};

#define REQ_ARGUMENTS	4	/* {slug}s a route may have */

struct pair {
	const char	*name;
	const char	*value;
};

struct req {
	struct app	*app;		/* what every request shares */
	struct mem	*mem;		/* dies with the request */
	struct view	*view;		/* for the template */
	const struct route *route;	/* NULL until found */

	const char	*id;		/* request id, 32 hex or "-" */
	enum method	 method;	/* HEAD counts as GET; 0: other */
	int		 head;
	const char	*path;		/* decoded, begins with "/" */
	const char	*arguments[REQ_ARGUMENTS];
	struct pair	*query;		/* decoded pairs */
	int		 query_count;
	const char	*query_text;	/* them as "?q=a&k=b", "" when none */
	struct form	*form;		/* of a POST, see web/form.h */
	const char	*cookie;	/* what realm learn is told; or NULL: */
	const char	*origin;	/* who sent it, as browsers say */
	const char	*fetch_site;
	const char	*has_etag;	/* If-None-Match, or NULL */
	struct session	*session;	/* see web/session.h */
	int		 language;	/* from the path, else negotiated */
	const char	*tag;		/* its tag */

	/*
	 * The answer, filled by the page.  A page that returns 400 or more
	 * is answered by the error page, unless it has set status to what
	 * it returns and written a body.
	 */
	int		 status;	/* 200 until set */
	const char	*type;		/* Content-Type; NULL: HTML */
	const char	*location;	/* of a redirect, a local path */
	long		 cache;		/* seconds nginx may keep it, 0: none */
	const char	*etag;		/* ETag header, quotes included; NULL */
	const char	*vary;		/* Vary header, NULL: none */
	const char	*allow;		/* Allow header of a 405 */
	const char	*set_cookie;	/* Set-Cookie header, NULL: none */
	int		 forget;	/* the browser is to clear its cache */
	int		 hidden;	/* not for search engines */
	const char	*file;		/* the name it is saved by, ASCII;
					   NULL: it is shown */
	struct buf	*body;
};

/* A new request in MEM, answerable at once: "/", no query, language 0. */
struct req	*req_new(struct app *, struct mem *);

/* Fill it from the gate: id, method, path, query, language.  0, or the
 * status to answer: 400 (undecodable).  The body waits: form_read(). */
int		 req_read(struct req *, struct gate *);

/*
 * Keep of the query what the route lists: KEYS separated by blanks, a key
 * that may be repeated with a star ("q area*").  0; 302, the answer, when
 * keys were left out or empty; 400 when a key is repeated without a star.
 */
int		 req_clean(struct req *, const char *keys);

/* The query as "?q=a&k=b", "" when there is none. */
const char	*req_query_text(const struct req *);

/* The value of a query key, NULL when absent. */
const char	*req_query(const struct req *, const char *key);

/* The n-th value (from 0) of a key that may be repeated, NULL after the
 * last. */
const char	*req_query_at(const struct req *, const char *key, int n);

/* Queue a statement of this request's pipeline: see db_ask(). */
struct rows	*req_ask(struct req *, enum query, const char *const *args);

/* Run the pipeline.  0 when all went well, else the status to return. */
int		 req_run(struct req *);

/* Render template NAME as the answer, with the names of common.h.
 * req->status, or 500. */
int		 req_page(struct req *, const char *name);

/* Answer with a redirect: 301, 302 or 303.  STATUS, or 500 (logged) when
 * LOCATION is no local path. */
int		 req_redirect(struct req *, int status, const char *location);

/* A word of the interface in the request's language. */
const char	*req_word(const struct req *, const char *id);

/* A message that takes `count` and nothing else. */
const char	*req_count(const struct req *, const char *id, long count);

/* A word for an id that data decides ("process.social"); OTHERWISE when
 * there is none: the database may be newer than this program. */
const char	*req_word_or(const struct req *, const char *id,
		    const char *otherwise);

/* The address of this page in another language, without the query. */
const char	*req_path_in(const struct req *, int language);

/* TEXT as a part of a URL, in the request's memory. */
const char	*req_url(const struct req *, const char *text);

#endif
