-- group-lead - this device leads a session (learn)
--	$1	hash of the device's token
--	$2	space_id
--	$3	data key, wrapped for the device
-- One row.

SELECT learn.lead_session($1, $2, $3)
