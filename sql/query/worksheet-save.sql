-- worksheet-save - the fields of a worksheet, all of one form (learn)
--	$1	hash of the form's key
--	$2	the worksheet's id
--	$3	tool
--	$4	id of the worksheet it follows, or NULL
--	$5	true: it is a new one
--	$6	language
--	$7	[{name, version, body}] as JSON
-- One row or more: see learn.save_worksheet().

SELECT result,
       name,
       version,
       body
  FROM learn.save_worksheet($1, $2, $3, $4, $5, $6, $7)
