-- campaign-close - no more answers, for good (learn)
--	$1	space_id
-- One row.

SELECT learn.close_campaign($1)
