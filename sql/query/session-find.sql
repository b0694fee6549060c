-- session-find - the space that a resume code opens (learn)
--	$1	hash of the code, hex
-- Zero rows or one.

SELECT encode(space_id, 'hex') AS space_id,
       wrapped_key AS code_key
  FROM learn.find($1, 'person')
