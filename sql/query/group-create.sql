-- group-create - a session and the device that leads it, unless they are there (learn)
--	$1	space_id
--	$2	hash of the device's token
--	$3	hash of the resume code
--	$4	data key, wrapped for the device
--	$5	data key, wrapped for the resume code
--	$6	the resume code, sealed
--	$7	slug of the module
--	$8	second language, or NULL
--	$9	hash of the join code
--	$10	salt
--	$11	data key, wrapped for the join code
--	$12	the join code, sealed
-- One row: crowded, why nothing was made, or NULL: 'yes' (too much is,
-- 015-keep.sql), 'device', 'day' (019-group.sql).

SELECT learn.create_session($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12),
       nullif(current_setting('profint.crowded', true), '') AS crowded
