-- note-names - what of this is called otherwise today (learn)
--	$1	[{kind, slug}] as JSON
-- Zero rows or more.

SELECT DISTINCT old.kind,
       old.slug,
       item.slug AS name
  FROM jsonb_to_recordset($1::jsonb) AS old (kind text, slug text)
  JOIN item_alias AS alias USING (kind, slug)
  JOIN item USING (item_id)
