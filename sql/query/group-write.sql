-- group-write - a card of the board (learn)
--	$1	hash of the form's key
--	$2	card_id
--	$3	place
--	$4	its words, sealed
--	$5	true: for all to see
-- One row: see learn.write_card().

SELECT learn.write_card($1, $2, $3, $4, $5) AS result
