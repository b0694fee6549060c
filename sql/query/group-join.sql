-- group-join - this device joins a session (learn)
--	$1	hash of the device's token
--	$2	space_id
--	$3	data key, wrapped for the device
--	$4	member_id
--	$5	hash of the nickname
--	$6	nickname and people, sealed
--	$7	true: the nickname's owner is this person
--	$8	true: the device is theirs alone
-- One row: see learn.join_session().

SELECT learn.join_session($1, $2, $3, $4, $5, $6, $7, $8) AS result
