-- group-places - where one writes, working individually, what a group writes about a step (learn)
--	$1	slug of the module
--	$2	language
-- Zero rows or more: the last place of each step; of a step that has none,
-- the first of those after it.

WITH place AS (
	SELECT section.step,
	       step.position AS number,
	       section.position,
	       section.answer
	  FROM item
	  JOIN item_section AS section USING (item_id)
	  JOIN item_step AS step
	    ON step.item_id = item.item_id
	   AND step.step = section.step
	 WHERE item.kind = 'module'
	   AND item.slug = $1
	   AND section.lang = $2
	   AND section.answer IS NOT NULL
)
SELECT step.step,
       coalesce(own.answer, later.answer) AS segment
  FROM item
  JOIN item_step AS step USING (item_id)
  LEFT JOIN LATERAL (
	SELECT place.answer
	  FROM place
	 WHERE place.step = step.step
	 ORDER BY place.position DESC
	 LIMIT 1) AS own ON true
  LEFT JOIN LATERAL (
	SELECT place.answer
	  FROM place
	 WHERE place.number > step.position
	 ORDER BY place.number, place.position
	 LIMIT 1) AS later ON true
 WHERE item.kind = 'module'
   AND item.slug = $1
   AND coalesce(own.answer, later.answer) IS NOT NULL
 ORDER BY step.position
