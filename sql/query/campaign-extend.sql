-- campaign-extend - the link works for 30 more days (learn)
--	$1	space_id
-- One row.

SELECT learn.extend_campaign($1)
