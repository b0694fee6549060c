-- worksheet-erase - a worksheet, with all its fields (learn)
--	$1	hash of the form's key
--	$2	the worksheet's id
-- One row.

SELECT learn.erase_worksheet($1, $2)
