-- group-find - the session of a join code (learn)
--	$1	hash of the code, hex
-- Zero rows or one.

SELECT space_id,
       salt,
       join_key,
       state
  FROM learn.find_session($1)
