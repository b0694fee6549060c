-- campaign-answer - a respondent answers (learn)
--	$1	hash of the link, hex
--	$2	name of the answer
--	$3	the answer, sealed
-- One row: see learn.add_answer().

SELECT learn.answer($1, $2, $3) AS result
