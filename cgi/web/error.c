/*
 * error.c - every failure a reader can meet.
 */
#include <stddef.h>

#include "base/buf.h"
#include "base/log.h"
#include "web/app.h"
#include "web/error.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/tal.h"
#include "web/view.h"

struct error {
	int		 status;
	const char	*title;
	const char	*text;
};

/* The last one stands for all others. */
static const struct error	errors[] = {
	{ 400, "error.400.title", "error.400.text" },
	{ 403, "error.403.title", "error.403.text" },
	{ 404, "error.404.title", "error.404.text" },
	{ 405, "error.405.title", "error.405.text" },
	{ 413, "error.413.title", "error.413.text" },
	{ 503, "error.503.title", "error.503.text" },
	{ 500, "error.500.title", "error.500.text" },
};

#define ERRORS	(sizeof(errors) / sizeof(errors[0]))

static const struct error *
find(int status)
{
	size_t	i;

	for (i = 0; i + 1 < ERRORS; i++)
		if (errors[i].status == status)
			break;
	return &errors[i];
}

void
error_check(const struct app *app)
{
	size_t	i;

	if (tal_has(app->tal, "error") == 0)
		log_die("there is no template error.xml");
	for (i = 0; i < ERRORS; i++) {
		messages_word(app->messages, 0, errors[i].title);
		messages_word(app->messages, 0, errors[i].text);
	}
}

static void
plain_page(struct req *req)
{
	buf_clear(req->body);
	buf_format(req->body, "<!DOCTYPE html>\n<html lang=\"en\">\n"
	    "<meta charset=\"utf-8\">\n<title>%d</title>\n"
	    "<h1>%d</h1>\n<p>%s</p>\n</html>\n",
	    req->status, req->status, req->id);
}

void
error_page(struct req *req, int status)
{
	const struct error	*error = find(status);

	req->status = status;
	req->cache = 0;
	req->type = NULL;
	req->location = NULL;
	req->vary = NULL;
	req->view = view_new(req->mem);
	view_number(req->view, "status", status);
	view_text(req->view, "error_title", req_word(req, error->title));
	view_text(req->view, "error_text", req_word(req, error->text));
	view_text(req->view, "page_title", req_word(req, error->title));
	view_text(req->view, "page_summary", NULL);
	if (req_page(req, "error") != status)
		plain_page(req);
}
