-- joint-list - the worksheets of the session here (learn)
--	$1	language
-- Zero rows or more, the latest first.  A table counts as one field, and
-- only when something stands in it.

SELECT encode(sheet.worksheet_id, 'hex') AS id,
       sheet.tool,
       sheet.version,
       to_char(sheet.saved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS saved_on,
       coalesce(text.title, sheet.tool) AS tool_title,
       nullif(text.title_lang, $1) AS tool_lang,
       title.body AS title,
       (SELECT count(DISTINCT split_part(field.name, '.', 1))
	  FROM learn.field
	 WHERE field.space_id = sheet.space_id
	   AND field.worksheet_id = sheet.worksheet_id
	   AND NOT starts_with(field.name, '_')
	   AND field.name <> 'codes'
	   AND NOT EXISTS (SELECT FROM item_field AS asked
		WHERE asked.item_id = item.item_id
		  AND asked.name = field.name
		  AND asked.type = 'table')) AS filled
  FROM learn.worksheet AS sheet
  LEFT JOIN learn.field AS title
    ON title.space_id = sheet.space_id
   AND title.worksheet_id = sheet.worksheet_id
   AND title.name = '_title'
  LEFT JOIN item
    ON item.kind IN ('tool', 'grid')
   AND item.slug = sheet.tool
  LEFT JOIN item_text AS text
    ON text.item_id = item.item_id
   AND text.lang = $1
 WHERE sheet.space_id = (SELECT learn.person())
 ORDER BY sheet.saved_at DESC, sheet.worksheet_id
