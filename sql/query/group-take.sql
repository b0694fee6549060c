-- group-take - cards and worksheets of a session, copied to a person (learn)
--	$1	hash of the form's key
--	$2	[{kind, slug, segment, version, body}] as JSON
--	$3	[{sheet, tool, fields}] as JSON
--	$4	language
-- Zero rows or more: see learn.take_copy().

SELECT result,
       kind,
       slug,
       segment,
       version,
       body
  FROM learn.take_copy($1, $2, $3, $4)
