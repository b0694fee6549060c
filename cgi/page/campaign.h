/*
 * campaign.h - what the campaign pages share.
 */
#ifndef PAGE_CAMPAIGN_H
#define PAGE_CAMPAIGN_H

struct campaign;
struct req;
struct rows;
struct sheet;
struct tally;

#define CAMPAIGN_QUESTIONNAIRE	"learning-questionnaire"

/* 1 when people can be asked this tool without a name. */
int	 campaign_may_ask(const char *tool);

/* Open the campaign of the address and read what its tool asks: *FIELDS,
 * rows of field-list, *ITEM, of item-page, each unless NULL.  0, or the
 * status to return. */
int	 campaign_read(struct req *, struct campaign *, struct rows **item,
	    struct rows **fields);

/* The address of the campaign, with END ("", "/paper") behind it. */
const char *campaign_address(const struct req *, const struct campaign *,
	    const char *end);

/* --- campaign_result.c ------------------------------------------------------ */

/* Give the template `results`, true when there are any, and then `chart`,
 * `moved` (domain, yes, people), `parts` (lang, name, chart). */
void	 campaign_results(struct req *, const struct campaign *,
	    const struct rows *fields, const struct rows *answers);

/* The answers (rows of campaign-answers) to what SHEET asks, counted and
 * shuffled; NULL when nothing of them may be shown. */
struct tally *campaign_count(struct req *, const struct campaign *,
	    const struct sheet *, const struct rows *answers);

/* 1 when a team looks at itself; else people answer a questionnaire. */
int	 campaign_is_team(const struct campaign *);

#endif
