-- campaign-find - the campaign that a resume code opens (learn)
--	$1	hash of the code, hex
-- Zero rows or one.

SELECT encode(space_id, 'hex') AS id,
       wrapped_key
  FROM learn.find($1, 'campaign')
