-- group-code - the session of a resume code (learn)
--	$1	hash of the code, hex
-- Zero rows or one.

SELECT space_id,
       wrapped_key AS code_key
  FROM learn.find($1, 'session')
