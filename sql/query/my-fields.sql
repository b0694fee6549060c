-- my-fields - every worksheet of the person here, with its fields (learn)
-- Zero rows or more, at least one for each worksheet.

SELECT encode(sheet.worksheet_id, 'hex') AS id,
       sheet.tool,
       encode(sheet.follows, 'hex') AS follows,
       sheet.created_on,
       sheet.saved_at::date AS saved_on,
       field.name,
       field.version,
       field.body
  FROM learn.worksheet AS sheet
  LEFT JOIN learn.field USING (space_id, worksheet_id)
 WHERE sheet.space_id = learn.person()
 ORDER BY sheet.saved_at DESC, sheet.worksheet_id, field.name
