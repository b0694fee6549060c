-- newest-list - the items that changed last (site)
--	$1	language
--	$2	kind, NULL: any
-- Zero rows or more.

SELECT card.*
  FROM item_card AS card
  JOIN item USING (item_id)
 WHERE card.lang = $1
   AND NOT card.withdrawn
   AND ($2::text IS NULL OR card.kind = $2)
 ORDER BY item.changed_on DESC, card.kind_position, card.position
 LIMIT 10
