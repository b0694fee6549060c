-- item-steps - the steps of a module, and how long they take (site,learn)
--	$1	slug
--	$2	language
--	$3	the step that is shown, NULL: none
-- Zero rows or more.

SELECT step.position AS number,
       step.step AS name,
       step.alone_minutes AS alone,
       step.group_minutes AS together,
       sum(step.alone_minutes) OVER () AS all_alone,
       sum(step.group_minutes) OVER () AS all_together,
       aim.body AS aim,
       coalesce(step.step = $3, false) AS current,
       lag(step.step) OVER course AS previous,
       lead(step.step) OVER course AS next
  FROM item
  JOIN item_step AS step USING (item_id)
  LEFT JOIN item_section AS aim
    ON aim.item_id = step.item_id
   AND aim.lang = $2
   AND aim.step = step.step
   AND aim.role = 'aim'
 WHERE item.kind = 'module'
   AND item.slug = $1
WINDOW course AS (ORDER BY step.position)
 ORDER BY step.position
