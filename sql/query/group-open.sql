-- group-open - the session that a device is in, from here on in this transaction (learn)
--	$1	hash of the device's token, hex
--	$2	the session's id, hex
-- Zero rows or one.

SELECT space_id,
       wrapped_key,
       sealed_code,
       own,
       kept_until,
       renewed,
       role,
       module,
       other,
       state,
       step,
       asked,
       sealed_join,
       version,
       people,
       timer_minutes,
       timer_left
  FROM learn.open_session($1, $2)
