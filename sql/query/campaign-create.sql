-- campaign-create - a campaign and the device that leads it, unless they are there (learn)
--	$1	space_id
--	$2	hash of the device's token
--	$3	hash of the resume code
--	$4	data key, wrapped for the device
--	$5	data key, wrapped for the code
--	$6	the code, sealed
--	$7	tool
--	$8	hash of the link
--	$9	the link's code, sealed
--	$10	title, sealed
--	$11	public key of its letter box
--	$12	secret key, sealed
--	$13	the last day of the link
--	$14	language
-- One row: crowded, why nothing was made, or NULL: 'yes' (too much is,
-- 015-keep.sql), 'device', 'day' (019-group.sql).

SELECT learn.create_campaign($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
           $13, $14),
       nullif(current_setting('profint.crowded', true), '') AS crowded
