/*
 * probe.c - GET /livez and /readyz: for those who watch over the site.
 *
 * /livez asks nobody: a worker without a database lives.  /readyz is 200
 * when every statement of the realm can run.
 */
#include "base/buf.h"
#include "page/page.h"
#include "web/app.h"
#include "web/req.h"

int
page_livez(struct req *req)
{
	req->type = "text/plain; charset=utf-8";
	buf_format(req->body, "ok %s\n", req->app->build);
	return 200;
}

int
page_readyz(struct req *req)
{
	const char	*version = "0";
	struct rows	*schema;
	int		 ready;

	schema = req_ask(req, Q_PROBE_SCHEMA, DB_NO_ARGS);
	ready = db_ready(req->app->db) && req_run(req) == 0;
	if (ready && rows_count(schema) > 0)
		version = rows_get(schema, 0, "version");
	req->type = "application/json";
	buf_format(req->body, "{\"database\":%s,\"schema\":%s}\n",
	    ready ? "true" : "false", version);
	return req->status = ready ? 200 : 503;
}
