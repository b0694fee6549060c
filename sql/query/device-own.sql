-- device-own - this device is one's own, or shared (learn)
--	$1	true or false
-- One row.

SELECT learn.say_own($1)
