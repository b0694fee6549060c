-- catalogue-list - resources that pass the filters (site)
--	$1	language
--	$2	main area, NULL: any
--	$3	further area, NULL: any
--	$4	kind, NULL: any
--	$5	factor, NULL: any
--	$6	country, NULL: any
--	$7	'title' for A-Z, else by area and editorial order
-- Zero rows or more.

SELECT card.*
  FROM item_card AS card
 WHERE card.lang = $1
   AND card.grouping = 'resource'
   AND NOT card.withdrawn
   AND ($2::text IS NULL OR card.area = $2)
   AND ($3::text IS NULL OR EXISTS (
           SELECT FROM item_area AS also
            WHERE also.item_id = card.item_id AND also.area = $3))
   AND ($4::text IS NULL OR card.kind = $4)
   AND ($5::text IS NULL OR EXISTS (
           SELECT FROM item_factor AS factor
            WHERE factor.item_id = card.item_id AND factor.slug = $5))
   AND ($6::text IS NULL OR EXISTS (
           SELECT FROM item_fact AS fact
            WHERE fact.item_id = card.item_id
              AND fact.fact = 'country' AND fact.value = $6))
 ORDER BY CASE WHEN $7 = 'title' THEN card.sort_key END,
          card.area_position NULLS LAST,
          card.kind_position,
          card.position,
          card.slug
