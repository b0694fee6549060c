-- session-create - a space and the device that opens it, unless they are there (learn)
--	$1	space_id
--	$2	hash of the device's token
--	$3	hash of the resume code
--	$4	data key, wrapped for the device
--	$5	data key, wrapped for the code
--	$6	the code, sealed
-- One row: is_crowded, nothing was made since too much is (015-keep.sql).

SELECT learn.create($1, $2, $3, $4, $5, $6),
       coalesce(current_setting('profint.crowded', true), '') = 'yes'
	   AS is_crowded
