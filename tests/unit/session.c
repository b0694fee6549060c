/*
 * session.c - a cookie is ours or it is nothing; a form belongs to the
 * browser it was shown to.
 */
#include <stdlib.h>
#include <unistd.h>

#include "adapt/db.h"
#include "base/buf.h"
#include "base/mem.h"
#include "web/app.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/messages.h"
#include "web/req.h"
#include "web/secret.h"
#include "web/session.h"
#include "web/settings.h"
#include "web/view.h"

#include "tap.h"

#define TOKEN	"00112233445566778899aabbccddeeff" \
		"00112233445566778899aabbccddeeff"

static struct app	 app;
static struct settings	*volatile settings[2];	/* live for ever */
static struct mem	*mem;
static char		 path[] = "/tmp/profint-session-XXXXXX";

static void
write_file(const char *text)
{
	FILE	*file = fopen(path, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		exit(1);
}

static struct req *
request(const char *cookie)
{
	struct req	*req = req_new(&app, mem);

	req->cookie = cookie;
	session_ask(req);
	return req;
}

static int
is_known(const char *cookie)
{
	return request(cookie)->session->sent != NULL;
}

static void
test_cookie(void)
{
	ok(is_known("profint=" TOKEN), "our cookie is read");
	ok(is_known("lang=sv; profint=" TOKEN "; a=b"), "among others");
	ok(is_known("lang=sv;profint=" TOKEN), "whatever stands between");
	ok(!is_known(NULL), "no cookie is none");
	ok(!is_known(""), "nor is an empty one");
	ok(!is_known("profint"), "nor one without a value");
	ok(!is_known("profint="), "nor with an empty one");
	ok(!is_known("xprofint=" TOKEN), "nor one of another name");
	ok(!is_known("profint2=" TOKEN), "nor of a longer one");
	ok(!is_known("__Host-profint=" TOKEN), "nor https's, on localhost");
	ok(!is_known("profint=" TOKEN "00"), "nor a longer value");
	ok(!is_known("profint=00" ), "nor a shorter");
	ok(!is_known("profint=\"" TOKEN "\""), "nor what is no hex");
	ok(!is_known("; ; ;=;profint"), "nor rubbish");
	ok(strstr(request("profint=" TOKEN)->session->sent, "0011223344")
	    == NULL, "what the database is asked does not hold the token");
	app.settings = settings[1];
	ok(is_known("__Host-profint=" TOKEN), "with https its name binds it");
	ok(!is_known("profint=" TOKEN), "and no other name does");
	app.settings = settings[0];
}

static void
test_create(void)
{
	struct req	*one = request(NULL), *two = request(NULL);
	struct req	*other = request(NULL);
	const char	*sealed;

	session_create(one, "0123456789abcdef0123456789abcdef");
	session_create(two, "0123456789abcdef0123456789abcdef");
	session_create(other, "1123456789abcdef0123456789abcdef");
	is_text(one->set_cookie, two->set_cookie,
	    "the same form makes the same device");
	is_text(one->session->space, two->session->space, "the same space");
	ok(memcmp(one->session->code, two->session->code, SESSION_CODE) == 0,
	    "and the same code");
	ok(!box_same(&one->session->key, &two->session->key, BOX_KEY),
	    "but another data key");
	ok(strcmp(one->set_cookie, other->set_cookie) != 0 &&
	    strcmp(one->session->space, other->session->space) != 0,
	    "another form, another space");
	ok(strstr(one->set_cookie, "; Path=/; HttpOnly; SameSite=Lax") != NULL
	    && strstr(one->set_cookie, "Max-Age") == NULL,
	    "until the browser is closed, for this site alone");
	sealed = session_seal(one, "note", "case/x/q1", "un « oui »");
	is_text(session_unseal(one, "note", "case/x/q1", sealed),
	    "un « oui »", "what is sealed there opens there");
	ok(session_unseal(one, "note", "case/x/q2", sealed) == NULL,
	    "not at another place");
	ok(session_unseal(one, "field", "case/x/q1", sealed) == NULL,
	    "not in another table");
	ok(session_unseal(two, "note", "case/x/q1", sealed) == NULL,
	    "not with another key");
	ok(session_unseal(one, "note", "case/x/q1", "zz") == NULL,
	    "and rubbish not at all");
	app.settings = settings[1];
	session_own(one, 1);
	ok(strncmp(one->set_cookie, "__Host-profint=", 15) == 0 &&
	    strstr(one->set_cookie, "; Secure") != NULL &&
	    strstr(one->set_cookie, "Max-Age=34560000") != NULL,
	    "a device of one's own stays known, by https alone");
	app.settings = settings[0];
	session_leave(one);
	ok(strncmp(one->set_cookie, "profint=; ", 10) == 0 &&
	    strstr(one->set_cookie, "Max-Age=0") != NULL && one->forget &&
	    one->session->device == NULL, "who leaves leaves nothing");
}

/* The form that was shown to SHOWN, sent by somebody with COOKIE. */
static struct req *
sent(struct req *shown, const char *cookie)
{
	struct req	*req = request(cookie);

	guard_view(shown);
	req->form = form_new(mem);
	form_add(req->form, "key", view_get(shown->view, "form_key"));
	form_add(req->form, "token", view_get(shown->view, "form_token"));
	return req;
}

static void
test_guard(void)
{
	struct req	*req;

	ok(guard_is_ours(sent(request(NULL), NULL)), "a form comes back");
	ok(guard_is_ours(sent(request("profint=" TOKEN), "profint=" TOKEN)),
	    "to the same device");
	ok(!guard_is_ours(sent(request("profint=" TOKEN), NULL)),
	    "not from another");
	ok(!guard_is_ours(sent(request(NULL), "profint=" TOKEN)),
	    "nor one that anybody could have got");
	req = request(NULL);
	guard_view(req);
	session_create(req, view_get(req->view, "form_key"));
	req->form = form_new(mem);
	form_add(req->form, "key", view_get(req->view, "form_key"));
	form_add(req->form, "token", view_get(req->view, "form_token"));
	req->session->sent = req->session->device;
	ok(guard_is_ours(req), "but from the device that it has made");
	req = request(NULL);
	ok(!guard_is_ours(req), "no form is not ours");
	req->form = form_new(mem);
	form_add(req->form, "key", "zz");
	form_add(req->form, "token", "");
	ok(!guard_is_ours(req), "nor is one with rubbish");
	is_text(guard_once(sent(request(NULL), NULL)) != NULL ? "a" : NULL,
	    "a", "its key has a hash");
}

static int
is_foreign(const char *site, const char *origin)
{
	return guard_is_foreign(&(struct req){ .app = &app,
	    .fetch_site = site, .origin = origin });
}

static void
test_origin(void)
{
	ok(!is_foreign(NULL, NULL), "an old browser says nothing");
	ok(!is_foreign("same-origin", "null"), "a new one says where from");
	ok(!is_foreign("none", NULL), "or that it was its reader");
	ok(is_foreign("cross-site", NULL), "another site is told");
	ok(is_foreign("same-site", "http://localhost:8080"),
	    "also a neighbour");
	ok(is_foreign("", NULL), "and what is new to us");
	ok(is_foreign(NULL, "https://evil.example"), "by origin, too");
	ok(is_foreign(NULL, "http://localhost:8080.evil.example"),
	    "the whole of it");
	ok(!is_foreign(NULL, "http://localhost:8080"), "ours is ours");
	ok(!is_foreign(NULL, "null"), "and one that is hidden says nothing");
}

int
main(void)
{
	const char	*root = getenv("PROFINT_ROOT");
	int		 file = mkstemp(path);

	close(file);
	box_open_door();
	mem = mem_new();
	app.messages = messages_load(mem_format(mem, "%s/i18n",
	    root != NULL ? root : "."));
	write_file("");
	settings[0] = settings_load(path, app.messages);
	write_file("base = https://profint.example\n");
	settings[1] = settings_load(path, app.messages);
	write_file(TOKEN "\n");
	app.secret = secret_load(path);
	unlink(path);
	app.settings = settings[0];
	app.db = db_open("", "learn");
	test_cookie();
	test_create();
	test_guard();
	test_origin();
	mem_free(mem);
	db_close(app.db);
	return done();
}
