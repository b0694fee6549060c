-- session-open - the space that a device opens, from here on in this transaction (learn)
--	$1	hash of the device's token, hex
-- Zero rows or one.

SELECT space_id,
       wrapped_key,
       sealed_code,
       own,
       kept_until,
       renewed
  FROM learn.open($1)
