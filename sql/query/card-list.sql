-- card-list - the first cards of one kind in editorial order (site)
--	$1	kind
--	$2	language
--	$3	how many
-- Zero rows or more.

SELECT card.*
  FROM item_card AS card
 WHERE card.kind = $1
   AND card.lang = $2
   AND NOT card.withdrawn
 ORDER BY card.position, card.slug
 LIMIT $3::int
