-- group-paper - cards that were written on paper (learn)
--	$1	hash of the form's key
--	$2	[{id, place, people, body}] as JSON
-- One row: see learn.write_paper().

SELECT learn.write_paper($1, $2) AS result
