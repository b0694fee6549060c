-- group-at - the person here looks at a step (learn)
--	$1	step
-- One row.

SELECT learn.be_at($1)
