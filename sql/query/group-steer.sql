-- group-steer - what those who lead a session do with it (learn)
--	$1	what: see learn.steer()
--	$2	value
-- One row.

SELECT learn.steer($1, $2) AS result
