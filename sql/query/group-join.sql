-- group-join - this device joins a session (learn)
--	$1	hash of the device's token
--	$2	space_id
--	$3	data key, wrapped for the device
--	$4	member_id
--	$5	hash of the nickname
--	$6	nickname and people, sealed
--	$7	true: the nickname's owner is this person
--	$8	true: the device is theirs alone
--	$9	how many people they are: a table, or 1
-- One row: see learn.join_session().

SELECT joined.result
  FROM (SELECT set_config('profint.people', $9::int::text, true) AS people)
       AS said
 CROSS JOIN LATERAL (
	SELECT learn.join_session($1, $2, $3, $4, $5, $6, $7, $8) AS result
	 WHERE said.people <> '') AS joined
