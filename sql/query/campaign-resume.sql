-- campaign-resume - a device leads the campaign of a code (learn)
--	$1	hash of the code, hex
--	$2	hash of the device's token, hex
--	$3	data key, wrapped for the device
-- One row.

SELECT learn.resume($1, $2, $3, 'campaign')
