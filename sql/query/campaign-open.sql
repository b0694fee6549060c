-- campaign-open - the campaign that a device leads, from here on in this transaction (learn)
--	$1	hash of the device's token, hex
--	$2	space_id, hex
-- Zero rows or one.

SELECT space_id,
       wrapped_key,
       sealed_code,
       own,
       kept_until,
       tool,
       sealed_link,
       sealed_title,
       public_key,
       sealed_secret,
       closes_on,
       closed,
       is_open,
       answers
  FROM learn.open_campaign($1, $2)
