-- my-fields - every worksheet of the person here, with its fields (learn)
--	$1	language
-- Zero rows or more, at least one for each worksheet, the latest first.

SELECT encode(sheet.worksheet_id, 'hex') AS id,
       coalesce(item.slug, sheet.tool) AS tool,
       text.title,
       nullif(text.title_lang, $1) AS title_lang,
       encode(sheet.follows, 'hex') AS follows,
       to_char(sheet.created_on, 'YYYY-MM-DD') AS created_on,
       to_char(sheet.saved_at, 'YYYY-MM-DD') AS saved_on,
       field.name,
       field.version,
       field.body
  FROM learn.worksheet AS sheet
  LEFT JOIN learn.field USING (space_id, worksheet_id)
  LEFT JOIN item
    ON item.item_id = coalesce(learn.item('tool', sheet.tool),
           learn.item('grid', sheet.tool))
  LEFT JOIN item_text AS text
    ON text.item_id = item.item_id
   AND text.lang = $1
 WHERE sheet.space_id = (SELECT learn.person())
 ORDER BY sheet.saved_at DESC, sheet.worksheet_id, field.name
