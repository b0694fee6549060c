/*
 * page.h - the pages' prototypes, from routes.def.
 *
 * A page fills req->view, answers with req_page() or writes req->body, and
 * returns the status: see web/req.h.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

struct req;

#define ROUTE(realm, method, pattern, name, cache, keys) \
	int	page_##name(struct req *);
#include "routes.def"
#undef ROUTE

#endif
