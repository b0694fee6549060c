/*
 * frame.c - what every page tells the layout.
 */
#include "base/mem.h"
#include "page/frame.h"
#include "web/assets.h"
#include "web/app.h"
#include "web/req.h"
#include "web/settings.h"
#include "web/view.h"

/* The address of the picture that links to this page show elsewhere. */
static const char *
picture(struct req *req, const char *area)
{
	const char	*name;

	name = mem_format(req->mem, "link-%s.png",
	    area != NULL ? area : "all");
	return mem_format(req->mem, "%s%s",
	    settings_get(req->app->settings, "base", NULL),
	    assets_path(req->app->assets, name));
}

int
frame_page(struct req *req, const char *template, const struct frame *frame)
{
	view_text(req->view, "page_title", frame->title);
	view_text(req->view, "page_summary", frame->summary);
	view_text(req->view, "picture", picture(req, frame->area));
	if (frame->section != NULL)
		view_json(req->view, "in", mem_format(req->mem,
		    "{\"%s\":\"page\"}", frame->section));
	return req_page(req, template);
}
