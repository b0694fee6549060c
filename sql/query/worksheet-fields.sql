-- worksheet-fields - a worksheet, and the one it follows (learn)
--	$1	its id
--	$2	tool
-- Zero rows: it is not there.  Else one a field, at least one, by name.

SELECT encode(sheet.follows, 'hex') AS follows,
       sheet.saved_at::date AS saved_on,
       encode(field.worksheet_id, 'hex') AS id,
       coalesce(field.worksheet_id <> sheet.worksheet_id, false) AS followed,
       field.name,
       field.version,
       field.body
  FROM learn.worksheet AS sheet
  LEFT JOIN learn.field
    ON field.space_id = sheet.space_id
   AND field.worksheet_id IN (sheet.worksheet_id, sheet.follows)
 WHERE sheet.space_id = (SELECT learn.person())
   AND sheet.worksheet_id = $1
   AND sheet.tool = ANY (learn.names('tool', $2))
 ORDER BY field.name
