/*
 * worksheet_file.c - POST /{lang}/worksheet/{tool}/[{id}/]file: the worksheet
 * as it stands in the form, as a file.
 *
 * `as` is odt, csv or json.  What is in the form is in the file, saved or
 * not; nothing is kept, and no cookie is needed.
 */
#include <stdlib.h>
#include <string.h>

#include "adapt/icu.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "content/bundle.h"
#include "content/csv.h"
#include "content/odt.h"
#include "content/sheet_file.h"
#include "page/page.h"
#include "page/worksheet_private.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/settings.h"

#define LICENCE	"https://creativecommons.org/licenses/by/4.0/"
#define NAME	48		/* letters of a file's name */

static char *
json(struct req *req, const struct work *work, size_t *length)
{
	struct bundle	bundle = { .made = clock_day(req->mem, 0),
			    .language = req->tag };

	bundle.sheets = sheet_bundle(work->sheet, work->tool,
	    work->id != NULL ? work->id : "new");
	return bundle_write(req->mem, &bundle, length);
}

/* The file called for, NULL when there is none of its kind. */
static char *
make(struct req *req, const struct work *work, const char *as,
    size_t *length)
{
	const struct sheet	*sheet = sheet_shown(work->sheet);
	struct sheet_about	about = {
		.tool = rows_get(work->item, 0, "title"),
		.tool_lang = rows_get(work->item, 0, "title_lang"),
		.licence = LICENCE };

	about.footer = mem_format(req->mem, "Profint · CC BY 4.0 · "
	    "%s/%s/%s/%s", settings_get(req->app->settings, "base", NULL),
	    req->tag, rows_get(work->item, 0, "kind"), work->tool);
	if (work->edition != NULL)
		about.footer = mem_format(req->mem, "%s · %s",
		    about.footer, req_count(req, "joint.edition", atol(work->edition)));
	if (strcmp(as, "odt") == 0) {
		req->type = ODT_TYPE;
		return sheet_odt(sheet, &about, length);
	}
	if (strcmp(as, "csv") == 0) {
		req->type = CSV_TYPE;
		return sheet_csv(sheet, &about, length);
	}
	req->type = BUNDLE_TYPE;
	return strcmp(as, "json") == 0 ? json(req, work, length) : NULL;
}

int
work_file(struct req *req, const struct work *work, const char *as)
{
	const char	*title;
	size_t		 length = 0;
	char		*bytes = make(req, work, as, &length);

	if (bytes == NULL)
		return 400;
	title = *work->sheet->title != '\0' ? work->sheet->title :
	    rows_get(work->item, 0, "title");
	title = icu_slug(req->mem, title, NAME);
	req->file = mem_format(req->mem, "%s.%s",
	    *title != '\0' ? title : work->tool, as);
	req->body = buf_new(req->mem, length + 1);
	buf_add(req->body, bytes, length);
	return 200;
}

int
page_worksheet_file(struct req *req)
{
	const char	*as = form_get(req->form, "as");
	struct work	 work;
	int		 status;

	if (guard_is_foreign(req))
		return 403;
	if ((status = work_read(req, &work, req->arguments[1], 0)) != 0)
		return status;
	return work_file(req, &work, as != NULL ? as : "");
}
