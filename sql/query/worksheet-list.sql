-- worksheet-list - what the person here has filled in of one tool (learn)
--	$1	tool
-- Zero rows or more, the latest first.

SELECT encode(sheet.worksheet_id, 'hex') AS id,
       sheet.created_on,
       sheet.saved_at::date AS saved_on,
       title.body AS title
  FROM learn.worksheet AS sheet
  LEFT JOIN learn.field AS title
    ON title.space_id = sheet.space_id
   AND title.worksheet_id = sheet.worksheet_id
   AND title.name = '_title'
 WHERE sheet.space_id = (SELECT learn.person())
   AND sheet.tool = ANY (learn.names('tool', $1))
 ORDER BY sheet.saved_at DESC, sheet.worksheet_id
