-- step-list - the steps of a module, and how far the person here has come (learn)
--	$1	slug
--	$2	the step that is shown
--	$3	steps that were read before anything was kept, joined by dots
-- Zero rows or more.

WITH course AS (
	SELECT step.position AS number,
	       step.step AS name,
	       step.alone_minutes AS alone,
	       step.group_minutes AS together,
	       read.done,
	       step.step = $2 AS current,
	       step.position > (SELECT shown.position FROM item_step AS shown
		   WHERE shown.item_id = item.item_id AND shown.step = $2)
	       AND NOT read.done AS ahead
	  FROM item
	  JOIN item_step AS step USING (item_id)
	  LEFT JOIN learn.reached AS progress
	    ON progress.space_id = (SELECT learn.person())
	   AND progress.kind = item.kind
	   AND progress.slug = item.slug
	   AND progress.step = step.step
	 CROSS JOIN LATERAL (SELECT coalesce(progress.state = 'done'
	    OR step.step = ANY (string_to_array($3, '.')), false)) AS read (done)
	 WHERE item.kind = 'module'
	   AND item.slug = $1
)
SELECT number,
       name,
       alone,
       together,
       done,
       current,
       lag(name) OVER walk AS previous,
       lead(name) OVER walk AS next,
       count(*) FILTER (WHERE ahead) OVER () AS left_steps,
       coalesce(sum(alone) FILTER (WHERE ahead) OVER (), 0) AS left_minutes
  FROM course
WINDOW walk AS (ORDER BY number)
 ORDER BY number
