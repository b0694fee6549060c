-- group-code - the session of a resume code (learn)
--	$1	hash of the code, hex
-- Zero rows or one.

SELECT space_id,
       code_key
  FROM learn.find_code($1)
