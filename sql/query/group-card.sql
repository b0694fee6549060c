-- group-card - a card is shared, taken back, taken off or erased (learn)
--	$1	card_id
--	$2	what: see learn.change_card()
-- One row.

SELECT learn.change_card($1, $2)
