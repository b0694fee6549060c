-- item-kit - a module for a session, part by part (site,learn)
--	$1	slug
--	$2	language
--	$3	a second language beside it, NULL: none
-- Zero rows or more.

SELECT section.step,
       section.role,
       section.body,
       other.body AS other,
       section.step IS DISTINCT FROM lag(section.step) OVER paper
           AND part.number = 2 AS opens,
       part.number IS DISTINCT FROM lag(part.number) OVER paper AS begins,
       part.name AS part,
       part.number = 1 AS titled,
       part.number = 2 AS named,
       part.number IN (3, 4) AS of_step,
       part.number IN (1, 2, 5) AS leading,
       part.number = 3 AS handed,
       part.number = 4 AS screened,
       step.position AS number,
       step.position - 1 AS before,
       CASE WHEN part.number = 4
            THEN lead(step.position) OVER paper END AS after,
       step.alone_minutes AS alone,
       step.group_minutes AS together
  FROM item
  JOIN item_section AS section USING (item_id)
  LEFT JOIN item_section AS other
    ON other.item_id = section.item_id
   AND other.lang = $3
   AND other.position = section.position
  LEFT JOIN item_step AS step
    ON step.item_id = section.item_id AND step.step = section.step
  JOIN (VALUES (1, 'course', ARRAY['goals', 'skills']),
               (2, 'lead', ARRAY['aim', 'room', 'run', 'group', 'pitfalls', 'variants']),
               (3, 'handout', ARRAY['handout']),
               (4, 'screen', ARRAY['screen']),
               (5, 'check', ARRAY['check']),
               (6, 'sheet', ARRAY['evaluation'])) AS part (number, name, roles)
    ON section.role = ANY (part.roles)
 WHERE item.kind = 'module'
   AND item.slug = $1
   AND section.lang = $2
WINDOW paper AS (ORDER BY part.number, step.position, array_position(part.roles, section.role), section.position)
 ORDER BY part.number, step.position, array_position(part.roles, section.role), section.position
