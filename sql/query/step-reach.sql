-- step-reach - a step is begun, done or skipped (learn)
--	$1	kind
--	$2	slug
--	$3	step
--	$4	state
--	$5	language
-- One row.

SELECT learn.reach($1, $2, $3, $4, $5)
