/*
 * answer_screen.c - a few points of a questionnaire on one small screen.
 */
#include <string.h>

#include "adapt/json.h"
#include "base/buf.h"
#include "base/mem.h"
#include "content/sheet.h"
#include "page/answer_private.h"
#include "page/chart_sheet.h"
#include "page/worksheet.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/req.h"
#include "web/view.h"

#define SCREEN	4	/* points on one, at most */

/* The first field behind the screen that begins with field FROM: as many as
 * have one heading, in parts of nearly the same size. */
static int
screen_end(const struct sheet *sheet, int from)
{
	const char	*heading = sheet->fields[from].group.words;
	int		 begin = from, end = from, parts, size;

	while (begin > 0 && strcmp(sheet->fields[begin - 1].group.words,
	    heading) == 0)
		begin--;
	while (end < sheet->field_count &&
	    strcmp(sheet->fields[end].group.words, heading) == 0)
		end++;
	parts = (end - begin + SCREEN - 1) / SCREEN;
	size = (end - begin + parts - 1) / parts;
	return from + size < end ? from + size : end;
}

/* Screen NUMBER (from 1) as a sheet of its own; *COUNT: how many there are.
 * It shares the answers with the whole. */
static struct sheet
screen_of(const struct sheet *sheet, int number, int *count)
{
	struct sheet	part = *sheet;
	int		from, end;

	*count = 0;
	for (from = 0; from < sheet->field_count; from = end) {
		end = screen_end(sheet, from);
		if (++*count == number) {
			part.fields = &sheet->fields[from];
			part.field_count = end - from;
		}
	}
	return part;
}

static int
is_on(const struct sheet *screen, const char *name)
{
	return sheet_find(screen, mem_copy(screen->mem, name,
	    strcspn(name, "."))) != NULL;
}

/* kept: name and value of all that was said on other screens. */
static void
view_kept(struct req *req, const struct sheet *sheet,
    const struct sheet *screen)
{
	struct buf	*json = buf_new(req->mem, 4096);
	const char	*name, *value;
	int		 at = 0;

	buf_char(json, '[');
	while ((name = form_next(sheet->answers, "", &at, &value)) != NULL) {
		if (is_on(screen, name) || *value == '\0')
			continue;
		buf_text(json, json->length == 1 ? "{\"name\":" :
		    ",{\"name\":");
		json_quote(json, name);
		buf_text(json, ",\"value\":");
		json_quote(json, value);
		buf_char(json, '}');
	}
	buf_char(json, ']');
	view_json(req->view, "kept", json->data);
}

int
answer_show(struct req *req, const struct asked *asked, const char *part)
{
	view_json(req->view, "part", mem_format(req->mem, "{\"%s\":true}",
	    part));
	view_text(req->view, "page_title", asked->title);
	view_text(req->view, "title_lang", asked->title_lang);
	view_true(req->view, "is_team",
	    chart_sheet_is_assessment(asked->tool));
	view_text(req->view, "address", answer_address(req, ""));
	return req_page(req, "answer");
}

int
answer_screen(struct req *req, const struct asked *asked, int number,
    const char *why)
{
	struct sheet	screen;
	int		count;

	(void)screen_of(asked->sheet, 0, &count);
	number = number < 1 ? 1 : number > count ? count : number;
	screen = screen_of(asked->sheet, number, &count);
	guard_view(req);
	if (req->form != NULL && guard_is_ours(req)) {
		view_text(req->view, "form_key", guard_key(req));
		view_text(req->view, "form_token",
		    form_get(req->form, "token"));
	}
	worksheet_view(req, &screen, NULL, NULL);
	view_kept(req, asked->sheet, &screen);
	view_number(req->view, "number", number);
	view_number(req->view, "count", count);
	view_true(req->view, "is_first", number == 1);
	view_true(req->view, "is_last", number == count);
	view_text(req->view, "why", why);
	return answer_show(req, asked, "screen");
}
