/*
 * campaign.h - a campaign: a space with a letter box for answers without a
 * name.
 *
 * Who leads it opens it with a device or its resume code, as any space.
 * Its link holds a code of eight signs, found by a hash that is keyed with
 * the host's secret; it opens nothing but the box's slot.
 *
 * A page of who leads:	campaign_ask(req, id);	first in its pipeline
 *			if ((status = req_run(req)) != 0)
 *				return status;
 *			if (campaign_take(req, &campaign) == 0)
 *				return 404;
 */
#ifndef WEB_CAMPAIGN_H
#define WEB_CAMPAIGN_H

#include "adapt/box.h"
#include "web/code.h"

struct req;
struct rows;

#define CAMPAIGN_ID	32	/* hex digits */

struct campaign {
	const char	*id;		/* of its space, hex */
	const char	*tool;		/* slug */
	const char	*title;		/* "" when it has none */
	const char	*link;		/* "7k3m-9qxt", as in its address */
	const char	*closes_on;	/* ISO date, the link's last day */
	const char	*kept_until;
	int		 is_closed;	/* for good: the results may be shown */
	int		 is_open;	/* the link works today */
	int		 answers;
	struct box_key	 public;	/* of the letter box */
	struct box_key	 secret;
};

/* --- leading -------------------------------------------------------------- */

/* Read the cookie and queue what opens the campaign; the first statements
 * of the pipeline, also of a second one. */
void	 campaign_ask(struct req *, const char *id);

/* After req_run(): fill it; req->session is the campaign's.  1, or 0 when
 * this device does not lead it. */
int	 campaign_take(struct req *, struct campaign *);

/* Queue the list of campaigns of this device, after session_ask(); then
 * after req_run(), instead of session_take(): keep a cookie that opens one.
 * The title of row N, "" when it has none. */
struct rows *campaign_list(struct req *);
void	 campaign_list_take(struct req *, const struct rows *);
const char *campaign_list_title(struct req *, const struct rows *, int n);

/*
 * Queue the making of a campaign about TOOL, called TITLE, whose link works
 * until CLOSES_ON, for the form that was sent; send a cookie where there is
 * none.  After campaign_list_take().  Its id is req->session->space; rows of
 * campaign-create.
 */
struct rows *campaign_create(struct req *, const char *tool,
	    const char *title, const char *closes_on);

/* Queue the search for the campaign of a resume code; then the same device
 * leads it: its id, NULL when there is none.  Queued, not run. */
struct rows *campaign_find(struct req *,
	    const unsigned char code[CODE_BYTES]);
const char *campaign_resume(struct req *, const struct rows *found,
	    const unsigned char code[CODE_BYTES]);

/* --- answering ------------------------------------------------------------ */

/* The hash by which a link's code is found, hex; NULL when LINK is none. */
const char *campaign_link(struct req *, const char *link);

/* The name of the answer that the form whose key is KEY makes, as bytea:
 * always the same, and nobody else can. */
const char *campaign_name(struct req *, const char *key);

/* LINE sealed with the public key (bytea), as bytea. */
const char *campaign_drop(struct req *, const char *public,
	    const char *line);

/* What was dropped (bytea), NULL when it does not open. */
const char *campaign_collect(struct req *, const struct campaign *,
	    const char *sealed);

#endif
