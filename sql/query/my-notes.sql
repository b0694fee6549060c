-- my-notes - everything that the person here has written under questions (learn)
-- Zero rows or more.

SELECT note.kind,
       note.slug,
       note.segment,
       note.version,
       note.saved_at::date AS saved_on,
       note.body
  FROM learn.note
 WHERE note.space_id = learn.person()
 ORDER BY note.kind, note.slug, note.segment
