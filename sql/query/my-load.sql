-- my-load - steps of modules that a file says are done (learn)
--	$1	[{slug, step}] as JSON
-- One row.

SELECT learn.load_progress($1)
