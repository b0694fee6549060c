-- campaign-erase - a campaign is gone with all its answers (learn)
--	$1	space_id
-- One row.

SELECT learn.erase_space($1)
