-- campaign-enter - who leads types an answer from paper (learn)
--	$1	space_id
--	$2	name of the answer
--	$3	the answer, sealed
-- One row: see learn.add_answer().

SELECT learn.add_answer($1, $2, $3, true) AS result
