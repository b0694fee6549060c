-- session-move - everything is sealed anew, under a new code (learn)
--	$1	hash of the form's key
--	$2	space_id of the new space
--	$3	hash of its resume code
--	$4	data key, wrapped for this device
--	$5	data key, wrapped for the code
--	$6	the code, sealed
--	$7	[{kind, slug, segment, version, body}] as JSON
--	$8	[{id, name, version, body}] as JSON
-- One row: see learn.move().

SELECT learn.move($1, $2, $3, $4, $5, $6, $7, $8) AS result
