-- campaign-enter - who leads types an answer from paper (learn)
--	$1	space_id
--	$2	name of the answer
--	$3	the answer, sealed
-- One row: see learn.enter_answer().

SELECT learn.enter_answer($1, $2, $3) AS result
