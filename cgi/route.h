/*
 * route.h - from a path to the page that answers it.
 */
#ifndef ROUTE_H
#define ROUTE_H

#include "web/req.h"

struct router;

/* Who answers: a worker knows the routes of its own realm only. */
enum realm {
	SITE = 1,			/* public pages */
	LEARN = 2			/* people's own work */
};

struct route {
	enum realm	 realm;
	enum method	 method;
	const char	*pattern;	/* "/{lang}/{kind}/{slug}" */
	int		(*page)(struct req *);
	long		 cache;		/* seconds, 0: none */
	const char	*keys;		/* query keys: see req_clean() */
};

/* The routes of routes.def, closed with one whose pattern is NULL. */
extern const struct route	route_list[];

/* The realm NAME ("site", "learn"), 0 when there is none. */
enum realm	 route_realm(const char *name);

/* Compile those routes (closed like route_list, alive for ever) that are
 * REALM's.  A bad pattern ends the program.  Lives for ever. */
struct router	*route_compile(const struct route *, enum realm);

/*
 * Find the request's route and fill route and arguments.  0, or the status
 * to answer: 301 (another slash at the end, location set), 302 (a page of
 * realm learn in capitals, location set), 404, or 405 (allow set).
 */
int		 route_find(const struct router *, struct req *);

#endif
